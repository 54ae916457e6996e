package io.stockpile.connectors.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Answers every request with exactly the bytes that a script gives, head included, and then closes
 * the connection in an orderly way. It adds nothing of HTTP itself.
 */
public final class RawHttpServer implements AutoCloseable {
  private final Function<Request, byte[]> script;
  private final ServerSocket server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /**
   * A request without its body.
   *
   * @param target the target of the request line, with a character for each byte
   * @param headers by name in lower case
   */
  public record Request(String method, String target, Map<String, String> headers) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private RawHttpServer(Function<Request, byte[]> script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  }

  public static RawHttpServer start(Function<Request, byte[]> script) throws IOException {
    RawHttpServer started = new RawHttpServer(script);
    Thread thread = new Thread(started::accept, "raw http server");
    thread.setDaemon(true);
    thread.start();
    return started;
  }

  /** Without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** All requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Makes an answer from its head, in which each line ends with a newline, and its body. */
  public static byte[] answer(String head, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((head + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** The text for a head: a character for each of its UTF-8 bytes. */
  public static String rawUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String[] line = line(in).split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          int colon = header.indexOf(':');
          headers.put(
              header.substring(0, colon).toLowerCase(Locale.ROOT),
              header.substring(colon + 1).strip());
        }
        Request request = new Request(line[0], line[1], headers);
        requests.add(request);
        byte[] answer = script.apply(request);
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
      } catch (IOException | RuntimeException e) {
        // The server was closed, which ends the loop, or the client has closed the connection.
        Thread.onSpinWait();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int value = in.read(); value >= 0 && value != '\n'; value = in.read()) {
      if (value != '\r') {
        line.write(value);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
