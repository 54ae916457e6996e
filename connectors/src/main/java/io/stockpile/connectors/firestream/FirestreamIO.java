package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.CredentialsReference;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.store.StoreLocation;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;

/**
 * Lands StockTwits Firestream's daily backup files in a store, as a Beam transform.
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
 *                 .into(new StoreLocation("s3://bucket/stocktwits", null, false, false)));
 * }</pre>
 *
 * <p>The file is then found in the store under the key that the outcome names, {@link
 * FirestreamUnit#landingKey} when it was landed once, with exactly the bytes that the service sent,
 * and only if it is whole: its length was right, and so were checksum and length of every gzip
 * member. Where no answer says its length, {@link
 * io.stockpile.connectors.landing.LandedFile#length} says so, and the next landing fetches it
 * again.
 *
 * <h2>Outcomes</h2>
 *
 * <p>A file that is not there (404), credentials that are refused and a file that could not be
 * fetched in the allowed attempts are outcomes, not exceptions: other units go on, and the pipeline
 * succeeds. Look at the outcomes to learn whether all is there. A bundle that a runner repeats
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
 * <p>Units are spread over workers. On each, at most {@link Land#withDownloads} files are on their
 * way at a time; more wait for their turn. Memory used does not grow with the files.
 */
public final class FirestreamIO {
  private FirestreamIO() {}

  /** A transform that lands files, with all defaults; {@link Land#into} completes it. */
  public static Land land() {
    return new Land(FirestreamSettings.defaults(), false);
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

    /** Where the service is; default {@code https://firestream.stocktwits.com}. */
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

    /** How long a server may be silent between two bytes; default 45 s. */
    public Land withReadTimeout(Duration readTimeout) {
      return new Land(settings.withReadTimeout(readTimeout), afresh);
    }

    /** How many files may be on their way at a time in one worker process; default 2. */
    public Land withDownloads(int downloads) {
      return new Land(settings.withDownloads(downloads), afresh);
    }

    /**
     * Fetches files again that were landed before. A new file gets a key of its own, and those
     * before it are removed then.
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
          .apply("Land", ParDo.of(new LandFn(settings, afresh, location)))
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
}
