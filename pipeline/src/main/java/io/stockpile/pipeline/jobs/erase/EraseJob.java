package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.Recovery;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import io.stockpile.pipeline.erase.tombstones.Cause;
import io.stockpile.pipeline.erase.tombstones.RequestedIds;
import io.stockpile.pipeline.erase.tombstones.TombstoneEvent;
import io.stockpile.pipeline.erase.tombstones.TombstoneList;
import io.stockpile.pipeline.jobs.erase.search.UnitSearch;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Erases from an archive what was deleted at its source, and ids that the user names. It reads the
 * new tombstones, finds the units that contain one of the ids, and builds these units again from
 * their landed bytes without them.
 */
public final class EraseJob {
  /** How long after the last write what was staged counts as left by a process that stopped. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final EraseArgs args;
  private final SourceCatalog sources;
  private final JobContext context;

  /**
   * @param sources whose units an archive may hold
   */
  public EraseJob(EraseArgs args, SourceCatalog sources, JobContext context) {
    this.args = args;
    this.sources = sources;
    this.context = context;
  }

  /**
   * Runs the command. A unit that fails does not stop the others.
   *
   * @throws UsageException when the arguments do not allow it to begin; nothing was changed then
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    Instant start = context.surroundings().clock().instant();
    List<TombstoneEvent> requested = requested(start);
    try (ObjectStore store = ArchiveRun.open(args.run().output())) {
      return run(store, start, requested);
    }
  }

  JobResult run(ObjectStore store, Instant start, List<TombstoneEvent> requested)
      throws IOException, UsageException {
    Optional<String> kept = Optional.empty();
    if (!args.run().dryRun()) {
      kept = KeptVersions.check(store, args.evenThoughVersioned());
      Recovery recovery = new Recovery(store);
      finishCommits(store, recovery);
      // What stopped processes left may hold what is to be gone, and nothing else looks at it
      // before its unit is worked on again.
      recovery.abortAbandoned(start.minus(ABANDONED));
    }
    List<ManifestStore.Entry.Readable> held = held(store);
    KnownTombstones known = KnownTombstones.read(store, sources, held, requested, args.also());
    requireAsked(known.before(), requested);
    UnbuiltLanding landing = new UnbuiltLanding(store, sources, known.list().inForce());
    UnbuiltErasure unbuilt = new UnbuiltErasure(store, sources, context, args.run(), landing);
    if (args.run().dryRun()) {
      UnitSearch.Result result = search(store, known, held);
      find(landing, held).stream().map(unbuilt::line).forEach(context.out()::println);
      return new ErasePlan(context.out()).print(result.found());
    }
    Erasure erasure = new Erasure(store, context.run(), known);
    if (erasure.begin(
        start, args.reason(), args.also().stream().map(Cause::label).sorted().toList())) {
      // Units that were built in the meantime may have been built without the new list, so their
      // manifests are read again. Units that are begun from now on are built with it.
      held = held(store);
    }
    List<UnitSearch.Found> found = search(store, known, held).found();
    List<UnbuiltLanding.Found> remains = find(landing, held);
    erasure.plan(found, start);
    EraseOrder order = new EraseOrder(units(found), sources);
    JobResult ended =
        found.isEmpty() && args.run().publish().isEmpty()
            ? JobResult.COMPLETE
            : new ArchiveRun(context, args.run()).carryOut(order);
    // A template is one job: a second one would take the place of the first.
    boolean handedOver = !found.isEmpty() && order.outcomes().isEmpty();
    JobResult rest = handedOver ? unbuilt.name(remains) : unbuilt.erase(remains);
    erasure.end(
        held,
        found,
        order.outcomes(),
        unbuilt.outcomes(),
        unit -> isFree(store, known, unit),
        context.surroundings().clock().instant());
    kept.filter(note -> !found.isEmpty() || !remains.isEmpty()).ifPresent(context.out()::println);
    return ended.or(rest);
  }

  private boolean isFree(
      ObjectStore store, KnownTombstones known, ManifestStore.Entry.Readable unit)
      throws IOException {
    return new UnitSearch(store, sources, known.list(), Map.of())
        .find(List.of(unit), false)
        .found()
        .isEmpty();
  }

  private static List<UnbuiltLanding.Found> find(
      UnbuiltLanding landing, List<ManifestStore.Entry.Readable> held) throws IOException {
    return landing.find(held.stream().map(ManifestStore.Entry.Readable::manifest));
  }

  private UnitSearch.Result search(
      ObjectStore store, KnownTombstones known, List<ManifestStore.Entry.Readable> held)
      throws IOException {
    UnitSearch.Result result =
        new UnitSearch(store, sources, known.list(), known.units()).find(held, args.run().dryRun());
    tell(store.root(), known, held.size(), result);
    return result;
  }

  private List<TombstoneEvent> requested(Instant now) throws UsageException {
    if (args.ids().isEmpty()) {
      return List.of();
    }
    Path file = args.ids().get();
    try {
      return RequestedIds.parse(file.toString(), Files.readAllLines(file), now);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --ids: " + e.getMessage(), e);
    } catch (MalformedInputException e) {
      throw new UsageException("Option --ids: " + file + " is no text in UTF-8.", e);
    } catch (IOException e) {
      throw new UsageException("Option --ids: " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** What nobody asked for cannot be lifted: another id may be meant. */
  private static void requireAsked(TombstoneList before, List<TombstoneEvent> requested)
      throws UsageException {
    for (TombstoneEvent event : requested) {
      if (event.reversal() && !before.isAsked(event.kind(), event.id())) {
        throw new UsageException(
            "Option --ids: 'lift "
                + event.kind().label()
                + " "
                + event.id()
                + "', but nobody has asked for that id, or it is lifted already. What was deleted"
                + " at its source cannot be lifted. Nothing was changed.");
      }
    }
  }

