package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contents of the golden manifests. */
public final class GoldenManifests {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final Instant COMMITTED = Instant.parse("2016-12-06T01:02:03.456789Z");
  private static final String SHA256 =
      "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9";
  private static final Instant START = Instant.parse("2016-06-01T00:00:00Z");
  private static final ReplayUnit RANGE =
      new ReplayUnit(
          new ReplayStream(StreamType.POWERTRACK, "acme", "prod"),
          new MinuteRange(START, minute(10)));

  private GoldenManifests() {}

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static UnitCoverage day(FileType type) {
    return UnitCoverage.of(FirestreamUnit.ofDay(type, DAY));
  }

  private static DataFile file(String unit, String table, long rows, long minId, long maxId) {
    return new DataFile(
        table + "/date=2016-12-05/" + unit + "-0000.parquet",
        table,
        DAY,
        rows,
        5_000_000_000L,
        SHA256,
        minId,
        maxId);
  }

  /** A sweep that met another one. */
  public static Manifest sweep() {
    return sweep(
        new SweepAccount(
            "symbol/AAPL",
            5_000_000_120L,
            5_000_000_061L,
            "20161205T110000000Z",
            2,
            true,
            60,
            SweepAccount.End.MET,
            null,
            Instant.parse("2016-12-05T11:58:31Z")));
  }

  /** A sweep that should have closed a hole, but got no records from the service. */
  public static Manifest sweepOfNothing() {
    return sweep(
        new SweepAccount(
            "symbol/AAPL",
            null,
            null,
            null,
            2,
            false,
            60,
            SweepAccount.End.END,
            5_000_000_061L,
            null));
  }

  private static Manifest sweep(SweepAccount account) {
    SweepUnit unit =
        new SweepUnit(ApiStream.parse("symbol/AAPL"), Instant.parse("2016-12-05T12:00:00Z"));
    LandedFacts landed = new LandedFacts(unit.landedKey(), 2_345, SHA256, 54_321, 2, 2);
    return new Manifest(
        UnitCoverage.of(unit),
        1,
        "0.1.0",
        COMMITTED,
        new ManifestContent.Derived(
            Generation.FIRST,
            List.of(landed),
            new LineCounts(60, 0, 0, 59, 1, 0),
            List.of(
                file(
                    unit.name(),
                    "stocktwits/observed_messages",
                    59,
                    5_000_000_061L,
                    5_000_000_120L)),
            RejectedFile.NONE,
            Optional.of(account)));
  }

  /** The same day, built for the second time. */
  public static Manifest dayAgain() {
    Manifest first = day();
    ManifestContent.Derived content = first.derived().orElseThrow();
    return new Manifest(
        first.unit(),
        first.schemaVersion(),
        first.productVersion(),
        first.committedAt(),
        new ManifestContent.Derived(
            Generation.FIRST.next(),
            content.landed(),
            content.counts(),
            content.files().stream().map(GoldenManifests::again).toList(),
            content.rejected(),
            content.account()));
  }

  private static DataFile again(DataFile file) {
    return new DataFile(
        file.path().replace("-0000.parquet", "-g2-0000.parquet"),
        file.table(),
        file.date(),
        file.rows(),
        file.bytes(),
        file.sha256(),
        file.minId(),
        file.maxId());
  }

  /** A day with everything that the manifest of a day can have. */
  public static Manifest day() {
    String unit = "firestream-message-2016-12-05";
    return new Manifest(
        day(FileType.MESSAGE),
        1,
        "0.1.0",
        COMMITTED,
        new ManifestContent.Derived(
            List.of(
                new LandedFacts(
                    "_landing/firestream/message/2016-12-05.gz",
                    12_345_678_901L,
                    SHA256,
                    98_765_432_109L,
                    20,
                    2)),
            new LineCounts(20, 1, 0, 13, 3, 3),
            List.of(
                file(unit, "stocktwits/messages", 12, 9_007_199_254_740_993L, Long.MAX_VALUE),
                file(unit, "stocktwits/message_deletions", 1, 0, 0)),
            RejectedFile.of(
                "_rejected/firestream/message/2016-12-05.parquet",
                3,
                40,
                SHA256,
                Map.of("malformed_json", 2L, "date_out_of_range", 1L))));
  }

  /** A day without lines. */
  static Manifest emptyDay() {
    return new Manifest(
        day(FileType.ACTIVITY),
        1,
        "0.1.0",
        COMMITTED,
        new ManifestContent.Derived(
            List.of(
                new LandedFacts("_landing/firestream/activity/2016-12-05.gz", 20, SHA256, 0, 0, 1)),
            new LineCounts(0, 0, 0, 0, 0, 0),
            List.of(),
            RejectedFile.NONE));
  }

  /** A day that the service did not have. */
  public static Manifest absentDay() {
    return new Manifest(
        day(FileType.MESSAGE),
        1,
        "0.1.0",
        COMMITTED,
        new ManifestContent.Absent(
            Instant.parse("2016-12-06T00:00:00Z"), COMMITTED, 3, "404: \"nicht gefunden\" — \t東京"));
  }

  /** A Replay range of which the archive has every minute. */
  static Manifest range() {
    return replay(
        new ReplayAccount(
            List.of(
                new ReplayAccount.Request(
                    1,
                    minute(0),
                    minute(10),
                    "completed",
                    6L,
                    6,
                    Instant.parse("2016-06-06T12:00:01Z"),
                    "",
                    List.of())),
            List.of(new ReplayAccount.Minutes(minute(0), minute(10), true, 1)),
            List.of(),
            null));
  }

  /** A Replay range with everything that the manifest of a range can have. */
  static Manifest rangeWithGaps() {
    return replay(
        new ReplayAccount(
            List.of(
                new ReplayAccount.Request(
                    1,
                    minute(0),
                    minute(10),
                    "disconnected",
                    null,
                    4,
                    Instant.parse("2016-06-06T12:00:01.25Z"),
                    "",
                    List.of()),
                new ReplayAccount.Request(
                    3,
                    minute(4),
                    minute(10),
                    "completed_with_errors",
                    2L,
                    2,
                    Instant.parse("2016-06-06T12:09:00Z"),
                    SHA256,
                    List.of("{\"warn\":{\"message\":\"late\"}}", "{\"info\":\"ö\"}"))),
            List.of(
                new ReplayAccount.Minutes(minute(0), minute(4), true, 1),
                new ReplayAccount.Minutes(minute(4), minute(5), false, 2),
                new ReplayAccount.Minutes(minute(5), minute(10), true, 2)),
            List.of("The service says it sent 3, but 2 came."),
            new ReplayAccount.Rules(SHA256, 17)));
  }

  private static Manifest replay(ReplayAccount account) {
    return new Manifest(
        UnitCoverage.of(RANGE),
        1,
        "0.1.0",
        COMMITTED,
        new ManifestContent.Derived(
            List.of(
                new LandedFacts(RANGE.landingKey(1), 100, SHA256, 900, 6, 0),
                new LandedFacts(RANGE.landingKey(3), 110, SHA256, 910, 4, 1)),
            new LineCounts(10, 1, 2, 5, 1, 1),
            List.of(
                file(RANGE.name(), "twitter/tweets", 4, 737_000_000_000_000_000L, 737L << 50),
                file(RANGE.name(), "twitter/compliance_events", 1, 0, 0)),
            RejectedFile.of(RANGE.rejectedKey(), 1, 30, SHA256, Map.of("unknown_shape", 1L)),
            account));
  }
}
