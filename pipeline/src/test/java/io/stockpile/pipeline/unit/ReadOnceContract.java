package io.stockpile.pipeline.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.archive.UnitCommitter;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.erase.tombstones.Cause;
import io.stockpile.pipeline.erase.tombstones.TombstoneEvent;
import io.stockpile.pipeline.erase.tombstones.TombstoneList;
import io.stockpile.pipeline.erase.tombstones.TombstoneStore;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The file of a day is digested and inflated only once: if it lands at the first attempt, it is
 * never read from the archive. Whatever goes wrong while it is landed, the archive becomes the
 * same.
 */
@Timeout(300)
abstract class ReadOnceContract {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final FirestreamUnit UNIT = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2016-12-10T12:00:00Z"), ZoneOffset.UTC);

  private final byte[] day = new SimulatedData(7).messages(DAY, 3_000).gzip();
  private SimulatedFirestream firestream;
  private Runnable meanwhile = () -> {};

  /** Opens the archive with this name. */
  abstract ObjectStore open(String archive) throws IOException;

  @BeforeEach
  void offerADay() throws IOException {
    firestream = SimulatedFirestream.start();
    firestream.put("message", DAY, day);
  }

  @AfterEach
  void stop() throws IOException {
    firestream.close();
  }

  /**
   * The result of a backfill of the day.
   *
   * @param reads how often the landed object was opened
   * @param left how many objects are still staged
   * @param landed the landed bytes; empty when nothing has landed
   * @param manifest the unit's manifest; empty when there is none
   */
  private record Result(
      UnitOutcome outcome, int reads, int left, byte[] landed, String manifest, long files) {}

  private Result backfill(String archive) throws Exception {
    return backfill(archive, new UnitWork.From.Service(false));
  }

  private Result backfill(String archive, UnitWork.From from) throws Exception {
    List<String> reads = new CopyOnWriteArrayList<>();
    try (ObjectStore store = open(archive)) {
      ObjectStore watched =
          (ObjectStore)
              Proxy.newProxyInstance(
                  ObjectStore.class.getClassLoader(),
                  new Class<?>[] {ObjectStore.class},
                  (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                      reads.add((String) arguments[0]);
                    }
                    try {
                      return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  });
      UnitOutcome outcome = process(watched, from);
      Optional<StoredObject> landed = store.find(UNIT.landingKey());
      return new Result(
          outcome,
          (int) reads.stream().filter(UNIT.landingKey()::equals).count(),
          store.abortPending("", key -> true),
          landed.isEmpty() ? new byte[0] : store.read(UNIT.landingKey()).readAllBytes(),
          store
              .readVersioned(UNIT.manifestKey())
              .map(found -> new String(found.content(), StandardCharsets.UTF_8))
              .orElse(""),
          store.list("stocktwits/").size());
    }
  }

  private UnitOutcome process(ObjectStore store, UnitWork.From from)
      throws IOException, InterruptedException {
    FirestreamSettings service = FirestreamSettings.defaults().withUrl(firestream.url());
    WorkerSettings settings =
        new WorkerSettings(
            StoreLocation.of("not opened"),
            DeriveSettings.defaults(),
            "run",
            1,
            false,
            false,
            Map.of(Firestream.NAME, Firestream.landing(service)));
    Map<String, String> environment =
        Map.of(
            "FIRESTREAM_USERNAME", SimulatedFirestream.USERNAME,
            "FIRESTREAM_PASSWORD", SimulatedFirestream.PASSWORD);
    Surroundings surroundings =
        new Surroundings(
            CLOCK,
            pause -> meanwhile.run(),
            () -> 0.5,
            name -> Optional.ofNullable(environment.get(name)));
    UnitCommitter committer = new UnitCommitter(store, CLOCK, "run");
    String seen =
        new ManifestStore(store)
            .load(UNIT.manifestKey())
            .map(ManifestStore.Entry.Readable::version)
            .orElse("");
    try (Landers landers =
        Landers.open(
            settings.landers(),
            new LanderContext(store, committer, LandingListener.NONE, surroundings))) {
      return new UnitProcessor(settings, store, landers, committer, new RunProgress(1), CLOCK)
          .process(new UnitWork(UNIT, seen, from));
    }
  }

  /** The result for the day without any fault, derived again from what has landed. */
  private Result expected() throws Exception {
    Result clean = backfill("expected");
    String before = clean.manifest();
    try (ObjectStore store = open("expected")) {
      store.delete(UNIT.manifestKey());
      for (StoredObject table : store.list("stocktwits/")) {
        store.delete(table.key());
      }
    }
    LandedInput landed = LandedInput.unproven(UNIT.landingKey());
    Result derived = backfill("expected", new UnitWork.From.Landed(List.of(landed)));
    assertThat(derived.reads()).isEqualTo(1);
    assertThat(derived.manifest()).isEqualTo(before);
    return derived;
  }

  private void assertCommitted(Result result, int reads) throws Exception {
    assertThat(result.outcome()).isInstanceOf(UnitOutcome.Committed.class);
    assertThat(result.reads()).isEqualTo(reads);
    assertThat(result.left()).isZero();
    assertThat(result.landed()).isEqualTo(day);
    assertThat(result.manifest()).isEqualTo(expected().manifest());
  }

