package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedTweets;
import io.stockpile.simulated.data.SimulatedTweets.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of another kind than the user says. */
class KindsToldApartTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final Instant MINUTE = Instant.parse("2016-12-05T10:00:00Z");

  private final SimulatedData data = new SimulatedData(7);
  private Path file;
  private Archive archive;

  @BeforeEach
  void makeArchive(@TempDir Path directory) {
    archive = new Archive(directory.resolve("archive"));
    file = directory.resolve("stocktwits_messages_2016_12_05.json");
  }

  private Archive.Ending importLines(List<String> lines) throws IOException {
    Files.write(file, lines);
    return archive.run("import", "--files=" + file);
  }

  @ParameterizedTest
  @EnumSource
  void whatTwitterPublishedIsNoDayOfMessagesAndBlocksNothing(Form form)
      throws IOException, SQLException {
    Archive.Ending ending = importLines(new SimulatedTweets(form, 100).activities(MINUTE));

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("100 of 100 lines were rejected")
        .contains("{wrong_source=100}")
        .contains("A record of Twitter, where those of StockTwits are expected");
    assertThat(archive.files()).noneMatch(name -> name.endsWith(".parquet"));
    assertThat(archive.files()).noneMatch(name -> name.startsWith("_manifests"));

    assertThat(importLines(data.messages(DAY, 40).lines()).code()).isZero();
    assertThat(DuckDb.query(archive.root(), "SELECT count(*) FROM TABLE(stocktwits/messages)"))
        .isNotEqualTo(List.of(List.of("0")));
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void aFewTweetsAmongMessagesAreRejectedWithTheirBytes() throws IOException, SQLException {
    List<String> tweets = new SimulatedTweets(Form.ACTIVITY_STREAMS, 3).activities(MINUTE);
    List<String> lines = new ArrayList<>(data.messages(DAY, 40).lines());
    lines.addAll(20, tweets);

    assertThat(importLines(lines).code()).isZero();

    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT reason, source_line, decode(raw) FROM read_parquet('"
                    + archive.root()
                    + "/_rejected/**/*.parquet') WHERE reason = 'wrong_source' ORDER BY 2"))
        .containsExactly(
            List.of("wrong_source", "21", tweets.get(0)),
            List.of("wrong_source", "22", tweets.get(1)),
            List.of("wrong_source", "23", tweets.get(2)));
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*) FROM TABLE(stocktwits/messages) WHERE id > 1000000000000"))
        .containsExactly(List.of("0"));
  }
}
