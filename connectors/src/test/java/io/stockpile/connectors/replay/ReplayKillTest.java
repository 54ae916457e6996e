package io.stockpile.connectors.replay;

import static io.stockpile.connectors.replay.ReplayFixture.UNIT;
import static io.stockpile.connectors.replay.ReplayFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.replay.ReplayOutcome.Complete;
import io.stockpile.connectors.replay.ReplayOutcome.Failed;
import io.stockpile.connectors.replay.attempts.AttemptOwner;
import io.stockpile.connectors.replay.attempts.AttemptSink;
import io.stockpile.connectors.replay.attempts.LandedRange;
import io.stockpile.connectors.replay.attempts.PieceBuffer;
import io.stockpile.connectors.replay.attempts.PieceKeys;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.simulated.ReplayFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReplayKillTest {
  private static final AttemptOwner ELSEWHERE =
      new AttemptOwner("another-machine", 7, Instant.EPOCH);

  @TempDir private Path root;

  @Test
  void killedBeforeAnyOfItsStepsItGoesOnFromWhatIsLanded() throws Exception {
    boolean survived = false;
    for (int changes = 0; !survived; changes++) {
      try (ReplayFixture fixture = new ReplayFixture(root.resolve("killed-" + changes))) {
        fixture.service.script(
            ReplayFault.closeAfter(100), ReplayFault.failedMinutes(at(8), at(11)));
        ScriptedStore dying =
            new ScriptedStore(fixture.store, StoreScript.deadAfterChanges(changes));
        ReplayOutcome first;
        try (ReplayLander lander =
            new ReplayLander(
                fixture.settings, dying, LandingListener.NONE, fixture.surroundings())) {
          first = lander.land(UNIT);
        }
        survived = dying.changes() <= changes;
        assertThat(first).isInstanceOf(survived ? Complete.class : Failed.class);

        ReplayOutcome second = fixture.land();

        assertThat(second).as("after %d changes", changes).isInstanceOf(Complete.class);
        LandedRange landed = ((Complete) second).range();
        assertThat(fixture.landedIds(landed)).isEqualTo(fixture.servedIds());
        assertThat(fixture.requests().size()).isLessThanOrEqualTo(4);
        assertThat(fixture.store.list("").stream().map(StoredObject::key))
            .noneMatch(key -> key.contains("pieces"));
      }
    }
  }

  @Test
  void piecesOfAKilledProcessAreAnAttemptThatWasCut() throws Exception {
    try (ReplayFixture fixture = new ReplayFixture(root)) {
      leave(fixture, new AttemptOwner("localhost", 0, Instant.EPOCH));
      fixture.clock.move(Duration.ofHours(1));
      ReplayOutcome outcome = fixture.land();

      assertThat(outcome).isInstanceOf(Complete.class);
      LandedRange landed = ((Complete) outcome).range();
      assertThat(landed.attempts().get(0).ending().toString()).contains("the process");
      assertThat(landed.attempts().get(0).received()).isEqualTo(5L * ReplayFixture.PER_MINUTE);
      assertThat(fixture.landedIds(landed)).isEqualTo(fixture.servedIds());
      assertThat(fixture.requests()).containsExactly("3-30");
    }
  }

  @Test
  void attemptOfALiveProcessElsewhereIsLeftAlone() throws Exception {
    try (ReplayFixture fixture = new ReplayFixture(root)) {
      leave(fixture, ELSEWHERE);
      ReplayOutcome outcome = fixture.land();

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> assertThat(failed.message()).contains("another-machine", "attempt 1"));
      assertThat(fixture.requests()).isEmpty();
    }
  }

  @Test
  void whoLostItsAttemptToAnotherLeavesTheObjectAsItIs() throws Exception {
    try (ReplayFixture fixture = new ReplayFixture(root)) {
      fixture.service.script(ReplayFault.none());
      LandingListener thief =
          new LandingListener() {
            @Override
            public void requesting(ArchiveUnit unit) {
              try {
                new ReplayAttempts(fixture.store, fixture.clock, ELSEWHERE)
                    .recover(UNIT, Duration.ZERO);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            }
          };
      ReplayOutcome outcome = fixture.land(fixture.settings, UNIT, thief);

      assertThat(outcome).isInstanceOf(Failed.class);
    }
  }

  @Test
  @Timeout(20)
  void receivedBytesAreThereSecondsLater() throws Exception {
    try (ReplayFixture fixture = new ReplayFixture(root);
        AttemptSink sink = new AttemptSink(fixture.store, UNIT, 1, fixture.clock)) {
      sink.write(new byte[] {1, 2, 3}, 3);
      fixture.clock.move(Duration.ofSeconds(3));
      while (fixture.store.list(PieceKeys.prefix(UNIT, 1)).isEmpty()) {
        Thread.onSpinWait();
      }

      assertThat(fixture.store.find(UNIT.landingKey(1))).isEmpty();
      assertThat(fixture.store.list(PieceKeys.prefix(UNIT, 1)))
          .singleElement()
          .extracting(StoredObject::bytes)
          .isEqualTo(3L);
    }
  }

  @Test
  void piecesAreDueWhenLargeOrOld() {
    Instant now = Instant.parse("2016-06-01T00:00:00Z");
    PieceBuffer buffer = new PieceBuffer(10, Duration.ofSeconds(3), 2);

    buffer.append(new byte[4], 0, 4, now);
    assertThat(buffer.due(now.plusSeconds(2))).isEmpty();
    assertThat(buffer.due(now.plusSeconds(3))).get().isEqualTo(new byte[4]);
    buffer.append(new byte[12], 0, 12, now);
    assertThat(buffer.takesMore()).isTrue();
    buffer.append(new byte[12], 0, 12, now);
    assertThat(buffer.takesMore()).isFalse();
    assertThat(buffer.due(now)).get().isEqualTo(new byte[12]);
    assertThat(buffer.rest()).get().isEqualTo(new byte[12]);
    assertThat(buffer.rest()).isEmpty();
  }

  /** Leaves what a process leaves that was killed while it received the sixth minute. */
  private static void leave(ReplayFixture fixture, AttemptOwner owner) throws IOException {
    ReplayAttempts attempts = new ReplayAttempts(fixture.store, fixture.clock, owner);
    attempts.begin(UNIT, UNIT.range(), fixture.clock.instant());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(bytes, 512, true);
    for (int minute = 0; minute < 5; minute++) {
      for (String line : fixture.tweets.activities(at(minute))) {
        gzip.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    gzip.write("{\"cut".getBytes(StandardCharsets.UTF_8));
    gzip.flush();
    byte[] received = bytes.toByteArray();
    int half = received.length / 2;
    put(fixture, 1, Arrays.copyOf(received, half));
    put(fixture, 2, Arrays.copyOfRange(received, half, received.length));
  }

  private static void put(ReplayFixture fixture, int number, byte[] piece) throws IOException {
    fixture.store.putIfAbsent(PieceKeys.key(UNIT, 1, number, fixture.clock.instant()), piece);
  }
}
