package io.stockpile.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.job.Directories;
import io.stockpile.bench.job.Job;
import io.stockpile.bench.measure.Command;
import io.stockpile.bench.measure.ProcessMeter;
import io.stockpile.bench.peer.ParquetContents;
import io.stockpile.bench.peer.Width;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are measured through Linux's /proc")
class RoundsTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private DataFacts facts;
  private Rounds rounds;

  @BeforeEach
  void generate() throws Exception {
    facts = data("messages", 42);
    rounds =
        new Rounds(
            new ProcessMeter(InstantSource.system(), System::nanoTime),
            facts,
            directory.resolve("logs"),
            new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @Test
  void jobsRunInTurnAndAreReportedWithTheirRatios() throws Exception {
    List<Measurement> measurements =
        rounds.run(List.of(job("one", "messages"), job("two", "messages")), 2);

    assertThat(measurements)
        .extracting(Measurement::job)
        .containsExactly("one", "two", "one", "two");
    assertThat(measurements).allMatch(measurement -> measurement.outputBytes() > 1000);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("round 2, two: wall s ");
    assertThat(new Report(facts).table(List.of("one", "two"), measurements))
        .contains("one / two", "rows/s");
  }

  @Test
  void rowsThatAreNotInTheDataAreFound() throws Exception {
    data("others", 43);

    assertThatThrownBy(() -> rounds.run(List.of(job("other", "others")), 1))
        .isInstanceOf(DifferentOutputException.class)
        .hasMessageContaining("other made 200 rows with the id sum");
  }

  private DataFacts data(String name, long seed) throws Exception {
    return DataFiles.generate(
        directory.resolve(name),
        new DataSettings(seed, DataSettings.DEFAULT_FIRST_DAY, 1, 200, Shape.BARE));
  }

  /** A job that writes its output while it is prepared; the measured process does nothing. */
  private Job job(String name, String input) {
    return new Job() {
      private Path output() {
        return directory.resolve(name);
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public void prepare() throws IOException {
        Directories.delete(output());
        try {
          DuckDbJob.main(
              new String[] {
                "--input=" + directory.resolve(input) + "/*.gz", "--output=" + output()
              });
        } catch (SQLException e) {
          throw new IOException(e);
        }
      }

      @Override
      public Command command() {
        return new Command(List.of("true"), Map.of(), directory);
      }

      @Override
      public void check() {
        assertThat(Files.exists(output())).isTrue();
      }

      @Override
      public List<Path> tables() {
        return List.of(output());
      }

      @Override
      public ParquetContents contents() throws SQLException {
        return ParquetContents.ofPeer(output(), Width.NARROW.job(Shape.BARE));
      }
    };
  }
}
