package io.stockpile.pipeline.run.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.unit.UnitWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.SourceTestUtils;
import org.junit.jupiter.api.Test;

class UnitBatchesTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 5);

  private final PipelineOptions options = PipelineOptionsFactory.create();

  private static UnitBatches.Batch batch(int day, long bytes) {
    FirestreamUnit unit = FirestreamUnit.ofDay(FileType.MESSAGE, FIRST.plusDays(day));
    StoredObject landed = new StoredObject(unit.landingKey(), bytes);
    UnitWork.From from = new UnitWork.From.Landed(List.of());
    return new UnitBatches.Batch(List.of(new UnitWork(unit, "", true, List.of(landed), from)));
  }

  @Test
  void everyBatchIsAPartByItselfHoweverLargeARunnerWantsThem() throws Exception {
    UnitBatches batches = new UnitBatches(List.of(batch(0, 5), batch(1, 7), batch(2, 1)));

    for (long size : new long[] {1, Long.MAX_VALUE}) {
      List<UnitBatches> parts = batches.split(size, options);
      List<UnitBatches.Batch> read = new ArrayList<>();
      for (UnitBatches part : parts) {
        List<UnitBatches.Batch> one = SourceTestUtils.readFromSource(part, options);
        assertThat(one).hasSize(1);
        read.addAll(one);
      }
      assertThat(read).isEqualTo(SourceTestUtils.readFromSource(batches, options)).hasSize(3);
    }
    assertThat(batches.getEstimatedSizeBytes(options)).isEqualTo(13);
  }

  @Test
  void aJobWithoutUnitsHasAnEmptyPart() throws Exception {
    UnitBatches none = new UnitBatches(List.of());

    List<UnitBatches> parts = none.split(1, options);

    assertThat(parts).hasSize(1);
    assertThat(SourceTestUtils.readFromSource(parts.get(0), options)).isEmpty();
  }
}
