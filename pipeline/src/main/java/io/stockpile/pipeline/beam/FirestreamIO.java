package io.stockpile.pipeline.beam;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;

/**
 * StockTwits Firestream's daily backup files in pipelines: lands them in a store, and reads rows
 * from what was landed.
 *
 * <h2>Landing files</h2>
 *
 * <p>{@link #land} takes units (a file type and a UTC day) and gives one {@link LandingOutcome} for
 * each:
 *
 * <pre>{@code
 * PCollection<LandingOutcome> outcomes =
 *     pipeline
 *         .apply(
 *             Create.of(FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5)))
 *                 .withCoder(FirestreamIO.unitCoder()))
 *         .apply(
 *             FirestreamIO.land()
 *                 .withCredentials("env:FIRESTREAM")
 *                 .into(StoreLocation.of("s3://bucket/stocktwits")));
 * }</pre>
 *
 * <p>The file is then in the store under the key that the outcome names, with exactly the bytes
 * that the service sent; for the first landing that is {@link FirestreamUnit#landingKey}. It is
 * there only if it is whole: its length is right, and so are checksum and length of every gzip
 * member. If the service did not send the length, {@link
 * io.stockpile.connectors.landing.LandedFile#length} says so, and the next landing fetches the file
 * again.
 *
 * <h2>Reading rows</h2>
 *
 * <p>{@link #read} takes those outcomes and gives the rows of one table, read from the landed
 * bytes, which are proven again on the way:
 *
 * <pre>{@code
 * StoreLocation store = StoreLocation.of("s3://bucket/stocktwits");
 * PCollection<Row> messages =
 *     pipeline
 *         .apply(
 *             Create.of(FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5)))
 *                 .withCoder(FirestreamIO.unitCoder()))
 *         .apply(FirestreamIO.land().withCredentials("env:FIRESTREAM").into(store))
 *         .apply(FirestreamIO.read().from(store));
 * }</pre>
 *
 * <p>The schema is the table's, with the names, the nesting and the types that {@link
 * io.stockpile.pipeline.rows.RowSchemas} describes; apply {@link SqlRows} before Beam SQL. A row
 * has what {@code backfill} would write for the line, including {@code source_unit}, {@code
 * source_line} and {@code extra}. If lines of a file have the same object and action, only the
 * first becomes a row. For the activities of a day, land {@code FileType.ACTIVITY} and read {@link
 * Read#withTable} {@code stocktwits/friendships}, {@code stocktwits/blocks} or {@code
 * stocktwits/message_likes}. Lines that no table takes are rows of the table {@code rejected};
 * reading that table does not fail however many they are.
 *
 * <p>What was erased from an archive in the store by {@code erase} is not among the rows, even if
 * its bytes were landed again.
 *
 * <p>Nobody would notice among the rows that a day is missing. So reading fails if a day was not
 * landed; {@link Read#allowingAbsent} allows for days that the service does not have.
 *
 * <h2>Outcomes</h2>
 *
 * <p>A file that does not exist (404), refused credentials, and a file that could not be fetched in
 * the allowed attempts are outcomes and not exceptions: other units go on, and the pipeline
 * succeeds. Check the outcomes to see whether everything was landed. A bundle that a runner repeats
 * finds what was landed before, proves it by reading it, and requests nothing.
 *
 * <h2>Credentials</h2>
 *
 * <p>{@link Land#withCredentials} takes a reference ({@code env:NAME}, {@code file:PATH}) that is
 * resolved on the worker, at each file. The secret itself is never part of the pipeline, its
 * options, its display data or its logs.
 *
 * <h2>Parallelism</h2>
 *
 * <p>Units are spread over workers, for landing and for reading; a file is read by one worker from
 * its first line to its last, because gzip can't be read from the middle. A runner that repeats a
 * bundle reads its files again. Each worker downloads at most {@link Land#withDownloads} files at a
 * time; others wait. The memory used does not depend on the size of the files.
 */
public final class FirestreamIO {
  private static final List<TableSchema> TABLES =
      List.of(
          Tables.MESSAGES,
          Tables.MESSAGE_DELETIONS,
          Tables.FRIENDSHIPS,
          Tables.BLOCKS,
          Tables.MESSAGE_LIKES,
          Tables.REJECTED);

  private FirestreamIO() {}

  /** A transform that lands files, with all defaults; {@link Land#into} completes it. */
  public static Land land() {
    return new Land(FirestreamSettings.defaults(), false);
  }

  /** A transform that reads the messages of landed files; {@link Read#from} completes it. */
  public static Read read() {
    return new Read(Tables.MESSAGES, DeriveSettings.defaults(), false);
  }

  /** The coder of the units. */
  public static SerializableCoder<FirestreamUnit> unitCoder() {
    return SerializableCoder.of(FirestreamUnit.class);
  }

  /** The coder of the outcomes. */
  public static SerializableCoder<LandingOutcome> outcomeCoder() {
    return SerializableCoder.of(LandingOutcome.class);
  }

