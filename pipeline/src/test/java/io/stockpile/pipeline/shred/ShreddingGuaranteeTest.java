package io.stockpile.pipeline.shred;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.Restored;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns and extra together have every value of a line, whatever the line is. */
class ShreddingGuaranteeTest {
  private static final int LINES = 3000;
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  static Stream<Arguments> formats() {
    return Tables.all().stream()
        .flatMap(
            table -> table.formats().keySet().stream().map(format -> Arguments.of(table, format)));
  }

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("formats")
  void nothingOfARandomLineIsLostOrInvented(TableSchema table, String format) throws Exception {
    Random random = new Random(table.name().hashCode() + 31L * format.hashCode());
    RandomLines lines = new RandomLines(table, format, random);
    Guarantee guarantee = new Guarantee(table, format);
    RecordShredder shredder = RecordShredder.compile(table, format, List.of());
    ShreddedRecord record = new ShreddedRecord();
    for (int count = 0; count < LINES; count++) {
      byte[] line = written(lines.line(), random);
      byte[] bytes = Lines.padded(line);
      assertThat(shredder.shred(bytes, Lines.FROM, Lines.FROM + line.length, record)).isTrue();
      guarantee.check(Restored.line(line), record);
    }
  }

  /**
   * The bytes of a line. Half a surrogate pair is written as an escape, the only way to write it.
   */
  private static byte[] written(JsonNode line, Random random) throws IOException {
    String text = PLAIN.writeValueAsString(line);
    boolean plain = StandardCharsets.UTF_8.newEncoder().canEncode(text) && random.nextBoolean();
    return (plain ? text : ASCII.writeValueAsString(line)).getBytes(StandardCharsets.UTF_8);
  }
}
