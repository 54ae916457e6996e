package io.stockpile.simulated;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Listens on a port of loopback, with a thread that accepts connections and one for each
 * connection. No two listeners of one JVM have the same port, not even one after the other: a
 * client may remember what an address answered, and would take the new service for the old one.
 */
final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final Set<Integer> USED_PORTS = ConcurrentHashMap.newKeySet();

  /** Answers a request; faults have been applied to the plan already. */
  interface Handler {
    Reply answer(ReceivedRequest request, ReplyPlan plan) throws IOException;

    /** An answer that is written to the socket directly; empty for most requests. */
    default Optional<SocketAnswer> direct(ReceivedRequest request) {
      return Optional.empty();
    }

    /** The faults for this request. */
    Fault faultFor(ReceivedRequest request);
  }

  /** An answer that writes to the socket directly. */
  interface SocketAnswer {
    /** Answers; the connection is closed afterwards. */
    void write(Socket socket) throws IOException;
  }

  private final ReceivedRequest.Place place;
  private final Handler handler;
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  HttpListener(ReceivedRequest.Place place, Handler handler) throws IOException {
    this.place = place;
    this.handler = handler;
    this.server = onNewPort();
  }

  private static ServerSocket onNewPort() throws IOException {
    while (true) {
      ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
      if (USED_PORTS.add(socket.getLocalPort())) {
        return socket;
      }
      socket.close();
    }
  }

  void start() {
    daemon("accept", this::accept).start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.add(socket);
        daemon("connection", () -> serve(socket)).start();
      } catch (IOException e) {
        // The listener was closed, which ends the loop, or the client was gone already.
        Thread.onSpinWait();
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      RequestReader requests =
          new RequestReader(new BufferedInputStream(socket.getInputStream()), place);
      boolean open = true;
      while (open) {
        Optional<ReceivedRequest> request = requests.read();
        open = request.isPresent() && answer(socket, request.get());
      }
    } catch (IOException e) {
      // A client may leave whenever it likes; what it did is in the log of requests.
      connections.remove(socket);
    } finally {
      connections.remove(socket);
    }
  }

  private boolean answer(Socket socket, ReceivedRequest request) throws IOException {
    Optional<SocketAnswer> direct = handler.direct(request);
    if (direct.isPresent()) {
      direct.get().write(socket);
      return false;
    }
    ReplyPlan plan = new ReplyPlan();
    handler.faultFor(request).apply(plan);
    Reply reply =
        plan.canned.isPresent()
            ? Reply.text(plan.canned.get().status(), plan.canned.get().body())
            : handler.answer(request, plan);
    try (reply) {
      return new ReplyWriter(socket, plan).write(reply);
    }
  }

  private Thread daemon(String role, Runnable work) {
    Thread thread = new Thread(work, "simulated-" + place + "-" + role);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : connections) {
      socket.close();
    }
  }
}
