package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.data.OldArchive;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of an older version is read together with newer files, and brought up to date. */
class SchemaVersionsTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 6);
  private static final String NEW_COLUMNS =
      "SELECT id, symbols[1].earnings_uuid, symbols[1].earnings_cta_text, symbols[1].features,"
          + " symbols[1].cusip, symbols[1].isin, gnip.language, gnip.urls[1].expanded_status,"
          + " CAST(updated_at AS VARCHAR), entities.chart.original,"
          + " reshare_message.message.sentiment, reshare_message.message.\"user\".followers,"
          + " reshare_message.message.symbols[1].symbol FROM ";

  private Path directory;
  private Archive archive;

  @BeforeEach
  void copyArchive(@TempDir Path directory) throws IOException {
    this.directory = directory;
    archive = new Archive(directory.resolve("archive"));
    OldArchive.copyTo(archive.root());
  }

  private void importTheNextDay() throws IOException {
    Path file = directory.resolve("stocktwits_messages_2016_12_06.gz");
    Files.write(file, new SimulatedData(7).messages(DAY, 40).gzip());
    assertThat(archive.run("import", "--files=" + file).code()).isZero();
  }

  private List<List<String>> query(String sql) throws SQLException {
    return DuckDb.query(archive.root(), sql);
  }

  private String union() {
    return "read_parquet('"
        + archive.root()
        + "/stocktwits/messages/*/*.parquet', hive_partitioning = true, union_by_name = true)";
  }

  @Test
  void filesOfBothVersionsAreReadTogetherByName() throws IOException, SQLException {
    importTheNextDay();

    assertThat(
            query(
                "SELECT count(*), count(DISTINCT date) FROM " + union() + " WHERE id IS NOT NULL"))
        .containsExactly(List.of("41", "2"));
    assertThat(query(NEW_COLUMNS + union() + " WHERE id = 101"))
        .containsExactly(
            Arrays.asList(
                "101", "null", "null", "null", "null", "null", "null", "null", "null", "null",
                "null", "null", "null"));
    assertThat(
            query(
                "SELECT extra->'symbols'->0->>'earnings_id', symbols[1].earnings_id,"
                    + " symbols[1].symbol FROM "
                    + union()
                    + " WHERE id = 101"))
        .containsExactly(Arrays.asList("5f0c9e1e-0d6a-4b0e-9d3c-2a9f6f1f3b11", "null", "TEST"));
  }

  @Test
  void theFolderIsADateToDuckDb() throws IOException, SQLException {
    importTheNextDay();

    assertThat(query("SELECT typeof(date), count(*) FROM TABLE(stocktwits/messages) GROUP BY 1"))
        .containsExactly(List.of("DATE", "41"));
    assertThat(
            query(
                "SELECT date, count(gnip) FROM "
                    + union()
                    + " WHERE date > DATE '2016-12-05' GROUP BY date"))
        .containsExactly(List.of("2016-12-06", "0"));
  }

  @Test
  void deriveBringsUpWhatIsOlderAndLeavesTheRest() throws IOException, SQLException {
    importTheNextDay();
    Map<String, byte[]> before = archive.contents();

    Archive.Ending ending = archive.run("derive", "--onExisting=skip");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains("1 committed, 1 already held");
    String manifest = "_manifests/firestream/message/2016-12-06.json";
    assertThat(archive.read(manifest)).isEqualTo(before.get(manifest));
    assertThat(query(NEW_COLUMNS + "TABLE(stocktwits/messages) WHERE id IN (101, 103) ORDER BY id"))
        .containsExactly(
            Arrays.asList(
                "101",
                "5f0c9e1e-0d6a-4b0e-9d3c-2a9f6f1f3b11",
                "Listen live",
                "[pricing, earnings]",
                "TEST00009",
                "ZZTEST000094",
                "null",
                "null",
                "null",
                "null",
                "Bullish",
                "7",
                "TEST"),
            Arrays.asList(
                "103",
                "null",
                "null",
                "null",
                "null",
                "null",
                "en",
                "200",
                "2016-12-05 12:00:05+00",
                "http://example.com/full.png",
                "null",
                "null",
                "null"));
    assertThat(query("SELECT extra FROM TABLE(stocktwits/messages) WHERE id = 101"))
        .containsExactly(
            List.of(
                "{\"user\":{\"badges\":[{\"id\":1}]},\"symbols\":[{\"trends\":{\"summary\":\"up\"},"
                    + "\"price\":12.5}],\"reshare_message\":{\"message\":{\"symbols\":[{\"region\":"
                    + "\"US\"}]}}}"));
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("derive", "--onExisting=skip").out()).contains("2 already held");
  }
}
