package io.stockpile.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTest {
  private enum Colour {
    DARK_RED,
    BLUE
  }

  private record Balance(int whole, long part) {
    Balance {
      if (part > whole) {
        throw new IllegalArgumentException(part + " is more than " + whole);
      }
    }

    /** A method that has the name of a getter but is no member of the record. */
    boolean isEmpty() {
      return whole == 0;
    }
  }

  private record Shape(
      int version,
      String firstName,
      long bytes,
      boolean kept,
      Colour colour,
      Instant at,
      @AsMinute Instant minute,
      LocalDate day,
      Balance balance,
      List<Balance> balances,
      List<String> texts,
      SortedMap<String, Long> reasons,
      @JsonInclude(Include.ALWAYS) Long always,
      @JsonInclude(Include.NON_NULL) Balance sometimes,
      @JsonInclude(Include.NON_DEFAULT) int generation) {}

  private static final Shape FULL =
      new Shape(
          1,
          "a \"b\" — 東京",
          9_007_199_254_740_993L,
          true,
          Colour.DARK_RED,
          Instant.parse("2016-12-05T01:02:03.000000004Z"),
          Instant.parse("2016-06-01T00:00:00Z"),
          LocalDate.of(2016, 12, 5),
          new Balance(2, 1),
          List.of(new Balance(0, 0), new Balance(5, 5)),
          List.of("x", ""),
          new TreeMap<>(Map.of("b", 1L, "a", 2L)),
          null,
          new Balance(1, 1),
          3);

  private static Shape read(String json) throws BrokenRecordException {
    return RecordFile.read(
        "x.json",
        json.getBytes(StandardCharsets.UTF_8),
        1,
        Shape.class,
        UnaryOperator.<Shape>identity());
  }

  private static String text(Shape shape) {
    return new String(RecordFile.write(shape), StandardCharsets.UTF_8);
  }

  @Test
  void membersHaveTheNamesAndTheOrderOfTheRecord() {
    assertThat(text(FULL))
        .isEqualTo(
            """
            {
              "version" : 1,
              "first_name" : "a \\"b\\" — 東京",
              "bytes" : 9007199254740993,
              "kept" : true,
              "colour" : "dark_red",
              "at" : "2016-12-05T01:02:03.000000004Z",
              "minute" : "2016-06-01T00:00Z",
              "day" : "2016-12-05",
              "balance" : {
                "whole" : 2,
                "part" : 1
              },
              "balances" : [ {
                "whole" : 0,
                "part" : 0
              }, {
                "whole" : 5,
                "part" : 5
              } ],
              "texts" : [ "x", "" ],
              "reasons" : {
                "a" : 2,
                "b" : 1
              },
              "always" : null,
              "sometimes" : {
                "whole" : 1,
                "part" : 1
              },
              "generation" : 3
            }
            """);
  }

  @Test
  void whatIsWrittenIsReadBack() throws BrokenRecordException {
    assertThat(read(text(FULL))).isEqualTo(FULL);
    assertThat(read(RecordFile.line(FULL))).isEqualTo(FULL);
    assertThat(RecordFile.line(FULL)).doesNotContain("\n");
    assertThat(FULL.balance().isEmpty()).isFalse();
  }

  @Test
  void whatMayBeLeftOutMayBeMissingOrNull() throws BrokenRecordException {
    Shape without =
        new Shape(
            1,
            "",
            0,
            false,
            Colour.BLUE,
            FULL.at(),
            FULL.minute(),
            FULL.day(),
            FULL.balance(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            null,
            null,
            0);
    String written = RecordFile.line(without);

    assertThat(written)
        .endsWith("\"texts\":[],\"reasons\":{},\"always\":null}")
        .doesNotContain("sometimes")
        .doesNotContain("generation");
    assertThat(read(written)).isEqualTo(without);
    assertThat(read(written.replace(",\"always\":null", ""))).isEqualTo(without);
    assertThat(read(written.replace("\"always\":null", "\"sometimes\":null,\"generation\":0")))
        .isEqualTo(without);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bytes\":9007199254740993 | \"bytes\":\"9\" | 'bytes' should be a whole number, but it is"
            + " \"9\"",
        "\"bytes\":9007199254740993 | \"bytes\":\"\" | 'bytes' should be a whole number, but it is"
            + " \"\"",
        "\"bytes\":9007199254740993 | \"bytes\":9.0 | 'bytes' should be a whole number, but it is"
            + " 9.0",
        "\"bytes\":9007199254740993 | \"bytes\":9e0 | 'bytes' should be a whole number",
        "\"bytes\":9007199254740993 | \"bytes\":null | 'bytes' should be a whole number, but it is"
            + " null",
        "\"bytes\":9007199254740993 | \"bytes\":9223372036854775808 | 'bytes' should be a whole"
            + " number, but it is 9223372036854775808",
        "\"bytes\":9007199254740993, | | 'bytes' should be a whole number, but it is missing",
        "\"generation\":3 | \"generation\":3000000000 | 'generation' should be a number of 32 bits",
        "\"generation\":3 | \"generation\":\"3\" | 'generation' should be a whole number",
        "\"always\":null | \"always\":\"3\" | 'always' should be a whole number",
        "\"always\":null | \"always\":3.5 | 'always' should be a whole number",
        "\"kept\":true | \"kept\":1 | 'kept' should be true or false, but it is 1",
        "\"kept\":true | \"kept\":\"true\" | 'kept' should be true or false, but it is \"true\"",
        "\"x\",\"\" | \"x\",7 | 'texts[1]' should be a text, but it is 7",
        "\"x\",\"\" | null | 'texts[0]' should be a text, but it is null",
        "[\"x\",\"\"] | \"x\" | 'texts' should be an array, but it is \"x\"",
        "[\"x\",\"\"] | {} | 'texts' should be an array, but it is {}",
        "[\"x\",\"\"] | \"\" | 'texts' should be an array, but it is \"\"",
        "\"dark_red\" | \"DARK_RED\" | 'colour' should be one of dark_red, blue, but it is"
            + " \"DARK_RED\"",
        "\"dark_red\" | 0 | 'colour' should be one of dark_red, blue, but it is 0",
        "\"dark_red\" | \"\" | 'colour' should be one of dark_red, blue, but it is \"\"",
        "\"2016-12-05T01:02:03.000000004Z\" | 1480899723 | 'at' should be a text, but it is"
            + " 1480899723",
        "\"2016-12-05T01:02:03.000000004Z\" | \"1480899723\" | 'at' should be a UTC time such as"
            + " 2016-12-05T00:00:00Z, but it is \"1480899723\"",
        "\"2016-12-05T01:02:03.000000004Z\" | \"\" | 'at' should be a UTC time such as"
            + " 2016-12-05T00:00:00Z, but it is \"\"",
        "\"2016-06-01T00:00Z\" | \"2016-06-01\" | 'minute' should be a UTC minute such as",
        "\"2016-12-05\" | \"2016-12-32\" | 'day' should be a day such as 2016-12-05",
        "\"2016-12-05\" | [2016] | 'day' should be a text, but it is [2016]",
        "{\"whole\":2,\"part\":1} | [] | 'balance' should be an object, but it is []",
        "{\"whole\":2,\"part\":1} | \"\" | 'balance' should be an object, but it is \"\"",
        "{\"whole\":2,\"part\":1} | {\"whole\":2} | 'balance.part' should be a whole number, but it"
            + " is missing",
        "{\"whole\":2,\"part\":1} | {\"whole\":1,\"part\":2} | 2 is more than 1",
        "{\"whole\":5,\"part\":5} | 5 | 'balances[1]' should be an object, but it is 5",
        "{\"whole\":5,\"part\":5} | {\"whole\":5,\"part\":true} | 'balances[1].part' should be a"
            + " whole number, but it is true",
        "\"a\":2 | \"a\":\"2\" | 'reasons.a' should be a whole number, but it is \"2\"",
        "\"a\":2 | \"a\":null | 'reasons.a' should be a whole number, but it is null",
        "{\"a\":2,\"b\":1} | [] | 'reasons' should be an object, but it is []",
        "\"version\":1 | \"version\":2 | it has version 2 and this program knows version 1",
        "\"version\":1 | \"version\":\"1\" | 'version' should be a whole number, but it is \"1\"",
        "\"version\":1, | | 'version' should be a whole number, but it is missing",
        "\"kept\":true | \"kept\":true,\"kept\":true | it is not JSON: line 1, column ",
        "\"kept\":true | \"kept\":yes | it is not JSON: line 1, column ",
      })
  void noValueIsTakenForAnother(String found, String put, String reason) {
    String written = RecordFile.line(FULL);
    assertThat(written).contains(found);

    assertThatThrownBy(() -> read(written.replace(found, put == null ? "" : put)))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageStartingWith("x.json cannot be read: ")
        .hasMessageContaining(reason)
        .hasMessageNotContaining("Shape")
        .hasMessageNotContaining("Source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "7", "null", "\"x\"", "{", "{}{}", "{\"version\":1}7"})
  void whatIsNoObjectIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageMatching(
            "(?s)x.json cannot be read: it is not (a JSON object|JSON: line 1, column .*)");
  }

  @Test
  void whatWasFoundIsNotShownAtLength() {
    String longText = "\"" + "x".repeat(10_000) + "\"";
    String written = RecordFile.line(FULL).replace("9007199254740993", longText);

    assertThatThrownBy(() -> read(written))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
  }
}
