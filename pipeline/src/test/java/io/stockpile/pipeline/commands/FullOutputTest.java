package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A command fails if its output cannot be printed, but not if the reader of its output has gone.
 */
class FullOutputTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  @TempDir Path directory;
  private SimulatedFirestream firestream;

  /** A device to which nothing can be written. */
  private static final class FullDevice extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @BeforeEach
  void start() throws IOException {
    firestream = SimulatedFirestream.start();
    firestream.put("message", DAY, new SimulatedData(7).messages(DAY, 5).gzip());
  }

  @AfterEach
  void stop() throws IOException {
    firestream.close();
  }

  private Archive.Ending run(OutputStream out, String line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words =
        line.replace("ARCHIVE", "--output=" + directory.resolve("archive"))
            .replace("SERVICE", "--firestreamUrl=" + firestream.url())
            .split(" ", -1);
    Surroundings surroundings =
        new Surroundings(
            Clock.fixed(Archive.NOW, ZoneOffset.UTC),
            pause -> {},
            () -> 0.5,
            name ->
                switch (name) {
                  case "FIRESTREAM_USERNAME" -> Optional.of(SimulatedFirestream.USERNAME);
                  case "FIRESTREAM_PASSWORD" -> Optional.of(SimulatedFirestream.PASSWORD);
                  default -> Optional.empty();
                });
    int code =
        new Stockpile(
                surroundings,
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words);
    return new Archive.Ending(code, "", err.toString(StandardCharsets.UTF_8));
  }

  private static final String BACKFILL = "backfill ARCHIVE SERVICE --date=2016-12-05 --fileTypes=";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "--help",
        "help backfill",
        "backfill --help",
        "version",
        "status ARCHIVE",
        "status ARCHIVE --json",
        "plan ARCHIVE SERVICE --date=2016-12-05",
        "backfill ARCHIVE SERVICE --date=2016-12-05 --dryRun",
        "verify ARCHIVE",
        "derive ARCHIVE",
        BACKFILL + "message"
      })
  void whatCouldNotBePrintedIsAFailure(String line) {
    Archive.Ending ending = run(new FullDevice(), line);

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err())
        .contains("could not be written to its standard output (No space left on device)")
        .contains("would have ended with 0");
  }

  @Test
  void whatAJobDidIsDoneAllTheSame() {
    assertThat(run(new FullDevice(), BACKFILL + "message").code()).isEqualTo(1);

    assertThat(run(new ByteArrayOutputStream(), "verify ARCHIVE").code()).isZero();
    assertThat(new Archive(directory.resolve("archive")).files())
        .contains("_manifests/firestream/message/2016-12-05.json");
  }

  @Test
  void anIncompleteJobOrADifferenceThatCouldNotBeToldIsAFailureToo() throws IOException {
    assertThat(run(new FullDevice(), BACKFILL + "activity").code()).as("absent").isEqualTo(1);
    assertThat(run(new ByteArrayOutputStream(), BACKFILL + "message").code()).isZero();
    Files.delete(directory.resolve("archive/_landing/firestream/message/2016-12-05.gz"));

    Archive.Ending verify = run(new FullDevice(), "verify ARCHIVE");

    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.err()).contains("would have ended with 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "status ARCHIVE --json", "verify ARCHIVE", BACKFILL + "message"})
  void aReaderThatLeftIsNone(String line) throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (OutputStream out = Channels.newOutputStream(pipe.sink())) {
      Archive.Ending ending = run(out, line);

      assertThat(ending.code()).as(ending.err()).isZero();
      assertThat(ending.err()).doesNotContain("could not be written");
    }
  }

  @Test
  void aWrongCommandLineStaysOne() {
    assertThat(run(new FullDevice(), "status").code()).isEqualTo(2);
  }
}
