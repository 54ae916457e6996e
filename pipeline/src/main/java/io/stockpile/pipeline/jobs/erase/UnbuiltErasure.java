package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.SourceCatalog;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Erases in landed objects that no manifest names. An object that an earlier generation of a unit
 * was built from is removed. Of any other, the unit is built as {@code derive} would do it, without
 * what is to be erased. Objects for which neither is possible are named to the user.
 */
final class UnbuiltErasure {
  private final ObjectStore store;
  private final SourceCatalog sources;
  private final JobContext context;
  private final RunArgs args;
  private final UnbuiltLanding landing;
  private List<UnitOutcome> outcomes = List.of();

  UnbuiltErasure(
      ObjectStore store,
      SourceCatalog sources,
      JobContext context,
      RunArgs args,
      UnbuiltLanding landing) {
    this.store = store;
    this.sources = sources;
    this.context = context;
    this.args = args;
    this.landing = landing;
  }

  /**
   * Erases in these objects, and prints those that still contain something to erase afterwards.
   *
   * @return the worst result of the units; at best {@link JobResult#INCOMPLETE} when an object was
   *     printed
   */
  JobResult erase(List<UnbuiltLanding.Found> found) throws IOException, UsageException {
    Set<ArchiveUnit> unbuilt = new LinkedHashSet<>();
    for (UnbuiltLanding.Found each : found) {
      Optional<ArchiveUnit> unit = sources.unit(each.key());
      Optional<ManifestContent.Derived> built = unit.flatMap(this::built);
      if (built.filter(held -> isFormer(each.key(), held)).isPresent()) {
        remove(each.key());
      } else if (built.isEmpty()) {
        unit.ifPresent(unbuilt::add);
      }
    }
    JobResult result = unbuilt.isEmpty() ? JobResult.COMPLETE : build(List.copyOf(unbuilt));
    for (UnbuiltLanding.Found each : found) {
      Optional<UnbuiltLanding.Found> left =
          isNamedNow(each.key()) ? Optional.empty() : landing.look(each.key());
      if (left.isPresent()) {
        context.out().println(line(left.get()));
        result = result.or(JobResult.INCOMPLETE);
      }
    }
    return result;
  }

  /** Prints that these objects contain something to erase. Changes nothing. */
  JobResult name(List<UnbuiltLanding.Found> found) {
    found.stream().map(this::line).forEach(context.out()::println);
    return found.isEmpty() ? JobResult.COMPLETE : JobResult.INCOMPLETE;
  }

  /** How the units ended that were built. */
  List<UnitOutcome> outcomes() {
    return outcomes;
  }

  /** The sentence for one object: what it contains, and what can be done about that. */
  String line(UnbuiltLanding.Found found) {
    return found.key()
        + " "
        + found.problem()
        + ". It belongs to no unit that was built: "
        + sources.formOfKey(found.key()).building()
        + "; or remove the object.";
  }

  private JobResult build(List<ArchiveUnit> units) throws IOException, UsageException {
    // These units were never built, so too many of their lines may be rejected: the limit of the
    // other commands applies.
    DeriveSettings settings =
        args.derive().withMaxRejectedShare(DeriveSettings.defaults().maxRejectedShare());
    EraseOrder order = new EraseOrder(units, sources);
    JobResult result =
        new ArchiveRun(
                context,
                new RunArgs(
                    args.output(), args.onExisting(), args.dryRun(), settings, args.publish()))
            .carryOut(order);
    outcomes = order.outcomes();
    return result;
  }

  private Optional<ManifestContent.Derived> built(ArchiveUnit unit) {
    try {
      return new ManifestStore(store)
          .load(unit.manifestKey())
          .map(ManifestStore.Entry.Readable::manifest)
          .flatMap(Manifest::derived);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean isNamedNow(String key) {
    return sources
        .unit(key)
        .flatMap(this::built)
        .filter(held -> held.landedPaths().contains(key))
        .isPresent();
  }

  /** Whether the unit was built from a later generation of the object. */
  private static boolean isFormer(String key, ManifestContent.Derived held) {
    for (LandedFacts landed : held.landed()) {
      String first = Generation.firstKey(landed.key());
      Optional<Generation> own = Generation.readAnyEnding(first, key);
      Optional<Generation> now = Generation.readAnyEnding(first, landed.key());
      if (own.isPresent() && now.isPresent() && own.get().compareTo(now.get()) < 0) {
        return true;
      }
    }
    return false;
  }

  private void remove(String key) {
    try {
      store.delete(key);
    } catch (IOException e) {
      context.out().println(key + " could not be removed: " + Failures.inOneLine(e));
    }
  }
}
