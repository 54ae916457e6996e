package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records with half a surrogate pair, which JSON allows as an escape, but which readers refuse. One
 * such record must not make a query over all others fail.
 */
class HalfSurrogatesTest {
  private Path files;
  private Archive archive;

  @BeforeEach
  void makeArchive(@TempDir Path directory) throws IOException {
    archive = new Archive(directory.resolve("archive"));
    files = Files.createDirectory(directory.resolve("files"));
  }

  private static String message(int id, String members) {
    return ("{\"object\":\"Message\",\"action\":\"create\",\"data\":{\"id\":%d,%s,"
            + "\"created_at\":\"2016-12-05T10:00:00Z\"},\"time\":\"2016-12-05T10:00:00Z\"}")
        .formatted(id, members);
  }

  private void importLines(String type, List<String> lines) throws IOException {
    Path file = files.resolve("stocktwits_" + type + "_2016_12_05.json");
    Files.write(file, lines);
    assertThat(archive.run("import", "--files=" + file).code()).isZero();
  }

  private List<List<String>> query(String sql) throws SQLException {
    return DuckDb.query(archive.root(), sql);
  }

  @Test
  void oneOfThemDoesNotEndAQueryOverExtraAndNothingIsLost() throws IOException, SQLException {
    importLines(
        "messages",
        List.of(
            message(1, "\"body\":\"cut \\ud83d\""),
            message(2, "\"body\":\"\\ude80\\ud83d\",\"new\":\"whole\""),
            message(3, "\"body\":\"whole \\ud83d\\ude80\""),
            message(4, "\"body\":\"x\",\"new\":{\"a\":[\"b\",\"c\\ud83d\"],\"d\": 1.50}"),
            message(5, "\"body\":\"x\",\"k\\ud83d\":[ 1 ],\"k\":2"),
            message(6, "\"body\":\"x\",\"user\":{\"username\":\"u\\ud83d\",\"$raw\":3}"),
            message(7, "\"body\":\"x\",\"mentioned_users\":[\"@a\\ud83d\",\"@b\"]"),
            message(8, "\"body\":\"x\",\"new\":" + "[".repeat(300) + "]".repeat(300)),
            message(9, "\"body\":\"\\u0000 \\uffff\",\"n\\u0000\":1e999")));

    List<List<String>> rows =
        query(
            "SELECT id, body, json_valid(extra), extra FROM TABLE(stocktwits/messages) ORDER BY"
                + " id");

    assertThat(rows).extracting(row -> row.get(2)).containsOnly("true", "null");
    assertThat(rows)
        .extracting(row -> row.get(3))
        .containsExactly(
            "{\"body\":{\"$raw\":\"\\\"cut \\\\ud83d\\\"\"}}",
            "{\"body\":{\"$raw\":\"\\\"\\\\ude80\\\\ud83d\\\"\"},\"new\":\"whole\"}",
            "null",
            "{\"new\":{\"a\":[\"b\",{\"$raw\":\"\\\"c\\\\ud83d\\\"\"}],\"d\":1.50}}",
            "{\"k\":2,\"$raw\":[\"\\\"k\\\\ud83d\\\":[ 1 ]\"]}",
            "{\"user\":{\"username\":{\"$raw\":\"\\\"u\\\\ud83d\\\"\"},\"$raw\":[\"\\\"$raw\\\":3\"]}}",
            "{\"mentioned_users\":[{\"$raw\":\"\\\"@a\\\\ud83d\\\"\"},\"@b\"]}",
            "{\"new\":%s{\"$raw\":\"%s\"}%s}"
                .formatted("[".repeat(100), "[".repeat(200) + "]".repeat(200), "]".repeat(100)),
            "{\"n\\u0000\":1e999}");
    assertThat(rows.get(2).get(1)).isEqualTo("whole 🚀");
    assertThat(query("SELECT extra->>'new' FROM TABLE(stocktwits/messages) WHERE id = 2"))
        .containsExactly(List.of("whole"));
    assertThat(query("SELECT DISTINCT json_structure(extra) FROM TABLE(stocktwits/messages)"))
        .isNotEmpty();
  }

  @Test
  void dataOfActivitiesIsReadByAll() throws IOException, SQLException {
    String line =
        "{\"object\":\"%s\",\"action\":\"create\",\"data\":{\"id\":%d,\"user_id\":7,"
            + "\"name\":\"n\\ud83d\",\"k\\ude80\":[],\"in\": {\"new\" : true}},"
            + "\"time\":\"2016-12-05T10:00:00Z\"}";
    List<String> lines = new ArrayList<>();
    for (String object : List.of("Friendship", "Block", "LikeMessage")) {
      lines.add(line.formatted(object, 1));
    }
    importLines("activity", lines);

    for (String table : List.of("friendships", "blocks", "message_likes")) {
      assertThat(
              query(
                  "SELECT json_valid(data), data->>'$.in.new', data->>'$.user_id', user_id, data"
                      + " FROM TABLE(stocktwits/%s)".formatted(table)))
          .containsExactly(
              List.of(
                  "true",
                  "true",
                  "7",
                  "7",
                  "{\"id\":1,\"user_id\":7,\"name\":{\"$raw\":\"\\\"n\\\\ud83d\\\"\"},"
                      + "\"in\":{\"new\":true},\"$raw\":[\"\\\"k\\\\ude80\\\":[]\"]}"));
    }
  }
}
