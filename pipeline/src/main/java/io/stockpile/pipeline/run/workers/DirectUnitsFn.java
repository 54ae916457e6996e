package io.stockpile.pipeline.run.workers;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Does what {@link ArchiveUnitFn} does, on the direct runner, for all units of a job, which it
 * brings along as one batch. They go through several at a time on threads of its own, because idle
 * threads of that runner spin and would take a core from those that work; and a source would be
 * rewritten by it before the first unit begins.
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
