package io.stockpile.pipeline.erase;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.erase.landed.ErasedCopy;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The copies that replace landed objects of a unit from which something was erased.
 *
 * @param landed all landed objects of the unit, with copies in place of those that they replace
 * @param pending the staged copies; they become visible when the unit is committed
 * @param replaced the keys of the objects to remove when the copies are visible
 */
public record LandedCopies(
    List<LandedFacts> landed, List<PendingObject> pending, List<String> replaced) {

  public LandedCopies {
    landed = List.copyOf(landed);
    pending = List.copyOf(pending);
    replaced = List.copyOf(replaced);
  }

  /**
   * Writes a copy of each object from which something was erased.
   *
   * @param derived what was derived of the unit
   * @param inputs the objects that it was derived from, in the same order
   * @param erasure what was erased from them
   * @throws IOException when the store fails; staged copies are then discarded, as far as the store
   *     allows
   */
  public static LandedCopies write(
      ObjectStore store, DerivedUnit derived, List<LandedInput> inputs, UnitErasure erasure)
      throws IOException {
    List<LandedFacts> landed = new ArrayList<>();
    List<PendingObject> pending = new ArrayList<>();
    List<String> replaced = new ArrayList<>();
    try {
      for (int at = 0; at < inputs.size(); at++) {
        LandedInput input = inputs.get(at);
        LandedFacts facts = derived.landed().get(at);
        boolean cut = input.ending() == LandedInput.Ending.ANYWHERE;
        if (!erasure.touches(input.key()) && !(cut && erasure.touches())) {
          landed.add(facts);
          continue;
        }
        LandedVersions versions = LandedVersions.find(store, input.key());
        Optional<ErasedCopy> copy = erasure.landedEraser(store).copy(input, versions.nextKey());
        copy.ifPresent(written -> pending.add(written.pending()));
        requireSame(facts, copy, erasure.erasedLines(input.key()));
        landed.add(copy.map(written -> facts(facts, written)).orElse(facts));
        copy.ifPresent(written -> replaced.addAll(versions.keys()));
      }
    } catch (IOException | RuntimeException e) {
      for (PendingObject copy : pending) {
        abort(store, copy, e);
      }
      throw e;
    }
    return new LandedCopies(landed, pending, replaced);
  }

  /**
   * Checks that deriving and copying, which read the same lines independently, have the same
   * counts. Otherwise nothing is committed.
   */
  private static void requireSame(LandedFacts facts, Optional<ErasedCopy> copy, long erased)
      throws IOException {
    long lines = copy.map(ErasedCopy::lines).orElse(facts.lines());
    long gone = copy.map(written -> written.counts().lines()).orElse(0L);
    if (lines != facts.lines() || gone != erased) {
      String differing =
          "%s and its copy without what is to be gone do not agree (lines: %d and %d, to be erased:"
              .formatted(facts.key(), facts.lines(), lines);
      throw new IOException(
          differing
              + " %d and %d): nothing of it was changed; a line above --maxLineBytes may be the"
                  .formatted(erased, gone)
              + " reason, then allow longer ones");
    }
  }

  private static LandedFacts facts(LandedFacts before, ErasedCopy copy) {
    return new LandedFacts(
        copy.pending().key(),
        copy.pending().bytes(),
        copy.pending().sha256(),
        copy.uncompressedBytes(),
        copy.lines(),
        copy.gzipMembers(),
        before.length(),
        before.originalSha256(),
        before.erased() + copy.counts().lines());
  }

  private static void abort(ObjectStore store, PendingObject copy, Exception because) {
    try {
      store.abort(copy);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * The versions of one landed object in the archive.
   *
   * @param keys the keys of all versions
   * @param nextKey the key for the next version
   */
  private record LandedVersions(List<String> keys, String nextKey) {

    static LandedVersions find(ObjectStore store, String key) throws IOException {
      String first = Generation.firstKey(key);
      List<String> keys = new ArrayList<>();
      Generation newest = Generation.FIRST;
      for (StoredObject object : store.list(Generation.prefixOf(first))) {
        Generation generation = Generation.readAnyEnding(first, object.key()).orElse(null);
        if (generation != null) {
          keys.add(object.key());
          newest = newest.compareTo(generation) < 0 ? generation : newest;
        }
      }
      return new LandedVersions(keys, newest.next().ofKey(first));
    }
  }
}
