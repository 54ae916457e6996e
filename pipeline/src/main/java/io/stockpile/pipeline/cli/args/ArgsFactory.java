package io.stockpile.pipeline.cli.args;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.files.FileKind;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.cli.options.CatalogCommandOptions;
import io.stockpile.pipeline.cli.options.DeriveOptions;
import io.stockpile.pipeline.cli.options.EraseOptions;
import io.stockpile.pipeline.cli.options.ImportOptions;
import io.stockpile.pipeline.cli.options.ReportOptions;
import io.stockpile.pipeline.cli.options.StatusOptions;
import io.stockpile.pipeline.cli.options.VerifyOptions;
import io.stockpile.pipeline.cli.options.shared.FirestreamOptions;
import io.stockpile.pipeline.erase.tombstones.Cause;
import io.stockpile.pipeline.jobs.CatalogArgs;
import io.stockpile.pipeline.jobs.DeriveArgs;
import io.stockpile.pipeline.jobs.ReportArgs;
import io.stockpile.pipeline.jobs.StatusArgs;
import io.stockpile.pipeline.jobs.VerifyArgs;
import io.stockpile.pipeline.jobs.erase.EraseArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.Sources;
import io.stockpile.pipeline.sources.files.ImportArgs;
import io.stockpile.pipeline.sources.firestream.BackfillArgs;
import io.stockpile.pipeline.unit.Source;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes typed, checked arguments of the options' texts, once. */
public final class ArgsFactory {
  private final DayText days;
  private final MinuteText minutes;

  /**
   * @param clock says what day it is
   */
  public ArgsFactory(Clock clock) {
    this.days = new DayText(clock);
    this.minutes = new MinuteText(clock);
  }

  public BackfillArgs backfill(BackfillOptions options, boolean plan) throws UsageException {
    return new BackfillArgs(
        RunArgsFactory.run(options, plan || options.getDryRun()),
        OptionText.words("fileTypes", options.getFileTypes(), FileType.class),
        days.requiredDays(options),
        firestream(options));
  }

  public ImportArgs imports(ImportOptions options) throws UsageException {
    boolean timed =
        !(options.getDate().isEmpty() && options.getFrom().isEmpty() && options.getTo().isEmpty());
    Optional<MinuteRange> range =
        timed
            ? Optional.of(minutes.range(options.getFrom(), options.getTo(), options.getDate()))
            : Optional.empty();
    Optional<FileKind> kind =
        options.getFileType().isEmpty()
            ? Optional.empty()
            : Optional.of(OptionText.word("fileType", options.getFileType(), FileKind.class));
    return new ImportArgs(
        RunArgsFactory.run(options, options.getDryRun()),
        options.getFiles(),
        kind,
        range,
        options.getFileLabel());
  }

  public DeriveArgs derive(DeriveOptions options) throws UsageException {
    List<FileType> types = OptionText.words("fileTypes", options.getFileTypes(), FileType.class);
    List<String> known = Sources.all().all().stream().map(Source::name).toList();
    List<String> names = OptionText.words("sources", options.getSources(), known);
    return new DeriveArgs(
        RunArgsFactory.run(options, options.getDryRun()),
        Sources.chosen(names, types),
        days.touchedDays(options));
  }

  public EraseArgs erase(EraseOptions options) throws UsageException {
    boolean asked = !options.getIds().isEmpty();
    if (asked == options.getReason().isBlank()) {
      throw new UsageException(
          asked
              ? "Option --ids needs --reason: the ledger has to say why these ids were erased."
              : "Option --reason says why the ids of --ids are erased, and there is no --ids.");
    }
    List<Cause> known = Arrays.stream(Cause.values()).filter(cause -> !cause.always()).toList();
    List<String> words =
        options.getAlsoErase().isEmpty()
            ? List.of()
            : OptionText.words(
                "alsoErase", options.getAlsoErase(), known.stream().map(Cause::label).toList());
    return new EraseArgs(
        RunArgsFactory.runAgain(options, options.getDryRun()),
        known.stream().filter(cause -> words.contains(cause.label())).collect(Collectors.toSet()),
        OptionText.localFile("ids", options.getIds()),
        options.getReason(),
        options.getEvenThoughVersioned());
  }

  public StatusArgs status(StatusOptions options) throws UsageException {
    return new StatusArgs(
        RunArgsFactory.output(options), days.touchedDays(options), options.getJson());
  }

  public static ReportArgs report(ReportOptions options) throws UsageException {
    return new ReportArgs(
        RunArgsFactory.output(options),
        OptionText.localFile("to", options.getTo()),
        OptionText.localFile("metrics", options.getMetrics()),
        options.getJson(),
        options.getFailOnFindings());
  }

  public static CatalogArgs catalog(CatalogCommandOptions options) throws UsageException {
    return new CatalogArgs(RunArgsFactory.output(options), RunArgsFactory.catalogChoice(options));
  }

  public VerifyArgs verify(VerifyOptions options) throws UsageException {
    return new VerifyArgs(
        RunArgsFactory.output(options), days.touchedDays(options), options.getErased());
  }

  private static FirestreamSettings firestream(FirestreamOptions options) throws UsageException {
    FirestreamSettings settings =
        FirestreamSettings.defaults()
            .withMaxAttempts(OptionText.positiveInt("maxAttempts", options.getMaxAttempts()))
            .withReadTimeout(OptionText.duration("readTimeout", options.getReadTimeout(), false))
            .withDownloads(OptionText.positiveInt("downloads", options.getDownloads()));
    try {
      settings =
          settings.withCredentials(CredentialsReference.parse(options.getFirestreamCredentials()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --firestreamCredentials: " + e.getMessage(), e);
    }
    try {
      return settings.withUrl(
          OptionText.url(
              "firestreamUrl", options.getFirestreamUrl(), FirestreamSettings.DEFAULT_URL));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --firestreamUrl: " + e.getMessage(), e);
    }
  }
}
