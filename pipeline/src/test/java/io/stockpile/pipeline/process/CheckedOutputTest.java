package io.stockpile.pipeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckedOutputTest {
  /** A disk with room for a number of bytes, on which more room becomes free later. */
  private static final class FullForAWhile extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private int writes;

    @Override
    public void write(int value) throws IOException {
      writes++;
      if (writes == 4) {
        throw new IOException("No space left on device");
      }
      taken.write(value);
    }
  }

  @Test
  void whatArrivedIsNoFailure() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CheckedOutput output = new CheckedOutput(bytes);

    output.stream().println("été");

    assertThat(output.failure()).isEmpty();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("été" + System.lineSeparator());
  }

  @Test
  void afterAFailureThereIsNoHoleInWhatArrived() {
    FullForAWhile disk = new FullForAWhile();
    CheckedOutput output = new CheckedOutput(disk);

    output.stream().print("abcdef");
    output.stream().print("ghi");

    assertThat(output.failure())
        .get()
        .extracting(Throwable::getMessage)
        .asString()
        .contains("No space");
    assertThat(disk.taken.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
  }

  @Test
  void aReaderThatLeftAPipeHasWhatItWants() throws IOException {
    Pipe pipe = Pipe.open();
    CheckedOutput output = new CheckedOutput(Channels.newOutputStream(pipe.sink()));
    pipe.source().close();

    output.stream().println("nobody reads this");

    assertThat(output.failure()).isEmpty();
    pipe.sink().close();
  }

  @Test
  void aFailureOfTheLastFlushCounts() {
    CheckedOutput output =
        new CheckedOutput(
            new ByteArrayOutputStream() {
              @Override
              public void flush() throws IOException {
                throw new IOException("Input/output error");
              }
            });

    assertThat(output.failure()).isPresent();
  }
}
