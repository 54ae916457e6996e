package io.stockpile.pipeline.cli.args;

import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.files.FileKind;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.cli.options.CatalogCommandOptions;
import io.stockpile.pipeline.cli.options.CollectOptions;
import io.stockpile.pipeline.cli.options.DeriveOptions;
import io.stockpile.pipeline.cli.options.EraseOptions;
import io.stockpile.pipeline.cli.options.ImportOptions;
import io.stockpile.pipeline.cli.options.ReportOptions;
import io.stockpile.pipeline.cli.options.StatusOptions;
import io.stockpile.pipeline.cli.options.VerifyOptions;
import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.CatalogOptions;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.ExistingOptions;
import io.stockpile.pipeline.cli.options.shared.FirestreamOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.erase.job.EraseArgs;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.jobs.CatalogArgs;
import io.stockpile.pipeline.jobs.DeriveArgs;
import io.stockpile.pipeline.jobs.ReportArgs;
import io.stockpile.pipeline.jobs.StatusArgs;
import io.stockpile.pipeline.jobs.VerifyArgs;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.Sources;
import io.stockpile.pipeline.sources.files.ImportArgs;
import io.stockpile.pipeline.sources.firestream.BackfillArgs;
import io.stockpile.pipeline.sources.stocktwits.CollectArgs;
import io.stockpile.pipeline.tombstones.Cause;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.schemas.Tables;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        run(options, plan || options.getDryRun()),
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
        run(options, options.getDryRun()), options.getFiles(), kind, range, options.getFileLabel());
  }

  public CollectArgs collect(CollectOptions options, boolean plan) throws UsageException {
    return new CollectArgs(
        runAnew(options, plan || options.getDryRun()), streams(options), api(options));
  }

  private static List<ApiStream> streams(CollectOptions options) throws UsageException {
    Set<ApiStream> streams = new LinkedHashSet<>();
    for (String part : OptionText.parts(options.getStreams())) {
      try {
        streams.add(ApiStream.parse(part));
      } catch (IllegalArgumentException e) {
        throw new UsageException("Option --streams: " + e.getMessage() + ".", e);
      }
    }
    if (streams.isEmpty()) {
      throw new UsageException("Option --streams names no stream, for example symbol/AAPL.");
    }
    return List.copyOf(streams);
  }

  private ApiSettings api(CollectOptions options) throws UsageException {
    ApiSettings settings =
        ApiSettings.defaults()
            .withMaxAttempts(OptionText.positiveInt("maxAttempts", options.getMaxAttempts()))
            .withReadTimeout(OptionText.duration("readTimeout", options.getReadTimeout(), false))
            .withMaxWait(OptionText.duration("maxWait", options.getMaxWait(), true))
            .withFrom(from(options));
    try {
      settings = settings.withCredentials(CredentialsReference.parse(options.getApiCredentials()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Option --apiCredentials: a token is given as a reference, never as a value: env:NAME"
              + " (for the variable NAME_TOKEN) or file:PATH (a file whose first line it is);"
              + " secrets of a cloud's secret manager need the bundle of that cloud's runner. What"
              + " was given is none of these.",
          e);
    }
    try {
      settings = settings.withLimit(RateLimit.parse(options.getApiRateLimit()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --apiRateLimit: " + e.getMessage(), e);
    }
    try {
      return settings.withUrl(
          OptionText.url("apiUrl", options.getApiUrl(), ApiSettings.DEFAULT_URL));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --apiUrl: " + e.getMessage(), e);
    }
  }

  private Instant from(CollectOptions options) throws UsageException {
    return options.getFrom().isEmpty()
        ? Instant.EPOCH
        : days.day("from", options.getFrom()).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public DeriveArgs derive(DeriveOptions options) throws UsageException {
    List<FileType> types = OptionText.words("fileTypes", options.getFileTypes(), FileType.class);
    List<String> known = Sources.all().all().stream().map(Source::name).toList();
    List<String> names = OptionText.words("sources", options.getSources(), known);
    return new DeriveArgs(
        run(options, options.getDryRun()), Sources.chosen(names, types), days.touchedDays(options));
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
        new RunArgs(
            output(options),
            OnExisting.REPLACE,
            options.getDryRun(),
            deriving(options),
            publish(options)),
        known.stream().filter(cause -> words.contains(cause.label())).collect(Collectors.toSet()),
        OptionText.localFile("ids", options.getIds()),
        options.getReason(),
        options.getEvenThoughVersioned());
  }

  public StatusArgs status(StatusOptions options) throws UsageException {
    return new StatusArgs(output(options), days.touchedDays(options), options.getJson());
  }

  public static ReportArgs report(ReportOptions options) throws UsageException {
    return new ReportArgs(
        output(options),
        OptionText.localFile("to", options.getTo()),
        OptionText.localFile("metrics", options.getMetrics()),
        options.getJson(),
        options.getFailOnFindings());
  }

  public static CatalogArgs catalog(CatalogCommandOptions options) throws UsageException {
    return new CatalogArgs(output(options), catalogChoice(options));
  }

  private static CatalogChoice catalogChoice(CatalogOptions options) throws UsageException {
    try {
      return CatalogChoice.parse(options.getCatalog(), options.getCatalogProperties());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".", e);
    }
  }

  public VerifyArgs verify(VerifyOptions options) throws UsageException {
    return new VerifyArgs(output(options), days.touchedDays(options), options.getErased());
  }

  /** What every command that works on units is told. */
  static <O extends ArchiveOptions & ExistingOptions & DerivingOptions & PublishOptions>
      RunArgs run(O options, boolean dryRun) throws UsageException {
    return new RunArgs(
        output(options),
        onExisting(options.getOnExisting()),
        dryRun,
        deriving(options),
        publish(options));
  }

  /** The same for a command whose units are made anew by each run. */
  static <O extends ArchiveOptions & DerivingOptions & PublishOptions> RunArgs runAnew(
      O options, boolean dryRun) throws UsageException {
    return new RunArgs(
        output(options), OnExisting.SKIP, dryRun, deriving(options), publish(options));
  }

  private static Optional<CatalogChoice> publish(PublishOptions options) throws UsageException {
    CatalogChoice choice = catalogChoice(options);
    if (!options.getPublish() && !choice.inArchive()) {
      throw new UsageException(
          "Option --catalog says where tables are published, but without --publish none are.");
    }
    return options.getPublish() ? Optional.of(choice) : Optional.empty();
  }

  private static OnExisting onExisting(String value) throws UsageException {
    return OptionText.word("onExisting", value, OnExisting.class);
  }

  private static StoreLocation output(ArchiveOptions options) throws UsageException {
    String endpoint = options.getS3Endpoint();
    if (!endpoint.isEmpty()) {
      String scheme = uri("s3Endpoint", endpoint, "http://127.0.0.1:9000").getScheme();
      if (!"http".equals(scheme) && !"https".equals(scheme)) {
        throw OptionText.refused("s3Endpoint", endpoint, "an http or https URL");
      }
    }
    return new StoreLocation(
        options.getOutput(),
        endpoint.isEmpty() ? null : endpoint,
        options.getS3PathStyle(),
        options.getS3ChecksumsWhenRequired(),
        proxyCredentials(options.getProxyCredentials()));
  }

  /** Where user name and password for a proxy are. */
  public static CredentialsReference proxyCredentials(String value) throws UsageException {
    try {
      return CredentialsReference.parse(value);
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --proxyCredentials: " + e.getMessage(), e);
    }
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

  private static DeriveSettings deriving(DerivingOptions options) throws UsageException {
    WriterSettings defaults = WriterSettings.defaults();
    WriterSettings writer =
        new WriterSettings(
            defaults.rowGroupRows(),
            defaults.rowGroupBytes(),
            defaults.pageRows(),
            defaults.pageBytes(),
            defaults.fileBytes(),
            defaults.openPartitions(),
            defaults.zstdLevel(),
            bloomFilters(options.getBloomFilters()));
    int maxLineBytes = OptionText.positiveInt("maxLineBytes", options.getMaxLineBytes());
    if (maxLineBytes > 1 << 30) {
      throw OptionText.refused(
          "maxLineBytes", options.getMaxLineBytes(), "a number of bytes from 1 to " + (1 << 30));
    }
    return new DeriveSettings(
        OptionText.duration("maxDateSkew", options.getMaxDateSkew(), true),
        OptionText.share("maxRejectedShare", options.getMaxRejectedShare()),
        maxLineBytes,
        writer);
  }

  private static Set<String> bloomFilters(String value) throws UsageException {
    Set<String> known = new LinkedHashSet<>();
    Tables.all().forEach(table -> table.leaves().forEach(leaf -> known.add(leaf.dotted())));
    Set<String> columns = new LinkedHashSet<>(OptionText.parts(value));
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new UsageException(
            "Option --bloomFilters names '"
                + column
                + "', which is no column of any table."
                + Nearest.to(column, known).map(near -> " Did you mean " + near + "?").orElse(""));
      }
    }
    return columns;
  }

  private static URI uri(String option, String value, String example) throws UsageException {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw OptionText.refused(option, value, "a URL such as " + example);
    }
  }
}
