package io.stockpile.pipeline.run.workers;

import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The batches of a job as a source that has a part for each batch. Runners give the parts of a
 * source to idle slots, so all slots are busy until nothing is left. Elements that are shuffled by
 * a key would go where the key's hash sends them, and one slot of two may get seven of ten.
 */
final class UnitBatches extends BoundedSource<UnitBatches.Batch> {
  private static final long serialVersionUID = 1L;

  private final List<Batch> batches;

  /**
   * Units that are worked on by one worker; one element of the pipeline where there is a source.
   */
  record Batch(List<UnitWork> units) implements Serializable {
    Batch {
      units = List.copyOf(units);
    }

    /**
     * How many bytes of its units had been landed when they were planned; an estimate of how long
     * the batch takes.
     */
    long landedBytes() {
      return units.stream()
          .flatMap(work -> work.landed().stream())
          .mapToLong(StoredObject::bytes)
          .sum();
    }
  }

  UnitBatches(List<Batch> batches) {
    this.batches = List.copyOf(batches);
  }

  /** A part for each batch, in order, whatever size the runner wants. */
  @Override
  public List<UnitBatches> split(long desiredBundleSizeBytes, PipelineOptions options) {
    return batches.isEmpty()
        ? List.of(this)
        : batches.stream().map(batch -> new UnitBatches(List.of(batch))).toList();
  }

  /**
   * The bytes that the work is about, not those of the small elements, so that runners see how much
   * work there is.
   */
  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return batches.stream().mapToLong(Batch::landedBytes).sum();
  }

  @Override
  public Coder<Batch> getOutputCoder() {
    return SerializableCoder.of(Batch.class);
  }

  @Override
  public BoundedReader<Batch> createReader(PipelineOptions options) {
    return new Reader();
  }

  private final class Reader extends BoundedReader<Batch> {
    private int at = -1;

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      at++;
      return at < batches.size();
    }

    @Override
    public Batch getCurrent() {
      if (at < 0 || at >= batches.size()) {
        throw new NoSuchElementException("There is no batch " + at + " of " + batches.size());
      }
      return batches.get(at);
    }

    @Override
    public UnitBatches getCurrentSource() {
      return UnitBatches.this;
    }

    @Override
    public void close() {}
  }
}
