package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.UnfinishedCommit;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.catalog.CatalogProvider;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.catalog.Publication;
import io.stockpile.pipeline.catalog.TableCatalog;
import io.stockpile.pipeline.jobs.erase.ErasedProof;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.SourceCatalog;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads every file of an archive again and compares it with the manifests. */
public final class VerifyJob {
  private static final int READERS = 4;

  private final VerifyArgs args;
  private final SourceCatalog sources;
  private final JobContext context;

  /**
   * @param sources whose units an archive may hold
   */
  public VerifyJob(VerifyArgs args, SourceCatalog sources, JobContext context) {
    this.args = args;
    this.sources = sources;
    this.context = context;
  }

  /**
   * Reads everything and prints a line for each difference. Changes nothing.
   *
   * @return {@link JobResult#DIFFERENT} when there is one
   * @throws IOException when the archive cannot be listed
   */
  public JobResult run() throws IOException, InterruptedException, UsageException {
    try (ObjectStore store = ArchiveRun.open(args.output())) {
      List<String> differences = new ArrayList<>();
      List<Manifest> complete = new ArrayList<>();
      for (ManifestStore.Entry entry :
          new ManifestStore(store).readAll(ManifestStore.PREFIX, key -> true)) {
        if (entry instanceof ManifestStore.Entry.Broken broken) {
          differences.add(broken.message());
        } else if (entry instanceof ManifestStore.Entry.Readable readable
            && readable.manifest().derived().isPresent()) {
          complete.add(readable.manifest());
        }
      }
      List<Manifest> chosen = complete.stream().filter(this::chosen).toList();
      differences.addAll(overlaps(chosen));
      differences.addAll(unlisted(store, complete));
      differences.addAll(readAgain(store, chosen));
      if (args.erased()) {
        ErasedProof proof = ErasedProof.of(store, sources);
        for (Manifest manifest : chosen) {
          differences.addAll(proof.differences(manifest));
        }
        differences.addAll(proof.unbuilt(complete));
        context.out().println(proof.proven());
      }
      differences.addAll(unpublished(store, complete));
      differences.forEach(context.out()::println);
      // Not a difference in itself: it may be under way at this moment. It may explain some.
      for (UnfinishedCommit commit : UnfinishedCommit.in(store)) {
        context
            .out()
            .println(
                "Note: "
                    + commit.unit().name()
                    + (commit.torn()
                        ? " is being replaced, or was when something stopped; the next run does it"
                            + " again."
                        : " is being committed, or was when something stopped; the next run"
                            + " finishes it."));
      }
      summary(store.root(), chosen, differences.size());
      return differences.isEmpty() ? JobResult.COMPLETE : JobResult.DIFFERENT;
    }
  }

  private boolean chosen(Manifest manifest) {
    UnitCoverage unit = manifest.unit();
    return args.days().isEmpty()
        || (unit.from().isBefore(args.days().get().end())
            && args.days().get().start().isBefore(unit.to()));
  }

  private static List<String> overlaps(List<Manifest> manifests) {
    return UnitCoverage.overlapsOf(manifests.stream().map(Manifest::unit).toList()).stream()
        .map(
            overlap ->
                overlap.earlier().name()
                    + " and "
                    + overlap.later().name()
                    + " hold the same time: rows are there twice")
        .toList();
  }

  /** Files of tables, and of rejected lines, that no manifest knows of. */
  private List<String> unlisted(ObjectStore store, List<Manifest> manifests) throws IOException {
    Set<String> listed = new HashSet<>();
    for (Manifest manifest : manifests) {
      manifest.derived().map(ManifestContent.Derived::derivedPaths).ifPresent(listed::addAll);
    }
    List<String> prefixes = new ArrayList<>(List.of("_rejected/"));
    for (TableSchema table : Tables.all()) {
      if (!table.partitionColumn().isEmpty()) {
        prefixes.add(table.name() + "/");
      }
    }
    List<String> lines = new ArrayList<>();
    for (String prefix : prefixes) {
      for (StoredObject object : store.list(prefix)) {
        if (!listed.contains(object.key()) && chosen(object.key())) {
          lines.add(object.key() + ": no manifest lists it");
        }
      }
    }
    return lines;
  }

  /** What the archive's own catalog says otherwise, if there is one. */
  private List<String> unpublished(ObjectStore store, List<Manifest> manifests)
      throws IOException, UsageException {
    if (store.list(CatalogProvider.DIRECTORY).isEmpty()) {
      return List.of();
    }
    if (CatalogProvider.find().isEmpty()) {
      context
          .out()
          .println(
              "Note: the tables in "
                  + CatalogProvider.DIRECTORY
                  + " were not looked at: this bundle has no module for them.");
      return List.of();
    }
    try (TableCatalog catalog =
        CatalogProvider.require()
            .open(store, args.output(), CatalogChoice.IN_ARCHIVE, context.surroundings())) {
      return Publication.differences(catalog, manifests);
    } catch (CatalogRefusedException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /** A file whose partition is outside the days that were asked for is not looked at. */
  private boolean chosen(String key) {
    int at = key.indexOf("/date=");
    if (args.days().isEmpty() || at < 0) {
      return true;
    }
    String date = key.substring(at + "/date=".length(), key.indexOf('/', at + 1));
    return args.days().get().days().map(LocalDate::toString).anyMatch(date::equals);
  }

  private static List<String> readAgain(ObjectStore store, List<Manifest> manifests)
      throws InterruptedException, IOException {
    ArchiveCheck check = new ArchiveCheck(store);
    List<Callable<List<String>>> checks = new ArrayList<>();
    for (Manifest manifest : manifests) {
      checks.add(() -> manifest.derived().map(check::differences).orElse(List.of()));
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<String> lines = new ArrayList<>();
      for (Future<List<String>> found : readers.invokeAll(checks)) {
        lines.addAll(found.get());
      }
      return lines;
    } catch (ExecutionException e) {
      throw new IOException("The archive cannot be read again", e.getCause());
    } finally {
      readers.shutdownNow();
    }
  }

  private void summary(String root, List<Manifest> manifests, int differences) {
    long files = 0;
    long rows = 0;
    long bytes = 0;
    for (Manifest manifest : manifests) {
      ManifestContent.Derived held = manifest.derived().orElseThrow();
      files += held.files().size() + held.landed().size() + (held.rejected().none() ? 0 : 1);
      rows += held.counts().rows();
      bytes += held.derivedBytes();
      bytes += held.landed().stream().mapToLong(part -> part.bytes()).sum();
    }
    context
        .out()
        .println(
            root
                + ": read "
                + HumanText.count(files, "file")
                + " of "
                + HumanText.count(manifests.size(), "unit")
                + ", "
                + HumanText.count(rows, "row")
                + ", "
                + HumanText.bytes(bytes)
                + ": "
                + (differences == 0
                    ? "all as the manifests say."
                    : HumanText.count(differences, "difference") + "."));
  }
}
