package io.stockpile.connectors.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Listens on a port of loopback, and serves each connection on a thread of its own. The threads do
 * not keep the JVM alive.
 */
public final class LoopbackServer implements AutoCloseable {
  private final ServerSocket server;
  private final Service service;

  /** Serves a connection. */
  public interface Service {
    /** Called once for each connection, which is closed afterwards, also after a failure. */
    void serve(Socket client) throws IOException;
  }

  private LoopbackServer(ServerSocket server, Service service) {
    this.server = server;
    this.service = service;
  }

  /** Starts a server on a free port. */
  public static LoopbackServer start(Service service) throws IOException {
    return start(new ServerSocket(0, 50, loopback()), service);
  }

  /** Starts a server on a socket that listens already; closing the server closes it. */
  public static LoopbackServer start(ServerSocket socket, Service service) {
    LoopbackServer server = new LoopbackServer(socket, service);
    daemon(server::accept);
    return server;
  }

  public static InetAddress loopback() throws IOException {
    return InetAddress.getByName("127.0.0.1");
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        daemon(() -> serve(client));
      } catch (IOException e) {
        // The server was closed, which ends the loop.
        Thread.onSpinWait();
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      service.serve(client);
    } catch (IOException e) {
      // The client has closed the connection.
      Thread.onSpinWait();
    }
  }

  /** Passes bytes on in both directions until one side closes its connection; then closes both. */
  public static void relay(Socket one, Socket other) {
    daemon(() -> pass(one, other));
    pass(other, one);
  }

  private static void pass(Socket from, Socket to) {
    try (to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has closed its connection; the other one is closed, too.
      Thread.onSpinWait();
    }
  }

  /** Runs something on a thread that does not keep the JVM alive. */
  public static void daemon(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
