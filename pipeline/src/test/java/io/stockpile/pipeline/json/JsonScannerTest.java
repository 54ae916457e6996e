package io.stockpile.pipeline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.stockpile.pipeline.json.MalformedLineException.Kind;
import io.stockpile.pipeline.shred.Lines;
import io.stockpile.pipeline.shred.Mutations;
import io.stockpile.pipeline.shred.RandomLines;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonScanner.MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " { } ",
        "{\"a\":1}\t",
        "[]",
        "[ ]",
        "[1,2]",
        "\"\"",
        "0",
        "-0",
        "-0.0e+1",
        "1E9",
        "12345678901234567890123",
        "true",
        "false",
        "null",
        "{\"\":{\"\":[[],{}]}}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\"",
        "\"\u2028\u0085\u007f\"",
        "[[[[{\"a\":[]}]]]]"
      })
  void soundJsonIsPassed(String json) throws Exception {
    byte[] line = json.getBytes(StandardCharsets.UTF_8);
    assertThat(jacksonAccepts(line)).isTrue();
    scan(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "{]",
        "[}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{'a':1}",
        "01",
        "-",
        "-a",
        "1.",
        ".5",
        "1.e1",
        "1e",
        "1e+",
        "+1",
        "NaN",
        "tru",
        "trueish",
        "nul",
        "True",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "\"\\",
        "\"a\tb\"",
        "\"\u0000\"",
        "{}{}",
        "{} x",
        "1,",
        "[\"a\":1]",
        "{\"a\":[}]",
        "{\"a\":{]}",
        "/**/1",
        "\u00a01",
        "\ufeff{}"
      })
  void whatIsNotJsonIsMalformed(String text) {
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    assertThat(fault(line).kind()).isEqualTo(Kind.MALFORMED_JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "c080",
    "c1bf",
    "e08080",
    "e09fbf",
    "eda080",
    "edbfbf",
    "f08fbfbf",
    "f4908080",
    "f5808080",
    "ff",
    "80",
    "c3",
    "e282",
    "f09f98",
    "c328",
    "e28228",
    "f09f9828"
  })
  void whatIsNotUtf8IsToldByItsPlaceWhateverElseIsWrong(String hex) {
    byte[] wrong = HexFormat.of().parseHex(hex);
    byte[] inString = concat("{\"a\":\"ok\",\"b\":\"xyz", wrong, "\"}");
    assertThat(fault(inString).kind()).isEqualTo(Kind.INVALID_UTF8);
    assertThat(fault(inString).offset()).isEqualTo(18);
    assertThat(fault(concat("{\"a\":1}}", wrong, "")).offset()).isEqualTo(8);
    assertThat(fault(concat("{]\"", wrong, "")).kind()).isEqualTo(Kind.INVALID_UTF8);
  }

  @Test
  void theFirstAndLastCharactersOfEveryLengthAreUtf8() throws Exception {
    scan(
        "[\"\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff\"]"
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nestingEndsAtTheLimit() throws Exception {
    int limit = JsonScanner.MAX_DEPTH;
    scan(("[".repeat(limit) + "]".repeat(limit)).getBytes(StandardCharsets.UTF_8));
    scan(("{\"a\":".repeat(limit) + "1" + "}".repeat(limit)).getBytes(StandardCharsets.UTF_8));
    byte[] deeper =
        ("[".repeat(limit + 1) + "]".repeat(limit + 1)).getBytes(StandardCharsets.UTF_8);
    assertThat(fault(deeper).kind()).isEqualTo(Kind.TOO_DEEP);
    assertThat(fault(deeper).offset()).isEqualTo(limit);
    byte[] million = "[{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    assertThat(fault(million).kind()).isEqualTo(Kind.TOO_DEEP);
  }

  @Test
  void aFaultSaysWhatAndWhereAndCostsNoStackTrace() {
    MalformedLineException fault = fault("{\"a\":tru}".getBytes(StandardCharsets.UTF_8));
    assertThat(fault).hasMessage("Expected a value at byte 5");
    assertThat(fault.getStackTrace()).isEmpty();
  }

  @Test
  void aLineWithoutItsEndIsRefused() {
    byte[] bytes = new byte[JsonScanner.PADDING + 1];
    bytes[1] = 'x';
    JsonScanner scanner = new JsonScanner();
    assertThatThrownBy(() -> scanner.begin(bytes, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scanner.begin(bytes, 0, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void damagedLinesAreAcceptedJustWhenJacksonAcceptsThem() throws Exception {
    Random random = new Random(7);
    RandomLines lines = new RandomLines(Tables.MESSAGES, "envelope", random);
    int accepted = 0;
    int count = 30_000;
    byte[] sound = {};
    for (int index = 0; index < count; index++) {
      if (index % 10 == 0) {
        sound = lines.line().toString().getBytes(StandardCharsets.UTF_8);
      }
      byte[] line = Mutations.of(sound, random);
      boolean passed = passes(line);
      assertThat(passed)
          .as(new String(line, StandardCharsets.ISO_8859_1))
          .isEqualTo(isUtf8(line) && jacksonAccepts(line));
      accepted += passed ? 1 : 0;
    }
    assertThat(accepted).isBetween(count / 10, count * 9 / 10);
  }

  private static boolean passes(byte[] line) {
    try {
      scan(line);
      return true;
    } catch (MalformedLineException e) {
      boolean utf8 = isUtf8(line);
      assertThat(e.kind() == Kind.INVALID_UTF8).isEqualTo(!utf8);
      return false;
    }
  }

  private static void scan(byte[] line) throws MalformedLineException {
    JsonScanner scanner = new JsonScanner();
    scanner.begin(Lines.padded(line), Lines.FROM, Lines.FROM + line.length);
    scanner.skipValue();
    scanner.end();
  }

  private static MalformedLineException fault(byte[] line) {
    return catchThrowableOfType(MalformedLineException.class, () -> scan(line));
  }

  private static boolean jacksonAccepts(byte[] line) throws IOException {
    try (JsonParser parser = JACKSON.createParser(line)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      // Reads the text, too, because Jackson checks a string only when its text is requested.
      parser.getText();
      return parser.nextToken() == null && jacksonReadsAllText(line);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean jacksonReadsAllText(byte[] line) throws IOException {
    try (JsonParser parser = JACKSON.createParser(line)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
      return true;
    }
  }

  private static boolean isUtf8(byte[] line) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] concat(String before, byte[] middle, String after) {
    byte[] head = before.getBytes(StandardCharsets.UTF_8);
    byte[] tail = after.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + middle.length + tail.length)
        .put(head)
        .put(middle)
        .put(tail)
        .array();
  }
}
