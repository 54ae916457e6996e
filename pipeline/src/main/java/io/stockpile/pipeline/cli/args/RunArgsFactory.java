package io.stockpile.pipeline.cli.args;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.CatalogOptions;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.ExistingOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.schemas.Tables;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes the arguments that all commands share which work on units. */
public final class RunArgsFactory {
  private RunArgsFactory() {}

  /** The arguments of a command that asks what to do with held units. */
  static <O extends ArchiveOptions & ExistingOptions & DerivingOptions & PublishOptions>
      RunArgs run(O options, boolean dryRun) throws UsageException {
    return new RunArgs(
        output(options),
        onExisting(options.getOnExisting()),
        dryRun,
        deriving(options),
        publish(options));
  }

  /** The arguments of a command whose units are new with each run. */
  static <O extends ArchiveOptions & DerivingOptions & PublishOptions> RunArgs runAnew(
      O options, boolean dryRun) throws UsageException {
    return new RunArgs(
        output(options), OnExisting.SKIP, dryRun, deriving(options), publish(options));
  }

  /** The arguments of a command that builds held units again. */
  static <O extends ArchiveOptions & DerivingOptions & PublishOptions> RunArgs runAgain(
      O options, boolean dryRun) throws UsageException {
    return new RunArgs(
        output(options), OnExisting.REPLACE, dryRun, deriving(options), publish(options));
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

  static StoreLocation output(ArchiveOptions options) throws UsageException {
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

  static CatalogChoice catalogChoice(CatalogOptions options) throws UsageException {
    try {
      return CatalogChoice.parse(options.getCatalog(), options.getCatalogProperties());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".", e);
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
