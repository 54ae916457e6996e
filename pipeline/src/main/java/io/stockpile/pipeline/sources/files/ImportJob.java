package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.files.UserFileUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.inventory.UnitOrder;
import io.stockpile.pipeline.manifest.UnitCoverage;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.Order;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings files of the user into the archive as if they had been downloaded. */
public final class ImportJob implements Order {
  private final ImportArgs args;
  private final JobContext context;
  private Map<ArchiveUnit, UnitWork.From.UserFile> files = Map.of();

  public ImportJob(ImportArgs args, JobContext context) {
    this.args = args;
    this.context = context;
  }

  /**
   * Runs the command. A file that fails does not stop the others.
   *
   * @throws UsageException when there are no files, or several are for the same unit; nothing was
   *     changed then
   * @throws IOException when the files cannot be listed or the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    files = files();
    return new ArchiveRun(context, args.run()).carryOut(this);
  }

  @Override
  public String command() {
    return "import";
  }

  @Override
  public String asked() {
    return "Files " + args.files();
  }

  @Override
  public List<ArchiveUnit> units(ObjectStore store) {
    return List.copyOf(files.keySet());
  }

  @Override
  public UnitWork.From from(PlannedUnit unit) {
    return files.get(unit.unit());
  }

  @Override
  public Map<String, UnitLander.Factory> landers() {
    return files.keySet().stream()
        .map(ArchiveUnit::source)
        .distinct()
        .collect(Collectors.toMap(Function.identity(), source -> new FileUnitLander.Factory()));
  }

  private Map<ArchiveUnit, UnitWork.From.UserFile> files() throws IOException, UsageException {
    List<UnitWork.From.UserFile> found = new UserFiles(args.run().output()).matching(args.files());
    if (args.range().isPresent() && found.size() > 1) {
      throw new UsageException(
          "Option --date, or --from with --to, says the time of one file, but "
              + args.files()
              + " matches "
              + found.size()
              + ": "
              + HumanText.shortList(found.stream().map(UnitWork.From.UserFile::name).toList()));
    }
    Map<ArchiveUnit, UnitWork.From.UserFile> files = new TreeMap<>(UnitOrder.BY_TIME);
    for (UnitWork.From.UserFile file : found) {
      ArchiveUnit unit = unit(file);
      UnitWork.From.UserFile other = files.putIfAbsent(unit, file);
      if (other != null) {
        throw new UsageException(
            "Two files make up one unit, "
                + unit.name()
                + ": "
                + other.name()
                + " and "
                + file.name()
                + ". Leave one of them out of --files.");
      }
    }
    requireApart(files);
    return files;
  }

  private ArchiveUnit unit(UnitWork.From.UserFile file) throws UsageException {
    try {
      return new UserFileUnit(args.kind(), args.range(), args.label()).of(file.name());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  /**
   * Refuses files that cover a common time, such as a month and one of its days, because rows would
   * be there twice.
   */
  private static void requireApart(Map<ArchiveUnit, UnitWork.From.UserFile> files)
      throws UsageException {
    Map<String, String> names = new HashMap<>();
    files.forEach((unit, file) -> names.put(unit.name(), file.name()));
    List<UnitCoverage.Overlap> overlaps =
        UnitCoverage.overlapsOf(files.keySet().stream().map(UnitCoverage::of).toList());
    if (!overlaps.isEmpty()) {
      throw new UsageException(
          "Two files hold the same time, "
              + names.get(overlaps.get(0).earlier().name())
              + " and "
              + names.get(overlaps.get(0).later().name())
              + "; their rows would be there twice. Leave one of them out of --files.");
    }
  }
}
