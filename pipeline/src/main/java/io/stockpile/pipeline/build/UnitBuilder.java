package io.stockpile.pipeline.build;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.derive.DeriveProgress;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.derive.UnitDeriver;
import io.stockpile.pipeline.erase.UnitErasure;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LandedText;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Builds the tables of units, as many at a time as there are slots in this JVM: from landed
 * objects, or along with their landing. Thread-safe.
 */
public final class UnitBuilder {
  /** Servers bear that much silence of a client's, and another unit's tables are done by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ObjectStore store;
  private final DeriveSettings settings;
  private final int slots;
  private final Semaphore free;
  private final Duration patience;
  private final UnitDeriver deriver = new UnitDeriver();

  /**
   * What is built.
   *
   * @param generation which of the unit's tables these are
   * @param gone the ids that are taken out of its lines
   */
  public record Target(
      ArchiveUnit unit, Generation generation, ErasedIds gone, DeriveProgress progress) {

    /** The same without other ids. */
    public Target without(ErasedIds others) {
      return new Target(unit, generation, others, progress);
    }

    /** The same as the next generation. */
    public Target next() {
      return new Target(unit, generation.next(), gone, progress);
    }
  }

  /**
   * @param slots how many units may be derived at a time in this JVM
   */
  public UnitBuilder(ObjectStore store, DeriveSettings settings, int slots) {
    this(store, settings, slots, DeriveSlots.of(slots), PATIENCE);
  }

  UnitBuilder(
      ObjectStore store, DeriveSettings settings, int slots, Semaphore free, Duration patience) {
    this.store = store;
    this.settings = settings;
    this.slots = slots;
    this.free = free;
    this.patience = patience;
  }

  /**
   * Builds a unit from its landed objects; waits for a slot.
   *
   * @throws IOException as for {@link UnitDeriver#derive}
   */
  public Built build(Target target, Vocabulary vocabulary, List<LandedInput> landed)
      throws IOException, InterruptedException {
    free.acquire();
    try {
      UnitErasure erasure = new UnitErasure(vocabulary, target.gone());
      return new Built(
          deriver.derive(
              target.unit(),
              target.generation(),
              vocabulary,
              landed,
              erasure,
              store,
              settings,
              target.progress()),
          erasure);
    } finally {
      free.release();
    }
  }

  /** Offers to build a unit along with its landing. */
  public BuildAlong along(Target target) {
    return new BuildAlong(this, target);
  }

  Built buildAlong(Target target, Vocabulary vocabulary, String key, LandedText text)
      throws IOException, InterruptedException {
    UnitErasure erasure = new UnitErasure(vocabulary, target.gone());
    return new Built(
        deriver.deriveAlong(
            target.unit(),
            target.generation(),
            vocabulary,
            key,
            text,
            erasure,
            store,
            settings,
            target.progress()),
        erasure);
  }

  /** Waits for a slot; to be {@linkplain #releaseSlot given back}. */
  void takeSlot() throws InterruptedException {
    free.acquire();
  }

  /**
   * Takes a slot, if one becomes free within this time; to be {@linkplain #releaseSlot given back}.
   */
  boolean takeSlot(Duration within) throws InterruptedException {
    return free.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
  }

  void releaseSlot() {
    free.release();
  }

  ObjectStore store() {
    return store;
  }

  int slots() {
    return slots;
  }

  /** How long a landing is held up, at most. */
  Duration patience() {
    return patience;
  }
}
