package io.stockpile.pipeline.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.shred.Mutations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However lines are damaged, each is counted, and the rejected ones are kept. */
class MutatedLinesTest {
  private static final int LINES = 100_000;

  @TempDir Path directory;

  @Test
  void theBalanceHoldsToTheLineAndRejectedLinesKeepTheirBytes() throws Exception {
    List<byte[]> lines = lines();
    DerivingArchive archive = new DerivingArchive(directory);
    DerivedUnit derived = archive.deriveAndComplete(DerivingArchive.gzip(join(lines)));
    LineCounts counts = derived.counts();
    assertThat(counts.lines()).isEqualTo(LINES);
    assertThat(counts.blank()).isEqualTo(lines.stream().filter(MutatedLinesTest::isBlank).count());
    assertThat(counts.rejected()).isBetween(LINES / 5L, LINES * 4L / 5);
    assertThat(counts.duplicates()).isPositive();
    assertThat(
            derived.rejected().orElseThrow().reasons().values().stream()
                .mapToLong(Long::longValue)
                .sum())
        .isEqualTo(counts.rejected());
    Set<Long> rejected = rejectedLinesAreWhole(archive, lines);
    assertThat(rejected).hasSize(Math.toIntExact(counts.rejected()));
    Set<Long> rows = new HashSet<>();
    for (String table : List.of("messages", "message_deletions", "message_likes")) {
      for (List<Object> row : archive.query("SELECT source_line FROM $" + table)) {
        assertThat(rows.add((Long) row.get(0))).isTrue();
      }
    }
    assertThat(rows).hasSize(Math.toIntExact(counts.rows()));
    rows.retainAll(rejected);
    assertThat(rows).isEmpty();
  }

  private static Set<Long> rejectedLinesAreWhole(DerivingArchive archive, List<byte[]> lines)
      throws SQLException {
    Set<Long> numbers = new HashSet<>();
    for (List<Object> row : archive.rejected("SELECT source_line, hex(raw), line_bytes")) {
      int number = Math.toIntExact((Long) row.get(0));
      byte[] line = stripped(lines.get(number - 1));
      assertThat(row.get(1)).isEqualTo(HexFormat.of().withUpperCase().formatHex(line));
      assertThat(row.get(2)).isEqualTo((long) line.length);
      numbers.add((long) number);
    }
    return numbers;
  }

  private static List<byte[]> lines() {
    Random random = new Random(11);
    List<byte[]> lines = new ArrayList<>();
    for (int index = 0; index < LINES; index++) {
      byte[] line = sound(index, random).getBytes(StandardCharsets.UTF_8);
      lines.add(random.nextInt(10) == 0 ? line : Mutations.of(line, random));
    }
    return lines;
  }

  private static String sound(int index, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> SampleLines.bare(index);
      case 1 -> SampleLines.activityStreams(index);
      case 2 -> SampleLines.destroyed(index, "2018-01-01T00:00:00Z");
      case 3 -> SampleLines.activity("LikeMessage", "create", "{\"user_id\":" + index + "}");
      case 4 -> random.nextInt(50) == 0 ? " " : SampleLines.created(index / 100);
      default -> SampleLines.created(index);
    };
  }

  private static byte[] join(List<byte[]> lines) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      text.write(line);
      text.write('\n');
    }
    return text.toByteArray();
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  private static byte[] stripped(byte[] line) {
    boolean carriageReturn = line.length > 0 && line[line.length - 1] == '\r';
    return carriageReturn ? Arrays.copyOf(line, line.length - 1) : line;
  }
}
