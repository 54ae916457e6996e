package io.stockpile.pipeline.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TextPipeTest {
  private static final String KEY = "_landing/x.gz";
  private static final LandedInput INPUT = LandedInput.unproven(KEY);
  private static final Duration LONG = Duration.ofMinutes(1);

  private static LandedFile landed(long textBytes) {
    return new LandedFile(KEY, 7, "digest", textBytes, 2, LandedFile.Length.DECLARED);
  }

  private static byte[] readAll(TextPipe pipe, Random random) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[500];
    int count;
    do {
      int offset = random.nextInt(100);
      count = pipe.read(buffer, offset, 1 + random.nextInt(buffer.length - offset));
      all.write(buffer, offset, Math.max(count, 0));
    } while (count >= 0);
    return all.toByteArray();
  }

  private static Thread waiting(FutureTask<?> task) {
    Thread thread = new Thread(task);
    thread.start();
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING
        && !task.isDone()) {
      Thread.onSpinWait();
    }
    return thread;
  }

  @Test
  void theTextComesThroughHoweverItIsCut() throws Exception {
    Random random = new Random(5);
    for (int run = 0; run < 50; run++) {
      byte[] text = new byte[random.nextInt(20_000)];
      random.nextBytes(text);
      TextPipe pipe = new TextPipe(1 + random.nextInt(700), LONG);
      Random ofTheReader = new Random(run);
      FutureTask<byte[]> reading = new FutureTask<>(() -> readAll(pipe, ofTheReader));
      new Thread(reading).start();
      for (int at = 0; at < text.length; ) {
        int length = Math.min(text.length - at, random.nextInt(1_000));
        pipe.write(text, at, length);
        at += length;
      }
      pipe.end(landed(text.length));

      assertThat(reading.get()).isEqualTo(text);
      assertThat(pipe.facts(INPUT, 3))
          .isEqualTo(new LandedFacts(KEY, 7, "digest", text.length, 3, 2));
      assertThat(pipe.landedBytes()).isEqualTo(7);
    }
  }

  @Test
  void theEndIsSeenWhenTheObjectHasLandedAndNotBefore() throws Exception {
    TextPipe pipe = new TextPipe(LONG);
    pipe.write(new byte[3], 0, 3);
    assertThat(pipe.read(new byte[9], 0, 9)).isEqualTo(3);
    FutureTask<Integer> reading = new FutureTask<>(() -> pipe.read(new byte[9], 0, 9));
    waiting(reading);

    assertThat(reading.isDone()).isFalse();
    pipe.end(landed(3));

    assertThat(reading.get()).isEqualTo(-1);
  }

  @Test
  void nothingIsReadOfWhatDoesNotLand() throws Exception {
    TextPipe pipe = new TextPipe(LONG);
    FutureTask<Integer> reading = new FutureTask<>(() -> pipe.read(new byte[9], 0, 9));
    waiting(reading);
    pipe.breakOff();
    pipe.write(new byte[3], 0, 3);
    pipe.end(landed(3));

    assertThatThrownBy(reading::get).hasRootCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> pipe.read(new byte[9], 0, 9)).isInstanceOf(IOException.class);
    assertThat(pipe.isBrokenOff()).isTrue();
  }

  @Test
  void aReaderThatTakesNothingIsGivenUp() {
    TextPipe pipe = new TextPipe(10, Duration.ofMillis(1));
    pipe.write(new byte[30], 0, 30);

    assertThat(pipe.isBrokenOff()).isTrue();
  }

  @Test
  void aReaderThatIsGoneHoldsNobodyUp() throws Exception {
    TextPipe pipe = new TextPipe(10, LONG);
    FutureTask<Void> writing = new FutureTask<>(() -> pipe.write(new byte[30], 0, 30), null);
    waiting(writing);
    pipe.close();

    writing.get();
    assertThat(pipe.isBrokenOff()).isFalse();
  }

  @Test
  void aWriterThatIsInterruptedGoesOnWithItsFlagSet() throws Exception {
    TextPipe pipe = new TextPipe(10, LONG);
    FutureTask<Boolean> writing =
        new FutureTask<>(
            () -> {
              pipe.write(new byte[30], 0, 30);
              return Thread.interrupted();
            });
    waiting(writing).interrupt();

    assertThat(writing.get()).isTrue();
    assertThat(pipe.isBrokenOff()).isTrue();
  }

  @Test
  void anotherTextThanWasReadIsNoFact() throws IOException {
    TextPipe pipe = new TextPipe(LONG);
    pipe.write(new byte[3], 0, 3);
    pipe.read(new byte[9], 0, 9);
    pipe.end(landed(4));

    assertThatThrownBy(() -> pipe.facts(INPUT, 1)).isInstanceOf(IllegalStateException.class);
  }
}
