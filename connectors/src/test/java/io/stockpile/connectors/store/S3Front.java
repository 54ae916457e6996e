package io.stockpile.connectors.store;

import io.stockpile.connectors.testing.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before an S3 server on loopback and answers some requests in its place, for example as a
 * bucket that keeps versions or forbids to remove objects. It takes one request for each
 * connection.
 */
public final class S3Front implements AutoCloseable {
  private final LoopbackServer server;
  private final int port;
  private final Script script;
  private final List<String> refused = new CopyOnWriteArrayList<>();

  /** Decides which requests are answered in the server's place. */
  public interface Script {
    /**
     * @param method the method, for example {@code DELETE}
     * @param target path and query as they were sent
     * @return the answer; empty to let the server answer
     */
    Optional<Answer> answer(String method, String target);
  }

  /** An answer of the script. */
  public record Answer(int status, String document) {}

  private S3Front(int port, Script script) throws IOException {
    this.port = port;
    this.script = script;
    this.server = LoopbackServer.start(this::serve);
  }

  /** Starts a front before this server. */
  public static S3Front before(EmbeddedS3 server, Script script) throws IOException {
    return new S3Front(Integer.parseInt(server.endpoint().replaceFirst(".*:", "")), script);
  }

  /** For example {@code http://127.0.0.1:40123}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The requests that the script answered, such as {@code DELETE /bucket/key}. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  private void serve(Socket client) throws IOException {
    String head = head(client.getInputStream());
    if (head.isEmpty()) {
      return;
    }
    String[] words = head.substring(0, head.indexOf('\r')).split(" ", 3);
    Optional<Answer> answer = script.answer(words[0], words[1]);
    if (answer.isPresent()) {
      refused.add(words[0] + " " + words[1]);
      write(client.getOutputStream(), answer.get());
      return;
    }
    try (Socket plain = new Socket(LoopbackServer.loopback(), port)) {
      String once = head.replaceAll("(?i)\r\nConnection: [^\r]*", "");
      plain
          .getOutputStream()
          .write(
              once.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      LoopbackServer.relay(client, plain);
    }
  }

  /**
   * A request's head, with the empty line at its end; empty when the client has closed the
   * connection.
   */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void write(OutputStream out, Answer answer) throws IOException {
    byte[] document = answer.document().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d Said by the script\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n"
            + "Connection: close\r\n\r\n";
    out.write(
        head.formatted(answer.status(), document.length).getBytes(StandardCharsets.ISO_8859_1));
    out.write(document);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
