package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.codec.DecodedText;
import io.stockpile.pipeline.testing.DuckDb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the whole content of an archive: every file decompressed, and all columns of all rows of
 * every Parquet file, wherever the files are.
 */
final class EveryByte {
  private EveryByte() {}

  /** The text of each file. */
  static Map<String, String> of(Archive archive) throws IOException, SQLException {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : archive.contents().entrySet()) {
      String raw = new String(file.getValue(), StandardCharsets.ISO_8859_1);
      if (file.getKey().endsWith(".parquet")) {
        List<List<String>> rows =
            DuckDb.query(
                archive.root(),
                "SELECT COLUMNS(*)::VARCHAR FROM read_parquet('"
                    + archive.root().resolve(file.getKey())
                    + "')");
        texts.put(file.getKey(), raw + rows);
      } else {
        texts.put(file.getKey(), raw + unpacked(file.getValue()));
      }
    }
    return texts;
  }

  /** Asserts that no file of the archive contains any of these words. */
  static void assertNowhere(Archive archive, Collection<String> words)
      throws IOException, SQLException {
    for (Map.Entry<String, String> file : of(archive).entrySet()) {
      assertThat(words.stream().filter(file.getValue()::contains).toList())
          .as(file.getKey())
          .isEmpty();
    }
  }

  /** The lines of a landed object. */
  static String unpacked(byte[] content) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    DecodedText.of(new ByteArrayInputStream(content)).transferTo(text);
    return text.toString(StandardCharsets.UTF_8);
  }
}