  /** How to land files; immutable. */
  public static final class Land {
    private final FirestreamSettings settings;
    private final boolean afresh;

    private Land(FirestreamSettings settings, boolean afresh) {
      this.settings = settings;
      this.afresh = afresh;
    }

    /** The address of the service; default {@code https://firestream.stocktwits.com}. */
    public Land withUrl(String url) {
      return new Land(settings.withUrl(URI.create(url)), afresh);
    }

    /** Where the credentials are, {@code env:NAME} or {@code file:PATH}. */
    public Land withCredentials(String reference) {
      return new Land(settings.withCredentials(CredentialsReference.parse(reference)), afresh);
    }

    /** How many attempts at a file may fail in a row; default 8. */
    public Land withMaxAttempts(int maxAttempts) {
      return new Land(settings.withMaxAttempts(maxAttempts), afresh);
    }

    /** How long the server may send nothing before the attempt counts as failed; default 45 s. */
    public Land withReadTimeout(Duration readTimeout) {
      return new Land(settings.withReadTimeout(readTimeout), afresh);
    }

    /** How many files one worker process may download at a time; default 2. */
    public Land withDownloads(int downloads) {
      return new Land(settings.withDownloads(downloads), afresh);
    }

    /**
     * Fetches files again that were landed before. The new file gets a key of its own, and the
     * former ones are removed afterwards.
     */
    public Land replacingExisting() {
      return new Land(settings, true);
    }

    /** Completes the transform with the store to land in. */
    public LandInto into(StoreLocation store) {
      return new LandInto(settings, afresh, store);
    }
  }

  /** The transform that {@link Land#into} gives. */
  public static final class LandInto
      extends PTransform<PCollection<FirestreamUnit>, PCollection<LandingOutcome>> {
    private static final long serialVersionUID = 1L;

    private final FirestreamSettings settings;
    private final boolean afresh;
    private final StoreLocation location;

    private LandInto(FirestreamSettings settings, boolean afresh, StoreLocation location) {
      this.settings = settings;
      this.afresh = afresh;
      this.location = Objects.requireNonNull(location, "location");
    }

    @Override
    public PCollection<LandingOutcome> expand(PCollection<FirestreamUnit> units) {
      return units
          .apply("Spread", Reshuffle.viaRandomKey())
          .apply("Land", ParDo.of(new FirestreamLandFn(settings, afresh, location)))
          .setCoder(outcomeCoder());
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
      super.populateDisplayData(builder);
      builder
          .add(DisplayData.item("url", settings.url().toString()).withLabel("Firestream URL"))
          .add(
              DisplayData.item("credentials", settings.credentials().toString())
                  .withLabel("Credentials reference"))
          .add(DisplayData.item("maxAttempts", settings.maxAttempts()))
          .add(DisplayData.item("readTimeout", settings.readTimeout().toString()))
          .add(DisplayData.item("downloads", settings.downloads()))
          .add(DisplayData.item("store", location.root()).withLabel("Store"));
    }
  }

  /** How to read rows; immutable. */
  public static final class Read {
    private final TableSchema table;
    private final DeriveSettings settings;
    private final boolean absentAllowed;

    private Read(TableSchema table, DeriveSettings settings, boolean absentAllowed) {
      this.table = table;
      this.settings = settings;
      this.absentAllowed = absentAllowed;
    }

    /**
     * The table whose rows are wanted; default {@code stocktwits/messages}.
     *
     * @throws IllegalArgumentException when these files have no rows of such a table
     */
    public Read withTable(String name) {
      return new Read(LandedRows.table(name, TABLES), settings, absentAllowed);
    }

    /**
     * The greatest share of rejected lines, from 0 to 1. Reading fails for a file with a greater
     * share. Default 0.5.
     */
    public Read withMaxRejectedShare(double share) {
      return new Read(table, settings.withMaxRejectedShare(share), absentAllowed);
    }

    /** Treats days that the service does not have (404) as days without rows. */
    public Read allowingAbsent() {
      return new Read(table, settings, true);
    }

    /** Completes the transform with the store that the files were landed in. */
    public ReadFrom from(StoreLocation store) {
      return new ReadFrom(this, store);
    }
  }

  /** The transform that {@link Read#from} gives. */
  public static final class ReadFrom
      extends PTransform<PCollection<LandingOutcome>, PCollection<Row>> {
    private static final long serialVersionUID = 1L;

    private final LandedRows rows;
    private final boolean absentAllowed;

    private ReadFrom(Read read, StoreLocation location) {
      this.rows = new LandedRows(read.table.name(), read.settings, location);
      this.absentAllowed = read.absentAllowed;
    }

    @Override
    public PCollection<Row> expand(PCollection<LandingOutcome> outcomes) {
      return outcomes
          .apply("Landed files", ParDo.of(new LandedFileFn(absentAllowed)))
          .setCoder(LandedUnit.coder())
          .apply("Rows", rows);
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
      super.populateDisplayData(builder);
      builder.include("rows", rows).add(DisplayData.item("absentAllowed", absentAllowed));
    }
  }
}
