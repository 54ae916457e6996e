package io.stockpile.pipeline.run.workers;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Does what {@link ArchiveUnitFn} does, for the one batch that it brings along. A source of one
 * batch would be rewritten by the direct runner before the first unit begins, which takes longer
 * than to make this function.
 */
final class DirectUnitsFn extends DoFn<byte[], Void> {
  private static final long serialVersionUID = 1L;

  private final ArchiveUnitFn units;
  private final UnitBatches.Batch batch;

  DirectUnitsFn(ArchiveUnitFn units, UnitBatches.Batch batch) {
    this.units = units;
    this.batch = batch;
  }

  @Setup
  public void open() throws IOException {
    units.open();
  }

  @ProcessElement
  public void process() throws InterruptedException {
    units.process(batch);
  }

  @Teardown
  public void close() throws IOException {
    units.close();
  }
}
