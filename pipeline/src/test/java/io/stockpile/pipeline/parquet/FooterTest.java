package io.stockpile.pipeline.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.pipeline.columns.LittleEndian;
import io.stockpile.schemas.TableSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FooterTest {
  private static final String KEY = "t.parquet";

  @TempDir Path root;

  @Test
  void theSchemaHasFieldIdsEverywhereAndListsOfThreeLevels() throws Exception {
    MessageType expected =
        MessageTypeParser.parseMessageType(
            """
            message test_everything {
              required int64 id = 1;
              required int64 created_at (TIMESTAMP(MICROS,true)) = 2;
              optional boolean flag = 3;
              optional int64 count = 4;
              optional double share columnorder(TYPE_DEFINED_ORDER) = 5;
              optional binary body (STRING) = 6;
              optional binary extra (STRING) = 7;
              optional binary raw = 8;
              optional int32 joined (DATE) = 9;
              optional int64 at (TIMESTAMP(MICROS,true)) = 10;
              optional group user = 11 {
                required int64 id = 12;
                optional binary name (STRING) = 13;
                optional group home = 14 { optional binary city (STRING) = 15; }
              }
              optional group symbols (LIST) = 16 {
                repeated group list {
                  optional group element = 17 {
                    optional binary symbol (STRING) = 18;
                    required int64 number = 19;
                    optional group tags (LIST) = 20 {
                      repeated group list { optional binary element (STRING) = 21; }
                    }
                  }
                }
              }
              optional group flags (LIST) = 22 {
                repeated group list { optional boolean element = 23; }
              }
              required group days (LIST) = 24 {
                repeated group list { optional int32 element (DATE) = 25; }
              }
              optional group matrix (LIST) = 26 {
                repeated group list {
                  optional group element (LIST) = 27 {
                    repeated group list { optional double element columnorder(TYPE_DEFINED_ORDER) = 28; }
                  }
                }
              }
            }
            """);
    TestFiles files = written(100);

    ParquetFooters.Footer footer = ParquetFooters.read(files.store(), KEY);

    assertThat(footer.schema()).isEqualTo(expected);
    assertThat(footer.schema()).hasToString(expected.toString());
    assertThat(footer.rows()).isEqualTo(100);
    assertThat(footer.rowGroups()).isEqualTo(4);
    assertThat(footer.properties())
        .containsEntry("stockpile.product", "Stockpile")
        .containsEntry("stockpile.table", "test/everything")
        .containsEntry("stockpile.schema.version", "7");
  }

  @Test
  void theLevelsOfTheFileAreThoseOfTheTable() {
    TableSchema schema = TestTables.everything();
    MessageType type = ParquetSchemas.messageType(schema);

    assertThat(type.getColumns()).hasSameSizeAs(schema.leaves());
    schema
        .leaves()
        .forEach(
            leaf -> {
              assertThat(type.getColumns().get(leaf.index()).getMaxDefinitionLevel())
                  .as(leaf.dotted())
                  .isEqualTo(leaf.maxDefinition());
              assertThat(type.getColumns().get(leaf.index()).getMaxRepetitionLevel())
                  .as(leaf.dotted())
                  .isEqualTo(leaf.maxRepetition());
              assertThat(type.getColumns().get(leaf.index()).getPrimitiveType().getId().intValue())
                  .as(leaf.dotted())
                  .isEqualTo(leaf.fieldId());
            });
  }

  @Test
  void encodingsAreListedInAFixedOrder() throws Exception {
    FileMetaData metadata = metadata(Files.readAllBytes(written(100).path(KEY)));

    assertThat(metadata.getCreated_by()).startsWith("parquet-mr version ");
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        assertThat(chunk.getMeta_data().getEncodings())
            .isSortedAccordingTo(Comparator.comparingInt(Encoding::getValue));
      }
    }
  }

  /** Readers that do not know a newer order refuse the file, for example Polars. */
  @Test
  void everyColumnHasTheOrderThatAllReadersKnow() throws Exception {
    FileMetaData metadata = metadata(Files.readAllBytes(written(10).path(KEY)));

    assertThat(metadata.getColumn_orders())
        .hasSize(TestTables.everything().leaves().size())
        .allMatch(ColumnOrder::isSetTYPE_ORDER);
  }

  @Test
  void theSameRecordsGiveTheSameBytes() throws Exception {
    byte[] once = Files.readAllBytes(written(300).path(KEY));

    assertThat(Files.readAllBytes(written(300).path(KEY))).isEqualTo(once);
  }

  @Test
  void aTruncatedFileIsRefusedByName() throws Exception {
    TestFiles files = written(100);
    byte[] whole = Files.readAllBytes(files.path(KEY));
    try (StagedObject cut = files.store().stage(KEY)) {
      cut.write(Arrays.copyOf(whole, whole.length - 5));
      PendingObject pending = cut.finish();
      files.store().complete(pending);
    }

    assertThatThrownBy(() -> ParquetFooters.read(files.store(), KEY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(KEY)
        .hasMessageContaining("not a whole Parquet file");
  }

  @Test
  void whatIsNoParquetFileIsRefusedByName() throws Exception {
    TestFiles files = new TestFiles(root);
    files.store().putIfAbsent(KEY, "a line of text".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> ParquetFooters.read(files.store(), KEY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(KEY);
  }

  @Test
  void aMissingFileIsMissing() throws Exception {
    TestFiles files = new TestFiles(root);

    assertThatThrownBy(() -> ParquetFooters.read(files.store(), KEY))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(KEY);
  }

  private TestFiles written(int rows) throws Exception {
    TableSchema schema = TestTables.everything();
    TestFiles files = new TestFiles(root);
    List<Map<String, Object>> trees = new RandomTrees(schema, 9, 0.2).list(rows);
    files.write(KEY, schema, TestFiles.settings(30, 20, 1 << 20), trees);
    return files;
  }

  private static FileMetaData metadata(byte[] file) throws IOException {
    int end = file.length - 8;
    int length = LittleEndian.getInt(file, end);
    return Util.readFileMetaData(new ByteArrayInputStream(file, end - length, length));
  }
}
