package io.stockpile.deploy.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/**
 * Simulates Dataflow's API: takes a job, does not run it, and says that it ended with a given
 * state.
 */
final class SimulatedDataflow implements AutoCloseable {
  static final String JOB_ID = "2026-01-01_00_00_00-1234567890123456789";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final String endsAs;
  private final List<JsonNode> jobs = new CopyOnWriteArrayList<>();

  private SimulatedDataflow(String endsAs) throws IOException {
    this.endsAs = endsAs;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
  }

  /**
   * @param endsAs the state of ended jobs, for example {@code JOB_STATE_DONE}
   */
  static SimulatedDataflow start(String endsAs) throws IOException {
    SimulatedDataflow dataflow = new SimulatedDataflow(endsAs);
    dataflow.server.start();
    return dataflow;
  }

  /** The value for Beam's {@code --dataflowEndpoint}. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The submitted jobs, unchanged. */
  List<JsonNode> jobs() {
    return List.copyOf(jobs);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      String path = exchange.getRequestURI().getPath();
      ObjectNode answer = JSON.createObjectNode();
      if (path.endsWith("/jobs") && exchange.getRequestMethod().equals("POST")) {
        JsonNode job = JSON.readTree(body);
        jobs.add(job);
        answer.setAll((ObjectNode) job.deepCopy());
        answer.put("id", JOB_ID).put("currentState", "JOB_STATE_PENDING");
      } else if (path.endsWith("/jobs/" + JOB_ID)) {
        answer.put("id", JOB_ID).put("currentState", endsAs);
      }
      byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(200, bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      return sent;
    }
    try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return inflated.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
