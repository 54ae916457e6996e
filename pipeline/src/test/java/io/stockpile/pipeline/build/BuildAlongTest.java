package io.stockpile.pipeline.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandingSink;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.testing.InMemoryStore;
import io.stockpile.pipeline.derive.DeriveProgress;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.derive.TooManyRejectedException;
import io.stockpile.pipeline.erase.tombstones.TombstoneList;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BuildAlongTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final FirestreamUnit UNIT = FirestreamUnit.ofDay(FileType.MESSAGE, DAY);
  private static final String KEY = UNIT.landingKey();

  private final InMemoryStore store = new InMemoryStore();
  private final Semaphore free = new Semaphore(1, true);
  private final UnitBuilder builder = builder(store, 1, Duration.ofMinutes(1));
  private final UnitBuilder.Target target = target();
  private final byte[] day = new SimulatedData(7).messages(DAY, 300).gzip();
  private final byte[] large = new SimulatedData(7).messages(DAY, 12_000).gzip();

  private UnitBuilder builder(InMemoryStore in, int slots, Duration patience) {
    return new UnitBuilder(in, DeriveSettings.defaults(), slots, free, patience);
  }

  private static UnitBuilder.Target target() {
    return new UnitBuilder.Target(
        UNIT, Generation.FIRST, TombstoneList.NONE.inForce(), DeriveProgress.NONE);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream member = new GZIPOutputStream(out)) {
      member.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  /** Lands a file in pieces. */
  private LandedFile land(String key, byte[] file, TextTap tap) throws IOException {
    try (LandingSink sink = LandingSink.openGzip(store, key, tap)) {
      for (int at = 0; at < file.length; at += 1000) {
        sink.write(file, at, Math.min(1000, file.length - at));
      }
      assertThat(sink.finish()).isEmpty();
      return sink.complete(LandedFile.Length.DECLARED);
    }
  }

  private void assertNothingIsLeft() {
    assertThat(store.pendingKeys()).isEmpty();
    assertThat(free.availablePermits()).isEqualTo(1);
  }

  @Test
  void itIsTheSameAsWhatIsBuiltFromTheLandedObject() throws Exception {
    Built along;
    LandedFile file;
    try (BuildAlong building = builder.along(target)) {
      file = land(KEY, day, building.tap(Vocabulary.STOCKTWITS));
      along = building.built(List.of(LandedInput.of(file))).orElseThrow();
    }
    Built after = builder.build(target, Vocabulary.STOCKTWITS, List.of(LandedInput.of(file)));

    assertThat(along.derived().landed()).isEqualTo(after.derived().landed());
    assertThat(along.derived().counts()).isEqualTo(after.derived().counts());
    assertThat(along.derived().counts().rows()).isPositive();
    assertThat(along.derived().files())
        .extracting(table -> table.pending().sha256())
        .isEqualTo(
            after.derived().files().stream().map(table -> table.pending().sha256()).toList());
    along.throwAway(store);
    after.throwAway(store);
    assertNothingIsLeft();
  }

  @Test
  void aLandingThatIsNotFinishedLeavesNothing() throws Exception {
    try (BuildAlong building = builder.along(target)) {
      LandingSink sink = LandingSink.openGzip(store, KEY, building.tap(Vocabulary.STOCKTWITS));
      sink.write(day, 0, day.length);
      sink.close();
    }

    assertNothingIsLeft();
  }

  @Test
  void aLandingThatIsBegunAgainIsBuiltFromWhatHasLanded() throws Exception {
    try (BuildAlong building = builder.along(target)) {
      TextTap tap = building.tap(Vocabulary.STOCKTWITS);
      LandingSink cut = LandingSink.openGzip(store, KEY, tap);
      cut.write(day, 0, day.length / 2);
      cut.close();
      LandedFile file = land(KEY, day, tap);

      assertThat(building.built(List.of(LandedInput.of(file)))).isEmpty();
      assertNothingIsLeft();
    }
  }

  @Test
  void whatWasToBeForgottenIsNotBuiltAlthoughItLandsInTheEnd() throws Exception {
    try (BuildAlong building = builder.along(target)) {
      TextTap tap = building.tap(Vocabulary.STOCKTWITS);
      LandingSink sink = LandingSink.openGzip(store, KEY, tap);
      sink.write(day, 0, day.length / 2);
      tap.forget();
      sink.write(day, day.length / 2, day.length - day.length / 2);
      sink.finish();
      LandedFile file = sink.complete(LandedFile.Length.DECLARED);
      sink.close();

      assertThat(building.built(List.of(LandedInput.of(file)))).isEmpty();
      assertNothingIsLeft();
    }
  }

  @Test
  void whatIsNotTakenIsThrownAway() throws Exception {
    try (BuildAlong building = builder.along(target)) {
      land(KEY, day, building.tap(Vocabulary.STOCKTWITS));
    }

    assertNothingIsLeft();
  }

  @Test
  void whatWasBuiltOfAnotherObjectIsThrownAway() throws Exception {
    byte[] other = new SimulatedData(8).messages(DAY, 300).gzip();
    LandedFile taken = land("_landing/other.gz", other, TextTap.NONE);
    try (BuildAlong building = builder.along(target)) {
      land(KEY, day, building.tap(Vocabulary.STOCKTWITS));

      assertThat(building.built(List.of(LandedInput.of(taken)))).isEmpty();
      assertNothingIsLeft();
    }
  }

  @Test
  void withoutASlotTheLandingGoesOnAlone() throws Exception {
    free.acquire();
    try (BuildAlong building = builder(store, 1, Duration.ofMillis(1)).along(target)) {
      LandedFile file = land(KEY, large, building.tap(Vocabulary.STOCKTWITS));

      assertThat(building.built(List.of(LandedInput.of(file)))).isEmpty();
    }
    free.release();
    assertNothingIsLeft();
  }

  @Test
  void whereSlotsAreFewAnywayNoLandingWaitsForOne() throws Exception {
    free.acquire();
    try (BuildAlong building = builder(store, 1, Duration.ofDays(1)).along(target)) {
      LandedFile file = land(KEY, large, building.tap(Vocabulary.STOCKTWITS, 2));

      assertThat(building.built(List.of(LandedInput.of(file)))).isEmpty();
    }
    free.release();
    assertNothingIsLeft();
  }

  @Test
  void whatFitsIntoThePipeTakesASlotWhenItHasLandedAndNotBefore() throws Exception {
    free.acquire();
    try (BuildAlong building = builder.along(target)) {
      LandedFile file = land(KEY, day, building.tap(Vocabulary.STOCKTWITS));
      free.release();
      Built built = building.built(List.of(LandedInput.of(file))).orElseThrow();
      built.throwAway(store);
    }
    assertNothingIsLeft();
  }

  /** A slot that is never free in time; while one waits for it, the object lands. */
  private static final class NoSlotInTime extends Semaphore {
    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch asked = new CountDownLatch(1);
    private final transient CountDownLatch landed = new CountDownLatch(1);

    NoSlotInTime() {
      super(1, true);
    }

    @Override
    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
      asked.countDown();
      landed.await();
      return false;
    }
  }

  @Test
  void aTextThatJustFillsThePipeAndLandsWhileNoSlotIsFreeIsBuiltAllTheSame() throws Exception {
    byte[] file = gzip("\n".repeat(1 << 20));
    NoSlotInTime slots = new NoSlotInTime();
    UnitBuilder busy =
        new UnitBuilder(store, DeriveSettings.defaults(), 1, slots, Duration.ofMinutes(1));
    try (BuildAlong building = busy.along(target)) {
      LandedFile landed;
      try (LandingSink sink =
          LandingSink.openGzip(store, KEY, building.tap(Vocabulary.STOCKTWITS))) {
        sink.write(file, 0, file.length);
        assertThat(sink.finish()).isEmpty();
        slots.asked.await();
        landed = sink.complete(LandedFile.Length.DECLARED);
      }
      slots.landed.countDown();

      Built built = building.built(List.of(LandedInput.of(landed))).orElseThrow();
      assertThat(built.derived().counts().lines()).isEqualTo(1 << 20);
    }
    assertThat(slots.availablePermits()).isEqualTo(1);
    assertNothingIsLeft();
  }

  @Test
  void whereCoresWouldWaitForLandingsNothingIsBuiltAlong() throws Exception {
    try (BuildAlong building = builder(store, 5, Duration.ofMinutes(1)).along(target)) {
      assertThat(building.tap(Vocabulary.STOCKTWITS, 2)).isSameAs(TextTap.NONE);
      assertThat(building.built(List.of())).isEmpty();
    }
  }

  /** A store in which no file of a table can be begun before the latch is open. */
  private static final class SlowTables extends InMemoryStore {
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public StagedObject stage(String key) throws IOException {
      if (!key.startsWith("_landing/")) {
        try {
          open.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      return super.stage(key);
    }
  }

  @Test
  void tablesThatAreWrittenTooSlowlyDoNotHoldTheLandingUp() throws Exception {
    SlowTables slow = new SlowTables();
    try (BuildAlong building = builder(slow, 1, Duration.ofMillis(1)).along(target)) {
      LandedFile file = land(KEY, large, building.tap(Vocabulary.STOCKTWITS));
      slow.open.countDown();

      assertThat(building.built(List.of(LandedInput.of(file)))).isEmpty();
    }
    assertThat(slow.pendingKeys()).isEmpty();
    assertThat(free.availablePermits()).isEqualTo(1);
  }

  /** A store in which no file of a table can be written. */
  private static final class FullForTables extends InMemoryStore {
    @Override
    public StagedObject stage(String key) throws IOException {
      if (!key.startsWith("_landing/")) {
        throw new IOException("no room for " + key);
      }
      return super.stage(key);
    }
  }

  @Test
  void whyTheTablesCannotBeWrittenIsToldWhenTheObjectHasLanded() throws Exception {
    try (BuildAlong building =
        builder(new FullForTables(), 1, Duration.ofMinutes(1)).along(target)) {
      LandedFile file = land(KEY, day, building.tap(Vocabulary.STOCKTWITS));

      assertThatThrownBy(() -> building.built(List.of(LandedInput.of(file))))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("no room for ");
    }
    assertNothingIsLeft();
  }

  @Test
  void tooManyRejectedLinesAreToldWhenTheObjectHasLanded() throws Exception {
    try (BuildAlong building = builder.along(target)) {
      LandedFile file = land(KEY, gzip("no JSON\n".repeat(9)), building.tap(Vocabulary.STOCKTWITS));

      assertThatThrownBy(() -> building.built(List.of(LandedInput.of(file))))
          .isInstanceOf(TooManyRejectedException.class);
    }
    assertThat(store.keys()).containsExactly(KEY);
    assertNothingIsLeft();
  }
}
