package io.stockpile.simulated.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The lines of one backup file. Immutable.
 *
 * @param lines without their ends
 */
public record SimulatedDay(List<String> lines) {
  public SimulatedDay {
    lines = List.copyOf(lines);
  }

  /** The same with one more line in the middle. */
  public SimulatedDay with(String line) {
    List<String> more = new ArrayList<>(lines);
    more.add(lines.size() / 2, line);
    return new SimulatedDay(more);
  }

  /** The file before compression: each line ends in LF. */
  public byte[] ndjson() {
    return text(lines);
  }

  /** The file as the service has it: one gzip member. */
  public byte[] gzip() {
    return gzip(1);
  }

  /** The file as this many gzip members after one another, each of whole lines. */
  public byte[] gzip(int members) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < members; i++) {
      int from = lines.size() * i / members;
      int to = lines.size() * (i + 1) / members;
      try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
        gzip.write(text(lines.subList(from, to)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file.toByteArray();
  }

  private static byte[] text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
