package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.unit.RunProgress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private static final Instant START = Instant.parse("2016-12-07T00:00:00Z");
  private static final RunProgress.Snapshot HALF =
      new RunProgress.Snapshot(6, 3, 20_000_000, 1_234_567, "");

  @Test
  void awayFromATerminalALineComesEveryTenSeconds() {
    ProgressLines lines = new ProgressLines(START, false);

    assertThat(lines.at(START.plusSeconds(9), HALF)).isEmpty();
    assertThat(lines.at(START.plusSeconds(10), HALF).strip())
        .isEqualTo(
            "3 of 6 units, 20.0 MB received (2.0 MB/s), 1,234,567 rows, 0:00:10, about 0:00:10"
                + " left");
    assertThat(lines.at(START.plusSeconds(19), HALF)).isEmpty();
    assertThat(lines.at(START.plusSeconds(20), HALF)).isNotEmpty();
    assertThat(lines.end()).isEmpty();
  }

  @Test
  void onATerminalOneLineMovesAndIsTakenAwayAtTheEnd() {
    ProgressLines lines = new ProgressLines(START, true);

    assertThat(lines.end()).isEmpty();
    assertThat(lines.at(START.plusSeconds(1), HALF)).startsWith("\r\u001b[2K3 of 6 units");
    assertThat(lines.end()).isEqualTo("\r\u001b[2K");
  }

  @Test
  void nothingIsForetoldBeforeTheFirstUnitAndAfterTheLast() {
    ProgressLines lines = new ProgressLines(START, true);

    assertThat(lines.at(START.plusSeconds(5), new RunProgress.Snapshot(6, 0, 0, 0, "")))
        .doesNotContain("left");
    assertThat(lines.at(START.plusSeconds(5), new RunProgress.Snapshot(6, 6, 0, 0, "")))
        .doesNotContain("left");
  }
}
