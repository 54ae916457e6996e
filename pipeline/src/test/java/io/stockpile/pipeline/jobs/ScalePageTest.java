package io.stockpile.pipeline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repeats the calculations of the page about scale. */
class ScalePageTest {
  private static final double[] BANDWIDTHS = {1e8, 1e9, 1e10};

  private String page;

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(Path.of("..", "src", "site", "scale.md"));
  }

  private static String with(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String time(double seconds) {
    return seconds < 5400 ? with("%.1f min", seconds / 60) : with("%.1f h", seconds / 3600);
  }

  @Test
  void volumesAndSpeedAreThoseOfTheBenchmark() {
    assertThat(page)
        .contains(with("15 × 365 days × 2 files = %,d", 2 * ScaleModel.DAYS))
        .contains(
            with("%.0f bytes of gzip, %.0f bytes", ScaleModel.GZIP_BYTES, ScaleModel.PARQUET_BYTES))
        .contains(
            with("%,.0f messages a second", Math.rint(ScaleModel.MESSAGES_PER_SECOND / 100) * 100))
        .contains(with("%.0f GB of gzip", ScaleModel.gzipBytes() / 1e9))
        .contains(with("%.0f GB of Parquet", ScaleModel.parquetBytes() / 1e9))
        .contains(
            with("%.0f GB to keep", (ScaleModel.gzipBytes() + ScaleModel.parquetBytes()) / 1e9))
        .contains(with("%.1f processor hours", 2 * ScaleModel.workSeconds(1) / 3600));
  }

  @Test
  void aRowOfTimesIsTheSlowerOfWorkAndTransfer() {
    for (int workers : new int[] {1, 10, 100}) {
      double work = ScaleModel.workSeconds(workers);
      double bits = ScaleModel.gzipBytes() * 8 / work;
      StringBuilder row = new StringBuilder(with("| %d | %s | ", workers, time(work)));
      row.append(
          bits < 1e9 ? with("%.0f Mbit/s |", bits / 1e6) : with("%.1f Gbit/s |", bits / 1e9));
      for (double bandwidth : BANDWIDTHS) {
        double seconds = Math.max(work, ScaleModel.transferSeconds(bandwidth));
        row.append(' ').append(time(seconds)).append(" |");
      }
      assertThat(page).contains(row);
    }
  }

  @Test
  void theRequestsAreTheUnitsRequestsTimesTheDays() {
    ScaleModel.Unit message = ScaleModel.messageUnit();
    ScaleModel.Unit activity = ScaleModel.activityUnit();

    assertThat(page)
        .contains(with("*f* = %d\nand *p* = %d", message.files(), message.parts()))
        .contains(with("*f* = %d, *p* = %d", activity.files(), activity.parts()))
        .contains(with("| writes | %,d |", ScaleModel.writes()))
        .contains(with("| reads | %,d |", ScaleModel.reads()))
        .contains(with("| lists | %,d |", ScaleModel.lists()))
        .contains(with("| deletes | %,d |", 2 * ScaleModel.DAYS))
        .contains(
            with("%,d, eight at a time", 2 * ScaleModel.DAYS * ScaleModel.GETS_OF_A_HELD_UNIT));
    for (ScaleModel.Unit unit : new ScaleModel.Unit[] {message, activity}) {
      assertThat(unit.writes()).as("5 + 2f + p").isEqualTo(5 + 2 * unit.files() + unit.parts());
      assertThat(unit.reads()).as("13 + f").isEqualTo(13 + unit.files());
    }
    double cost =
        (ScaleModel.writes() + ScaleModel.lists()) * 5.00e-6 + ScaleModel.reads() * 0.40e-6;
    assertThat(page).contains(with("the requests are %.2f in all", cost));
  }
}