  private void assertFailed(Result result) {
    assertThat(result.outcome()).isInstanceOf(UnitOutcome.FailedUnit.class);
    assertThat(result.left()).isZero();
    assertThat(result.landed()).isEmpty();
    assertThat(result.manifest()).isEmpty();
    assertThat(result.files()).isZero();
  }

  @Test
  void whatLandsWellIsNeverReadAgain() throws Exception {
    assertCommitted(backfill("a"), 0);
  }

  @Test
  void whatWasPackedOnceMoreForItsTransferIsNeverReadAgain() throws Exception {
    firestream.put("message", DAY, gzip(day));
    firestream.onEveryDownload(Fault.header("Content-Encoding", "gzip"));
    Result packed = backfill("a");
    firestream.put("message", DAY, day);
    firestream.onEveryDownload(Fault.none());

    assertCommitted(packed, 0);
  }

  @Test
  void aDownloadThatIsTakenUpAgainIsReadAsItHasLanded() throws Exception {
    firestream.onDownload(Fault.resetAfter(day.length / 2));

    assertCommitted(backfill("a"), 1);
  }

  @Test
  void aDownloadThatIsBegunAgainIsReadAsItHasLanded() throws Exception {
    firestream.onDownload(
        Fault.closeAfter(day.length / 2).and(Fault.noETag()), Fault.corruptedByte(day.length - 5));

    assertCommitted(backfill("a"), 1);
  }

  @Test
  void aFileThatChangesBetweenTwoAttemptsIsReadAsItHasLanded() throws Exception {
    firestream.put("message", DAY, new SimulatedData(8).messages(DAY, 3_000).gzip());
    firestream.onDownload(Fault.resetAfter(20_000));
    meanwhile = () -> firestream.put("message", DAY, day);

    assertCommitted(backfill("a"), 1);
  }

  @Test
  void whatLandsWellAfterAServiceThatWasBusyIsNeverReadAgain() throws Exception {
    firestream.onService(Fault.status(503, "busy"));
    firestream.onDownload(Fault.expiredLink());

    assertCommitted(backfill("a"), 0);
  }

  @Test
  void aDayThatComesAfterAPageIsReadAsItHasLanded() throws Exception {
    firestream.onService(Fault.status(200, "<html>Maintenance</html>"));

    assertCommitted(backfill("a"), 1);
  }

  @Test
  void aFileWithoutADeclaredLengthIsReadAsItHasLanded() throws Exception {
    firestream.onEveryDownload(Fault.untilClose());
    Result result = backfill("a");

    assertThat(result.outcome()).isInstanceOf(UnitOutcome.Committed.class);
    assertThat(result.landed()).isEqualTo(day);
    assertThat(result.left()).isZero();
  }

  @Test
  void nothingStaysOfAFileWithAWrongTrailer() throws Exception {
    firestream.onEveryDownload(Fault.corruptedByte(day.length - 5));

    assertFailed(backfill("a"));
  }

  @Test
  void nothingStaysOfAFileThatIsDamagedInItsMiddle() throws Exception {
    firestream.onEveryDownload(Fault.corruptedByte(day.length / 2));

    assertFailed(backfill("a"));
  }

  @Test
  void nothingStaysOfAFileThatNeverComesWhole() throws Exception {
    firestream.onEveryDownload(Fault.shortContentLength(day.length - 4));

    assertFailed(backfill("a"));
  }

  @Test
  void whatIsToBeGoneIsTakenOutOfRowsAndOfTheLandedBytes() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int id = 1; id <= 9; id++) {
      lines.append(
          ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,"
                  + "\"body\":\"words\",\"created_at\":\"2016-12-05T10:00:00Z\","
                  + "\"user\":{\"id\":50}},\"time\":\"2016-12-05T10:00:01Z\"}\n")
              .formatted(id));
    }
    firestream.put("message", DAY, gzip(lines.toString().getBytes(StandardCharsets.UTF_8)));
    try (ObjectStore store = open("a")) {
      TombstoneStore tombstones = new TombstoneStore(store);
      TombstoneEvent seven =
          new TombstoneEvent(
              Reason.Kind.MESSAGE, Cause.ASKED, 7, 0, 1, false, TombstoneEvent.Origin.IDS);
      TombstoneList list = TombstoneList.NONE.after(List.of(seven), Set.of());
      tombstones.replace(tombstones.index(), list, Map.of(), List.of(), "list-1", CLOCK.instant());
    }

    Result result = backfill("a");

    assertThat(result.outcome()).isInstanceOf(UnitOutcome.Committed.class);
    assertThat(result.manifest()).contains("\"rows\" : 8", "\"erased\" : 1", "2016-12-05.g2.gz");
    assertThat(result.landed()).isEmpty();
    assertThat(result.left()).isZero();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream member = new GZIPOutputStream(out)) {
      member.write(bytes);
    }
    return out.toByteArray();
  }
}
