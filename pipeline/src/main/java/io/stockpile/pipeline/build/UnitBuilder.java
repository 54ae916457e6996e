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
 * Builds the tables of units, from landed objects or while these are landed. The number of slots
 * limits how many are built at a time in this JVM. Thread-safe.
 */
public final class UnitBuilder {
  /**
   * Servers tolerate a client that reads nothing for this long, and it is usually enough for a slot
   * to become free.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ObjectStore store;
  private final DeriveSettings settings;
  private final int slots;
  private final Semaphore free;
  private final Duration patience;
  private final UnitDeriver deriver = new UnitDeriver();

  /**
   * What to build.
   *
   * @param generation the generation of the tables, which is part of the names of their files
   * @param gone the ids to erase from the lines
   */
  public record Target(
      ArchiveUnit unit, Generation generation, ErasedIds gone, DeriveProgress progress) {

    /** The same unit with other ids to erase. */
    public Target without(ErasedIds others) {
      return new Target(unit, generation, others, progress);
    }

    /** The same unit with the next generation. */
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
   * Waits for a slot and builds a unit from its landed objects.
   *
   * @throws IOException for the reasons named at {@link UnitDeriver#derive}
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

  /** Offers to build a unit while it is landed. */
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

  /** Waits for a slot, which must be {@linkplain #releaseSlot released}. */
  void takeSlot() throws InterruptedException {
    free.acquire();
  }

  /**
   * Takes a slot if one becomes free within this time. If so, it must be {@linkplain #releaseSlot
   * released}.
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

  /** How long a landing may be delayed at most, by one wait for a slot or for the tables. */
  Duration patience() {
    return patience;
  }
}
