package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.CountingInputStream;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.gzip.CutGzipInputStream;
import io.stockpile.connectors.gzip.GzipEnding;
import io.stockpile.connectors.gzip.WholeLines;
import io.stockpile.connectors.gzip.WholeLinesInputStream;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Disconnected;
import io.stockpile.connectors.replay.lines.ControlLine;
import io.stockpile.connectors.replay.lines.LineGlance;
import io.stockpile.connectors.replay.lines.LineTimes;
import io.stockpile.connectors.replay.lines.SeenMinutes;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one landed answer once, in constant memory, and finds out how many lines of which kind it
 * has, its newest minute, and how the request ended.
 */
final class AttemptScan {
  private static final int MOST_MESSAGES = 100;

  private final InfoParser infos;
  private final LineGlance glance = new LineGlance();
  private final List<String> messages = new ArrayList<>();
  private Optional<ReplayEnding> stated = Optional.empty();
  private Optional<String> lastError = Optional.empty();
  private final SeenMinutes seen;
  private long newest = LineTimes.NONE;
  private long lines;
  private long blank;
  private long control;
  private boolean inside;

  /** The result of reading an answer. */
  record Result(LandedAttempt landed, ReplayEnding ending) {}

  private AttemptScan(MinuteRange requested) {
    this.infos = new InfoParser(requested);
    this.seen = new SeenMinutes(requested);
  }

  /**
   * Reads an answer.
   *
   * @param reason how the connection ended, for the case that the service said nothing about the
   *     end
   * @throws java.nio.file.NoSuchFileException when nothing lies under the key
   */
  static Result scan(ObjectStore store, String key, MinuteRange requested, String reason)
      throws IOException {
    MessageDigest sha256 = Sha256.digest();
    try (CountingInputStream counted = new CountingInputStream(store.read(key));
        PushbackInputStream in =
            new PushbackInputStream(new DigestInputStream(counted, sha256), 2)) {
      AttemptScan scan = new AttemptScan(requested);
      GzipEnding ending = GzipEnding.WHOLE;
      int members = 0;
      long uncompressed;
      if (WholeLinesInputStream.isGzip(in)) {
        try (CutGzipInputStream text = new CutGzipInputStream(in)) {
          scan.read(text);
          ending = text.ending().orElseThrow();
          members = text.members();
          uncompressed = text.uncompressedBytes();
        }
      } else {
        scan.read(in);
        uncompressed = counted.count();
      }
      LandedAttempt landed =
          new LandedAttempt(
              key,
              counted.count(),
              Sha256.hex(sha256),
              uncompressed,
              members,
              ending,
              scan.lines,
              scan.blank,
              scan.control,
              scan.messages);
      return new Result(landed, scan.ending(landed, reason));
    }
  }

  /** Opens an answer's whole lines, decoded. */
  static InputStream openLines(ObjectStore store, String key) throws IOException {
    InputStream bytes = store.read(key);
    try {
      return WholeLinesInputStream.ofAnswer(bytes);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private ReplayEnding ending(LandedAttempt landed, String reason) {
    if (!landed.trusted()) {
      return new Disconnected(null, "the compressed data was damaged on its way");
    }
    Instant minute = newest == LineTimes.NONE ? null : Minutes.ofEpochMinute(newest);
    String said = lastError.map(text -> ", after the error message '" + text + "'").orElse("");
    return stated.orElseGet(() -> new Disconnected(minute, seen.quiet(), reason + said));
  }

  private void read(InputStream text) throws IOException {
    WholeLines blocks = new WholeLines(text);
    while (blocks.next()) {
      byte[] bytes = blocks.bytes();
      int start = blocks.start();
      for (int at = start; at < blocks.end(); at++) {
        if (bytes[at] == '\n') {
          line(bytes, start, at);
          start = at + 1;
        }
      }
      if (start < blocks.end()) {
        unended(bytes, start, blocks.end());
      }
    }
  }

  private void line(byte[] bytes, int start, int end) {
    if (inside) {
      inside = false;
      return;
    }
    count(bytes, start, end);
  }

  /** The last line, or a part of one that is too long to be looked at whole. */
  private void unended(byte[] bytes, int start, int end) {
    if (!inside) {
      count(bytes, start, end);
      inside = true;
    }
  }

  private void count(byte[] bytes, int start, int end) {
    lines++;
    LineGlance.Kind kind = glance.look(bytes, start, end);
    switch (kind) {
      case BLANK -> blank++;
      case CONTROL -> {
        Optional<ControlLine> line = ControlLine.parse(bytes, start, end - start);
        line.ifPresent(this::control);
        if (line.isEmpty()) {
          activity();
        }
      }
      case ACTIVITY -> activity();
    }
  }

  private void control(ControlLine line) {
    control++;
    if (messages.size() < MOST_MESSAGES) {
      messages.add(line.json());
    }
    if (line.kind().equals("error")) {
      lastError = Optional.of(Redaction.general().text(line.message()));
    }
    Optional<ReplayEnding> ending = infos.ending(line);
    stated = ending.isPresent() ? ending : stated;
  }

  private void activity() {
    long minute = glance.minute();
    // A time outside the requested range does not show how far the stream has come.
    if (minute != LineTimes.NONE && seen.add(minute) && minute > newest) {
      newest = minute;
    }
  }
}
