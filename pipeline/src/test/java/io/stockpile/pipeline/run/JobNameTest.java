package io.stockpile.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobNameTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  @Test
  void aDaysJobIsFoundByCommandTypesAndDay() {
    List<FirestreamUnit> units =
        List.of(
            FirestreamUnit.ofDay(FileType.MESSAGE, DAY),
            FirestreamUnit.ofDay(FileType.ACTIVITY, DAY));

    assertThat(JobName.of("backfill", units))
        .isEqualTo("stockpile-backfill-firestream-activity-message-2016-12-05");
  }

  @Test
  void severalDaysAreARangeWithoutItsEnd() {
    List<FirestreamUnit> units =
        List.of(
            FirestreamUnit.ofDay(FileType.MESSAGE, DAY.plusDays(2)),
            FirestreamUnit.ofDay(FileType.MESSAGE, DAY));

    assertThat(JobName.of("derive", units))
        .isEqualTo("stockpile-derive-firestream-message-2016-12-05-to-2016-12-08");
  }

  @Test
  void fitsTheRunnersThatTakeTheLeast() {
    assertThat(JobName.of("import", List.of(FirestreamUnit.ofDay(FileType.MESSAGE, DAY))))
        .matches("[a-z]([-a-z0-9]*[a-z0-9])?");
  }
}
