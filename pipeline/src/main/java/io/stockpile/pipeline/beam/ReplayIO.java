package io.stockpile.pipeline.beam;

import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.replay.ReplayOutcome;
import io.stockpile.connectors.replay.ReplaySettings;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.units.ReplaySpans;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Ranges of Gnip Replay in pipelines: lands them in a store, repairs every gap, and reads rows from
 * what was landed.
 *
 * <h2>Landing ranges</h2>
 *
 * <p>{@link #land} takes units (a stream and a range of minutes, as {@link ReplaySpans} makes them)
 * and gives one {@link ReplayOutcome} for each:
 *
 * <pre>{@code
 * ReplayStream stream = new ReplayStream(StreamType.POWERTRACK, "acme", "prod");
 * MinuteRange range = new MinuteRange(
 *     Instant.parse("2016-06-01T00:00:00Z"), Instant.parse("2016-06-01T06:00:00Z"));
 * PCollection<ReplayOutcome> outcomes =
 *     pipeline
 *         .apply(
 *             Create.of(ReplaySpans.split(stream, range, Duration.ofHours(2), List.of()))
 *                 .withCoder(ReplayIO.unitCoder()))
 *         .apply(
 *             ReplayIO.land()
 *                 .withCredentials("env:GNIP")
 *                 .into(StoreLocation.of("s3://bucket/archive")));
 * }</pre>
 *
 * <p>The answer to each request is then in the store under {@link ReplayUnit#landingKey}, with
 * exactly the bytes that the service sent, and {@link LandedRange} says which minutes it has.
 * Answers may overlap: an activity can be in several of them.
 *
 * <h2>Reading rows</h2>
 *
 * <p>{@link #read} takes those outcomes and gives the rows of one table, read from the landed
 * answers, which are proven again on the way:
 *
 * <pre>{@code
 * PCollection<Row> tweets = outcomes.apply(ReplayIO.read().from(StoreLocation.of("s3://bucket/archive")));
 * }</pre>
 *
 * <p>The schema is the table's, with the names, the nesting and the types that {@link
 * io.stockpile.pipeline.rows.RowSchemas} describes; apply {@link SqlRows} before Beam SQL. A row
 * has what {@code replay} would write for the line, including {@code source_unit}, {@code
 * source_line} and {@code extra}. An activity that is in several answers of a unit becomes one row.
 * For a compliance stream use {@link Read#withTable} with {@code twitter/compliance_events}, for
 * lines that no table takes with {@code rejected}.
 *
 * <p>What was erased from an archive in the store by {@code erase} is not among the rows, even if
 * its bytes were landed again.
 *
 * <p>Nobody would notice among the rows that minutes are missing. So reading fails if some are;
 * {@link Read#allowingMissingMinutes} allows for that.
 *
 * <h2>Outcomes</h2>
 *
 * <p>Minutes that stay missing, refused credentials and the like are outcomes and not exceptions:
 * other units go on, and the pipeline succeeds. Check the outcomes to see whether everything was
 * landed. A bundle that a runner repeats asks only for what is missing.
 *
 * <h2>Requests</h2>
 *
 * <p>The units of one account are landed one after the other on one worker, the oldest first. Each
 * request counts against the account's budget, which is kept in the store, so that all pipelines
 * with the same store share it.
 *
 * <h2>Credentials</h2>
 *
 * <p>{@link Land#withCredentials} takes a reference ({@code env:NAME}, {@code file:PATH}) that is
 * resolved on the worker. The secret itself is never part of the pipeline, its options, its display
 * data or its logs.
 */
public final class ReplayIO {
  private static final List<TableSchema> TABLES =
      List.of(Tables.TWEETS, Tables.COMPLIANCE_EVENTS, Tables.REJECTED);

  private ReplayIO() {}

  /** A transform that lands ranges, with all defaults; {@link Land#into} completes it. */
  public static Land land() {
    return new Land(ReplaySettings.defaults());
  }

  /** A transform that reads the tweets of landed ranges; {@link Read#from} completes it. */
  public static Read read() {
    return new Read(Tables.TWEETS, DeriveSettings.defaults(), false);
  }

  /** The coder of the units. */
  public static SerializableCoder<ReplayUnit> unitCoder() {
    return SerializableCoder.of(ReplayUnit.class);
  }

  /** The coder of the outcomes. */
  public static SerializableCoder<ReplayOutcome> outcomeCoder() {
    return SerializableCoder.of(ReplayOutcome.class);
  }

  /** How to land ranges; immutable. */
  public static final class Land {
    private final ReplaySettings settings;

    private Land(ReplaySettings settings) {
      this.settings = settings;
    }

    /** The address of the service; default {@code https://gnip-stream.gnip.com}. */
    public Land withUrl(String url) {
      return new Land(settings.withUrl(URI.create(url)));
    }

    /** Where the credentials are, {@code env:NAME} or {@code file:PATH}. */
    public Land withCredentials(String reference) {
      return new Land(settings.withCredentials(CredentialsReference.parse(reference)));
    }

    /** The longest range that one request asks for; default two hours. */
    public Land withRequestSpan(Duration requestSpan) {
      return new Land(settings.withRequestSpan(requestSpan));
    }

    /** How many requests the account may send; default 5 in 5 minutes. */
    public Land withRateLimit(RateLimit rateLimit) {
      return new Land(settings.withRateLimit(rateLimit));
    }

    /** How many attempts in a row may bring no new minute of a unit; default 8. */
    public Land withMaxAttempts(int maxAttempts) {
      return new Land(settings.withMaxAttempts(maxAttempts));
    }

    /** How long the service may send nothing before the attempt counts as failed; default 45 s. */
    public Land withReadTimeout(Duration readTimeout) {
      return new Land(settings.withReadTimeout(readTimeout));
    }

    /** Waits until minutes are available that are still too new, instead of leaving them out. */
    public Land waitingUntilAvailable() {
      return new Land(settings.withWaitUntilAvailable(true));
    }

    /** Completes the transform with the store to land in. */
    public LandInto into(StoreLocation store) {
      return new LandInto(settings, store);
    }
  }

  /** The transform that {@link Land#into} gives. */
  public static final class LandInto
      extends PTransform<PCollection<ReplayUnit>, PCollection<ReplayOutcome>> {
    private static final long serialVersionUID = 1L;

    private final ReplaySettings settings;
    private final StoreLocation location;

    private LandInto(ReplaySettings settings, StoreLocation location) {
      this.settings = settings;
      this.location = Objects.requireNonNull(location, "location");
    }

    @Override
    public PCollection<ReplayOutcome> expand(PCollection<ReplayUnit> units) {
      return units
          .apply(
              "By account",
              WithKeys.of((ReplayUnit unit) -> unit.stream().account())
                  .withKeyType(TypeDescriptors.strings()))
          .setCoder(KvCoder.of(StringUtf8Coder.of(), unitCoder()))
          .apply("One account, one worker", GroupByKey.create())
          .apply("Land", ParDo.of(new ReplayLandFn(settings, location)))
          .setCoder(outcomeCoder());
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
      super.populateDisplayData(builder);
      builder
          .add(DisplayData.item("url", settings.url().toString()).withLabel("Replay URL"))
          .add(
              DisplayData.item("credentials", settings.credentials().toString())
                  .withLabel("Credentials reference"))
          .add(DisplayData.item("requestSpan", settings.requestSpan().toString()))
          .add(DisplayData.item("rateLimit", settings.rateLimit().toString()))
          .add(DisplayData.item("maxAttempts", settings.maxAttempts()))
          .add(DisplayData.item("readTimeout", settings.readTimeout().toString()))
          .add(DisplayData.item("store", location.root()).withLabel("Store"));
    }
  }

  /** How to read rows; immutable. */
  public static final class Read {
    private final TableSchema table;
    private final DeriveSettings settings;
    private final boolean missingAllowed;

    private Read(TableSchema table, DeriveSettings settings, boolean missingAllowed) {
      this.table = table;
      this.settings = settings;
      this.missingAllowed = missingAllowed;
    }

    /**
     * The table whose rows are wanted; default {@code twitter/tweets}.
     *
     * @throws IllegalArgumentException when streams have no rows of such a table
     */
    public Read withTable(String name) {
      return new Read(LandedRows.table(name, TABLES), settings, missingAllowed);
    }

    /**
     * The greatest share of rejected lines, from 0 to 1. Reading fails for a range with a greater
     * share. Default 0.5.
     */
    public Read withMaxRejectedShare(double share) {
      return new Read(table, settings.withMaxRejectedShare(share), missingAllowed);
    }

    /** Reads ranges in which minutes are missing as far as they were landed. */
    public Read allowingMissingMinutes() {
      return new Read(table, settings, true);
    }

    /** Completes the transform with the store that the ranges were landed in. */
    public ReadFrom from(StoreLocation store) {
      return new ReadFrom(this, store);
    }
  }

  /** The transform that {@link Read#from} gives. */
  public static final class ReadFrom
      extends PTransform<PCollection<ReplayOutcome>, PCollection<Row>> {
    private static final long serialVersionUID = 1L;

    private final LandedRows rows;
    private final boolean missingAllowed;

    private ReadFrom(Read read, StoreLocation location) {
      this.rows = new LandedRows(read.table.name(), read.settings, location);
      this.missingAllowed = read.missingAllowed;
    }

    @Override
    public PCollection<Row> expand(PCollection<ReplayOutcome> outcomes) {
      return outcomes
          .apply("Landed ranges", ParDo.of(new LandedRangeFn(missingAllowed)))
          .setCoder(LandedUnit.coder())
          .apply("Rows", rows);
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
      super.populateDisplayData(builder);
      builder.include("rows", rows).add(DisplayData.item("missingAllowed", missingAllowed));
    }
  }
}
