package io.stockpile.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends one answer over a socket, with the framing and the ending that its plan asks for. */
final class ReplyWriter {
  private static final int BUFFER_BYTES = 32 * 1024;

  private final Socket socket;
  private final OutputStream out;
  private final ReplyPlan plan;

  ReplyWriter(Socket socket, ReplyPlan plan) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.plan = plan;
  }

  /** True when the connection can carry another request. */
  boolean write(Reply reply) throws IOException {
    boolean ends = plan.ending != ReplyPlan.Ending.WHOLE;
    if (ends && plan.endingAfter < 0) {
      return false;
    }
    long declared = Math.min(reply.length(), plan.lengthLimit);
    out.write(head(reply, declared).getBytes(StandardCharsets.ISO_8859_1));
    long sent = ends ? Math.min(declared, plan.endingAfter) : declared;
    writeBody(reply.body(), sent);
    if (plan.framing == ReplyPlan.Framing.CHUNKED && !ends) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    out.flush();
    return finish();
  }

  private String head(Reply reply, long declared) {
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    switch (plan.framing) {
      case CONTENT_LENGTH -> headers.put("Content-Length", Long.toString(declared));
      case CHUNKED -> headers.put("Transfer-Encoding", "chunked");
      case UNTIL_CLOSE -> headers.put("Connection", "close");
    }
    headers.putAll(plan.extraHeaders);
    StringBuilder head = new StringBuilder();
    head.append("HTTP/1.1 ").append(reply.status()).append(" Simulated\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private void writeBody(InputStream body, long length) throws IOException {
    byte[] buffer = new byte[plan.dripBytes > 0 ? plan.dripBytes : BUFFER_BYTES];
    long left = length;
    while (left > 0) {
      int count = body.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
      if (count == 0) {
        return;
      }
      if (plan.framing == ReplyPlan.Framing.CHUNKED) {
        String size = String.format(Locale.ROOT, "%x\r\n", count);
        out.write(size.getBytes(StandardCharsets.ISO_8859_1));
        out.write(buffer, 0, count);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      } else {
        out.write(buffer, 0, count);
      }
      left -= count;
      pause();
    }
  }

  private void pause() throws IOException {
    if (plan.dripBytes == 0) {
      return;
    }
    out.flush();
    try {
      Thread.sleep(plan.dripPause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while dripping", e);
    }
  }

  private boolean finish() throws IOException {
    switch (plan.ending) {
      case WHOLE -> {
        return plan.framing != ReplyPlan.Framing.UNTIL_CLOSE;
      }
      case CLOSE -> {
        return false;
      }
      case RESET -> {
        // With nothing to linger for, closing drops what is unsent and sends a reset.
        socket.setSoLinger(true, 0);
        return false;
      }
      case STALL -> {
        // Nothing is sent until the client closes the connection.
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
          // What it sends meanwhile is of no interest.
        }
        return false;
      }
    }
    throw new IllegalStateException("No such ending: " + plan.ending);
  }
}
