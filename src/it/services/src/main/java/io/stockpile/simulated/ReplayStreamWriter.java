package io.stockpile.simulated;

import io.stockpile.simulated.data.MinuteSource;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Sends one Replay stream over a socket: chunked, compressed, and as faulty as planned. */
final class ReplayStreamWriter implements HttpListener.SocketAnswer {
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int SECONDS_PER_MINUTE = 60;

  private final MinuteSource source;
  private final ReplayRange range;
  private final ReplayPlan plan;
  private final Instant now;
  private long sent;
  private long counted;

  ReplayStreamWriter(MinuteSource source, ReplayRange range, ReplayPlan plan, Instant now) {
    this.source = source;
    this.range = range;
    this.plan = plan;
    this.now = now;
  }

  @Override
  public void write(Socket socket) throws IOException {
    OutputStream raw = socket.getOutputStream();
    raw.write(head().getBytes(StandardCharsets.ISO_8859_1));
    Chunks chunks = new Chunks(raw, plan.compressedLimit);
    boolean whole = false;
    try {
      OutputStream body =
          plan.compressed ? new GZIPOutputStream(chunks, CHUNK_BYTES, true) : chunks;
      stream(body);
      body.flush();
      if (plan.endsGzip) {
        body.close();
        whole = true;
      }
    } catch (LimitReachedException e) {
      whole = false;
    }
    chunks.flush();
    if (whole) {
      raw.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      raw.flush();
    }
    end(socket);
  }

  private String head() {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    head.append("Content-Type: application/json; charset=UTF-8\r\n");
    head.append("Transfer-Encoding: chunked\r\n");
    if (plan.compressed) {
      head.append("Content-Encoding: gzip\r\n");
    }
    for (Map.Entry<String, String> header : plan.headers.entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private void stream(OutputStream body) throws IOException {
    for (String line : plan.firstLines) {
      body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    heartbeats(body);
    for (Instant minute = range.from();
        minute.isBefore(range.to()) && sent < plan.activityLimit;
        minute = minute.plusSeconds(SECONDS_PER_MINUTE)) {
      if (!leftOut(minute)) {
        minute(body, minute);
      }
    }
    if (plan.sendsInfo) {
      String info = info() + (plan.endsInfoLine ? "\r\n" : "");
      body.write(info.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void heartbeats(OutputStream body) throws IOException {
    for (int i = 0; i < plan.heartbeats; i++) {
      try {
        Thread.sleep(plan.heartbeatPause.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted between heartbeats", e);
      }
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
      body.flush();
    }
  }

  private boolean leftOut(Instant minute) {
    boolean unprocessed =
        plan.unprocessedFrom.filter(from -> !minute.isBefore(from)).isPresent()
            && plan.unprocessedTo.filter(minute::isBefore).isPresent();
    return unprocessed || plan.failedMinutes.contains(minute);
  }

  private void minute(OutputStream body, Instant minute) throws IOException {
    List<String> activities = new ArrayList<>(source.activities(minute));
    if (plan.disorderSeed.isPresent()) {
      Collections.shuffle(activities, new Random(plan.disorderSeed.get() + minute.hashCode()));
    }
    for (String activity : activities) {
      byte[] line = (activity + "\r\n").getBytes(StandardCharsets.UTF_8);
      if (sent >= plan.activityLimit) {
        if (plan.halfALine) {
          body.write(line, 0, line.length / 2);
        }
        return;
      }
      counted++;
      if (counted > plan.withheldActivities) {
        body.write(line);
        sent++;
      }
      if (plan.duplicateEvery > 0 && counted % plan.duplicateEvery == 0) {
        body.write(line);
        counted++;
        sent++;
      }
      if (plan.keepAliveEvery > 0 && counted % plan.keepAliveEvery == 0) {
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private String info() {
    String tail = ",\"activity_count\":" + (counted + plan.countedMore);
    String message = "Replay Request Completed";
    List<String> failed =
        plan.failedMinutes.stream()
            .filter(minute -> !minute.isBefore(range.from()) && minute.isBefore(range.to()))
            .map(minute -> "\"" + iso(minute) + "\"")
            .toList();
    if (!failed.isEmpty()) {
      message += " with Errors";
      tail += ",\"minutes_failed\":[" + String.join(",", failed) + "]";
    }
    if (plan.unprocessedFrom.isPresent() && plan.unprocessedTo.isPresent()) {
      message = "Replay Request Failed to Complete";
      tail +=
          ",\"unprocessed_range\":{\"fromDate\":\""
              + iso(plan.unprocessedFrom.get())
              + "\",\"toDate\":\""
              + iso(plan.unprocessedTo.get())
              + "\"}";
    }
    return "{\"info\":{\"message\":\"" + message + "\",\"sent\":\"" + iso(now) + "\"" + tail + "}}";
  }

  private static String iso(Instant instant) {
    String text = Instant.ofEpochSecond(instant.getEpochSecond()).toString();
    return text.substring(0, text.length() - 1) + "+00:00";
  }

  private void end(Socket socket) throws IOException {
    switch (plan.after) {
      case CLOSE -> socket.shutdownOutput();
      // With nothing to linger for, closing drops what is unsent and sends a reset.
      case RESET -> socket.setSoLinger(true, 0);
      case STALL -> {
        // Nothing is sent until the client closes the connection.
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
          // What it sends meanwhile is of no interest.
        }
      }
    }
  }

  /** As many bytes as are allowed have been sent. */
  private static final class LimitReachedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Frames what is written as chunks. */
  private static final class Chunks extends FilterOutputStream {
    private long left;

    Chunks(OutputStream out, long limit) {
      super(out);
      this.left = limit;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int allowed = (int) Math.min(length, left);
      if (allowed > 0) {
        String size = String.format(Locale.ROOT, "%x\r\n", allowed);
        out.write(size.getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes, offset, allowed);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        left -= allowed;
      }
      if (allowed < length) {
        throw new LimitReachedException();
      }
    }

    @Override
    public void close() throws IOException {
      // The connection is not this stream's to close.
      flush();
    }
  }
}
