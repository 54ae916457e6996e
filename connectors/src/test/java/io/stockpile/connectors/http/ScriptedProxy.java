package io.stockpile.connectors.http;

import io.stockpile.connectors.testing.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy on loopback for plain requests and tunnels. It knows the ports of some invented hosts,
 * and behaves as a test demands. It forwards one request for each connection, and then only bytes.
 */
public final class ScriptedProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 8192;
  private static final Pattern DIGEST = Pattern.compile("Proxy-Authorization: Digest ([^\r\n]+)");
  private static final Pattern DIGEST_PART = Pattern.compile("(\\w+)=\"?([^\",]+)\"?");

  private final LoopbackServer server;
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytesUntilCut = new AtomicLong(Long.MAX_VALUE);
  private volatile Predicate<String> admits = head -> true;
  private volatile String challenge = "";
  private volatile String refusal = "";
  private volatile boolean silent;

  private ScriptedProxy() throws IOException {
    server = LoopbackServer.start(this::serve);
  }

  public static ScriptedProxy start() throws IOException {
    return new ScriptedProxy();
  }

  /** For example {@code http://127.0.0.1:40123}. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  public int port() {
    return server.port();
  }

  /** Makes an invented host known: {@code host:port} leads to this port of loopback. */
  public void knows(String host, int port) {
    ports.put(host, port);
  }

  /** Demands this user name and password by Basic, and answers 407 to requests without them. */
  public void wants(String username, String password) {
    String login =
        "Proxy-Authorization: Basic "
            + Base64.getEncoder()
                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    admits = head -> head.lines().anyMatch(login::equalsIgnoreCase);
    challenge = "Basic realm=\"x\", charset=\"UTF-8\"";
  }

  /** Demands them by Digest, which does not send the password. */
  public void wantsDigest(String username, String password) {
    admits = head -> isDigest(head, username, password);
    challenge = "Digest realm=\"x\", nonce=\"4711\", qop=\"auth\", algorithm=MD5";
  }

  private static boolean isDigest(String head, String username, String password) {
    Matcher sent = DIGEST.matcher(head);
    if (!sent.find()) {
      return false;
    }
    Map<String, String> parts = new HashMap<>();
    Matcher part = DIGEST_PART.matcher(sent.group(1));
    while (part.find()) {
      parts.put(part.group(1), part.group(2));
    }
    String method = head.substring(0, head.indexOf(' '));
    String expected =
        md5(
            md5(username + ":x:" + password)
                + ":4711:"
                + parts.get("nc")
                + ":"
                + parts.get("cnonce")
                + ":auth:"
                + md5(method + ":" + parts.get("uri")));
    return expected.equals(parts.get("response"));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Answers every request itself, with this head and body.
   *
   * @param head status line and headers
   */
  public void refuse(String head, String body) {
    refusal = head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Never answers. */
  public void fallSilent() {
    silent = true;
  }

  /** Closes the next connection that would pass on more than this many bytes from a server. */
  public void cutOnceAfter(long bytes) {
    bytesUntilCut.set(bytes);
  }

  /** The heads of all requests so far: request line and headers. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  /** The first lines of all requests so far. */
  public List<String> requests() {
    return heads.stream().map(head -> head.lines().findFirst().orElse("")).toList();
  }

  private void serve(Socket client) throws IOException {
    sockets.add(client);
    try {
      String head = readHead(client.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      heads.add(head);
      if (silent) {
        client.getInputStream().read();
        return;
      }
      if (!refusal.isEmpty()) {
        answer(client, refusal);
      } else if (!admits.test(head)) {
        answer(
            client,
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: "
                + challenge
                + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      } else {
        forward(client, head);
      }
    } finally {
      sockets.remove(client);
    }
  }

  private void forward(Socket client, String head) throws IOException {
    String[] line = head.substring(0, head.indexOf("\r\n")).split(" ");
    boolean tunnel = line[0].equals("CONNECT");
    String authority = tunnel ? line[1] : authority(URI.create(line[1]));
    Integer port = ports.get(authority);
    if (port == null) {
      answer(client, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 12\r\n\r\nno such host");
      return;
    }
    try (Socket target = new Socket(LoopbackServer.loopback(), port)) {
      sockets.add(target);
      if (tunnel) {
        answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
      } else {
        URI uri = URI.create(line[1]);
        String path =
            line[1]
                .substring(line[1].indexOf(uri.getRawAuthority()))
                .substring(uri.getRawAuthority().length());
        String rest = head.substring(head.indexOf("\r\n"));
        target
            .getOutputStream()
            .write(
                (line[0] + " " + (path.isEmpty() ? "/" : path) + " HTTP/1.1" + closing(rest))
                    .getBytes(StandardCharsets.ISO_8859_1));
      }
      LoopbackServer.daemon(() -> pass(client, target, false));
      pass(target, client, true);
    }
  }

  /**
   * The headers to forward: without those for the proxy, and with one that ends the connection
   * after the answer.
   */
  private static String closing(String headers) {
    List<String> kept = new ArrayList<>();
    for (String header : headers.split("\r\n")) {
      String name = header.toLowerCase(Locale.ROOT);
      if (!name.startsWith("proxy-")
          && !name.startsWith("connection:")
          && !name.startsWith("upgrade:")) {
        kept.add(header);
      }
    }
    return String.join("\r\n", kept) + "\r\nConnection: close\r\n\r\n";
  }

  private static String authority(URI uri) {
    return uri.getHost() + ":" + (uri.getPort() < 0 ? 80 : uri.getPort());
  }

  private void pass(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (counted && bytesUntilCut.addAndGet(-count) < 0) {
          bytesUntilCut.set(Long.MAX_VALUE);
          from.close();
          to.close();
          return;
        }
        out.write(buffer, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has closed its connection; the other one is closed, too.
      sockets.remove(from);
    }
  }

  private static void answer(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int value = in.read(); value >= 0; value = in.read()) {
      head.write(value);
      if (value == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