  private static void finishCommits(ObjectStore store, Recovery recovery) throws IOException {
    for (UnfinishedCommit commit : UnfinishedCommit.in(store)) {
      if (!commit.torn()) {
        recovery.finishCommits(commit.unit());
      }
    }
  }

  /** The manifests of all units that have tables. Fails when one of them cannot be read. */
  private static List<ManifestStore.Entry.Readable> held(ObjectStore store) throws IOException {
    List<ManifestStore.Entry.Readable> held = new ArrayList<>();
    for (ManifestStore.Entry entry :
        new ManifestStore(store).readAll(ManifestStore.PREFIX, key -> true)) {
      if (entry instanceof ManifestStore.Entry.Broken broken) {
        throw new IOException(
            broken.message()
                + ". Nothing was erased: what this unit holds cannot be known before it is mended");
      }
      if (entry instanceof ManifestStore.Entry.Readable readable
          && readable.manifest().derived().isPresent()) {
        held.add(readable);
      }
    }
    return held;
  }

  private List<ArchiveUnit> units(List<UnitSearch.Found> found) throws IOException {
    List<ArchiveUnit> units = new ArrayList<>();
    for (UnitSearch.Found each : found) {
      String name = each.manifest().unit().name();
      units.add(
          sources
              .unit(each.entry().key())
              .orElseThrow(() -> new IOException(name + " is of no source that is known")));
    }
    return units;
  }

  private void tell(String root, KnownTombstones known, int units, UnitSearch.Result result) {
    List<UnitSearch.Found> found = result.found();
    context
        .out()
        .println(
            root
                + ": "
                + IdCounts.text(known.list().counts())
                + " to be gone"
                + (known.newIds().isEmpty()
                    ? "; "
                    : ", of which " + IdCounts.text(known.newIds()) + " new; ")
                + HumanText.count(found.size())
                + " of "
                + HumanText.count(units, "unit")
                + (found.size() == 1 ? " holds" : " hold")
                + " something of it.");
    if (result.read() > 0) {
      context
          .out()
          .println(
              "The landed lines of "
                  + HumanText.count(result.read(), "unit")
                  + " ("
                  + HumanText.bytes(result.readBytes())
                  + ") were looked through as well: duplicates, or lines too long for a table, are"
                  + " in no other place.");
    }
    known
        .takenBack()
        .forEach(
            (kind, ids) ->
                context
                    .out()
                    .println(
                        IdCounts.text(kind, ids.size())
                            + " taken back: what was erased of it can be asked for again, with"
                            + " --onExisting=replace."));
  }
}
