package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.erase.landed.LandedEraser;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.PageLayout;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Landed objects that no manifest names: of units that were never built, of sweeps and ranges that
 * have not ended, and what is left of units that were replaced.
 */
final class UnbuiltLanding {
  private static final String PREFIX = "_landing/";

  private final ObjectStore store;
  private final SourceCatalog sources;
  private final ErasedIds ids;

  UnbuiltLanding(ObjectStore store, SourceCatalog sources, ErasedIds ids) {
    this.store = store;
    this.sources = sources;
    this.ids = ids;
  }

  /**
   * An object that contains one of the ids, or of which that is not known.
   *
   * @param problem what it contains, or why it cannot be read; the end of a sentence
   */
  record Found(String key, String problem) {}

  /**
   * Searches all such objects.
   *
   * @param built the manifests of all units that were built
   */
  List<Found> find(Stream<Manifest> built) throws IOException {
    if (ids.isEmpty()) {
      return List.of();
    }
    Set<String> named = new HashSet<>();
    built
        .flatMap(manifest -> manifest.derived().stream())
        .map(ManifestContent.Derived::landedPaths)
        .forEach(named::addAll);
    List<Found> found = new ArrayList<>();
    for (StoredObject object : store.list(PREFIX)) {
      String key = object.key();
      if (!named.contains(key) && !isNote(key)) {
        look(key).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isNote(String key) {
    return key.endsWith(".json") || LandedDoubts.about(key).isPresent();
  }

  /** Searches one object; empty when it contains none of the ids, and when it is gone. */
  Optional<Found> look(String key) {
    Source.LandedForm form = sources.formOfKey(key);
    LandedEraser eraser = new LandedEraser(store, form.vocabulary(), ids);
    try {
      long hits =
          eraser.look(input(key, form.ending())).reasons().values().stream()
              .mapToLong(Long::longValue)
              .sum();
      return hits == 0
          ? Optional.empty()
          : Optional.of(
              new Found(key, "still has what is to be gone, in " + HumanText.count(hits, "place")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(new Found(key, "cannot be looked through: " + Failures.inOneLine(e)));
    }
  }

  private static LandedInput input(String key, LandedInput.Ending ending) {
    return new LandedInput(
        key, -1, "", ending, LandedFile.Length.DECLARED, PageLayout.LINES, "", 0);
  }
}
