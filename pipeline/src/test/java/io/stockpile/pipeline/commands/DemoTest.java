package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final String REPLAYED =
      "_manifests/replay/powertrack/simulated/prod/201612091200_201612091220.json";

  @Test
  void theDemoEndsWithAQueryThatRuns(@TempDir Path directory) throws SQLException {
    Archive archive = new Archive(directory.resolve("demo"));
    archive.environment().clear();

    Archive.Ending ending = archive.run("demo");

    assertThat(ending.err()).isEmpty();
    assertThat(ending.code()).isZero();
    assertThat(ending.out()).contains("6 committed").contains("1 of 2,002 lines rejected");
    Matcher query = Pattern.compile("(?s)SELECT .*?;").matcher(ending.out());
    assertThat(query.find()).isTrue();
    assertThat(DuckDb.query(archive.root(), query.group()))
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly("2016-12-05 1921", "2016-12-06 1920", "2016-12-07 1920");
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT date, count(*), count(DISTINCT id) FROM TABLE(twitter/tweets) GROUP BY"
                    + " date"))
        .containsExactly(List.of("2016-12-09", "1200", "1200"));
    assertThat(
            DuckDb.query(
                archive.root(),
                "SELECT count(*), count(DISTINCT id) FROM TABLE(stocktwits/observed_messages)"))
        .containsExactly(List.of("99", "99"));
    assertThat(archive.text(REPLAYED))
        .contains("\"outcome\" : \"disconnected\"")
        .contains("\"outcome\" : \"completed_with_errors\"")
        .contains("\"outcome\" : \"completed\"")
        .contains("\"status\" : \"complete\"");
    assertThat(ending.out()).contains("The page: " + archive.root().resolve("_report.html"));
    assertThat(archive.text("_report.html"))
        .contains("powertrack/simulated/prod", "malformed_json<td>1<td>1<td>", "<td>line ");
    assertThat(archive.run("verify").code()).isZero();
    assertThat(archive.run("demo").out()).contains("6 already held").contains("1 already held");
  }
}
