package io.stockpile.deploy.dataflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Simulates the JSON API of Google Cloud Storage with one bucket in memory, as far as Beam's file
 * system uses it: with preconditions on generations, resumable uploads and batches.
 */
public final class SimulatedStorage implements AutoCloseable {
  public static final String BUCKET = "archive-bucket";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StoredObjects objects = new StoredObjects();
  private final StorageRequests requests = new StorageRequests(BUCKET, objects);

  private SimulatedStorage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  public static SimulatedStorage start() throws IOException {
    SimulatedStorage storage = new SimulatedStorage();
    storage.server.start();
    return storage;
  }

  /** The value for Beam's {@code --gcsEndpoint}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/storage/v1/";
  }

  /** The present contents of all objects by name. */
  public Map<String, byte[]> contents() {
    return objects.contents();
  }

  /**
   * Simulates another process that writes an object with such a name just before it is written. It
   * does so once.
   */
  public void overtakeOnce(Predicate<String> name, byte[] content) {
    requests.overtakeOnce(name, content);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      StorageRequests.Answer answer =
          exchange.getRequestURI().getPath().startsWith("/batch")
              ? BatchRequests.answer(body, requests)
              : requests.answer(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  name -> exchange.getRequestHeaders().getFirst(name),
                  body);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      boolean none = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.body().length);
      if (!none) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(answer.body());
        }
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
