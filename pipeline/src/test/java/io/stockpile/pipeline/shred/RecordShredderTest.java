package io.stockpile.pipeline.shred;

import static io.stockpile.pipeline.shred.RecordTree.at;
import static io.stockpile.pipeline.shred.RecordTree.shred;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.schemas.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordShredderTest {
  private static Map<String, Object> bare(String line) throws Exception {
    return shred(Tables.MESSAGES, "bare", line);
  }

  @Test
  void whatHasNoColumnMirrorsTheRecordsNesting() throws Exception {
    Map<String, Object> row =
        bare(
            "{\"id\":1,\"user\":{\"id\":2,\"badges\":[ 1, 2 ]},\"symbols\":[{\"id\":3},{\"new\":1},"
                + "{\"id\":4}],\"tokens\":{\"a\": 1.50}}");
    assertThat(row.get("extra"))
        .isEqualTo(
            "{\"user\":{\"badges\":[ 1, 2 ]},\"symbols\":[{},{\"new\":1}],\"tokens\":{\"a\":"
                + " 1.50}}");
    assertThat((List<?>) row.get("symbols")).hasSize(3);
  }

  @Test
  void aLineWithNothingLeftHasNoExtra() throws Exception {
    assertThat(bare("{\"id\":1,\"body\":\"x\"}").get("extra")).isNull();
  }

  @Test
  void whatStandsOutsideTheRecordIsUnderEnvelope() throws Exception {
    Map<String, Object> row =
        shred(
            Tables.MESSAGES,
            "envelope",
            "{\"seq_id\":12345678901234567890123,\"object\":\"Message\",\"action\":\"create\","
                + "\"data\":{\"id\":1,\"new\":{\"x\":[]}},\"time\":\"yesterday\"}");
    assertThat(row.get("extra"))
        .isEqualTo(
            "{\"new\":{\"x\":[]},\"$envelope\":{\"seq_id\":12345678901234567890123,"
                + "\"time\":\"yesterday\"}}");
    assertThat(row.get("id")).isEqualTo(1L);
  }

  @Test
  void theFirstOfRepeatedKeysHasTheColumn() throws Exception {
    Map<String, Object> row = bare("{\"id\":1,\"id\":2,\"id\":3,\"x\":4,\"\\u0078\":5,\"x\":6}");
    assertThat(row.get("id")).isEqualTo(1L);
    assertThat(row.get("extra"))
        .isEqualTo("{\"id\":2,\"x\":4,\"$again\":[{\"id\":3},{\"\\u0078\":5},{\"x\":6}]}");
  }

  @Test
  void aRepeatedObjectOrListIsLeftOverWhole() throws Exception {
    Map<String, Object> row =
        bare(
            "{\"user\":{\"id\":1,\"n\":0},\"user\":{\"name\":\"x\"},\"symbols\":[],\"symbols\":[{}]}");
    assertThat(at(row, "user", "name")).isNull();
    assertThat(row.get("extra"))
        .isEqualTo(
            "{\"user\":{\"n\":0},\"symbols\":[{}],\"$again\":[{\"user\":{\"name\":\"x\"}}]}");
  }

  @Test
  void manyRepeatedKeysAreFoundTooAndReservedNamesAreNotMistaken() throws Exception {
    StringBuilder line = new StringBuilder("{\"$again\":1,\"$envelope\":2");
    for (int key = 0; key < 40; key++) {
      line.append(",\"k").append(key % 20).append("\":").append(key);
    }
    String extra = (String) bare(line + "}").get("extra");
    assertThat(extra)
        .startsWith("{\"k0\":0,")
        .contains("\"k19\":19,\"$again\":[{\"$again\":1},{\"$envelope\":2},{\"k0\":20},")
        .endsWith("{\"k19\":39}]}");
  }

  @Test
  void keysWithEscapesAreTheKeysTheyMean() throws Exception {
    Map<String, Object> row =
        bare("{\"\\u0069d\":7,\"us\\u0065r\":{\"\\u0075sername\":\"x\",\"\\u0062ad\":1}}");
    assertThat(row.get("id")).isEqualTo(7L);
    assertThat(at(row, "user", "username")).isEqualTo("x");
    assertThat(row.get("extra")).isEqualTo("{\"us\\u0065r\":{\"\\u0062ad\":1}}");
  }

  @Test
  void aListWithAnElementOfAnotherKindIsLeftOverWhole() throws Exception {
    Map<String, Object> row =
        bare(
            "{\"symbols\":[{\"id\":1,\"x\":1},5],\"mentioned_users\":[\"@a\",[null]],"
                + "\"likes\":{\"user_ids\":[1,null,2]},\"prices\":{}}");
    assertThat(row.get("symbols")).isNull();
    assertThat(row.get("mentioned_users")).isNull();
    assertThat(at(row, "likes", "user_ids")).isEqualTo(Arrays.asList(1L, null, 2L));
    assertThat(row.get("extra"))
        .isEqualTo(
            "{\"symbols\":[{\"id\":1,\"x\":1},5],\"mentioned_users\":[\"@a\",[null]],\"prices\":{}}");
  }

  @Test
  void groupsAreNullOrEmptyAsTheRecordHasThem() throws Exception {
    Map<String, Object> row =
        bare("{\"source\":{},\"conversation\":null,\"user\":{\"trading_strategy\":{}}}");
    assertThat(row.get("source")).isInstanceOf(Map.class);
    assertThat(row.get("conversation")).isNull();
    assertThat(at(row, "user", "trading_strategy")).isInstanceOf(Map.class);
    assertThat(at(row, "user", "trading_strategy", "assets_frequently_traded")).isNull();
    assertThat(row.get("extra")).isNull();
  }

  @Test
  void anEmptyObjectThatIsNoGroupIsKept() throws Exception {
    Map<String, Object> row = bare("{\"entities\":{\"sentiment\":{ }}}");
    assertThat(row.get("sentiment")).isNull();
    assertThat(row.get("extra")).isEqualTo("{\"entities\":{\"sentiment\":{ }}}");
  }

  @Test
  void theFirstPlaceThatFitsWinsWhateverTheOrderInTheLine() throws Exception {
    String late = "{\"user\":{\"following_stocks\":1,\"watchlist_stocks_count\":2,\"x\":3}}";
    assertThat(at(bare(late), "user", "watchlist_stocks_count")).isEqualTo(2L);
    assertThat(bare(late).get("extra")).isEqualTo("{\"user\":{\"following_stocks\":1,\"x\":3}}");
    String misfit = "{\"user\":{\"following_stocks\":1,\"watchlist_stocks_count\":\"2\"}}";
    assertThat(at(bare(misfit), "user", "watchlist_stocks_count")).isEqualTo(1L);
    assertThat(bare(misfit).get("extra"))
        .isEqualTo("{\"user\":{\"watchlist_stocks_count\":\"2\"}}");
  }

  @Test
  void aBetterListThatComesLaterTakesTheColumn() throws Exception {
    String line =
        "{\"verb\":\"post\",\"entities\":{\"stocks\":[{\"symbol\":\"A\",\"x\":1}],"
            + "\"symbols\":[{\"symbol\":\"B\"}]}}";
    Map<String, Object> row = shred(Tables.MESSAGES, "activity_streams", line);
    assertThat(at((Map<String, Object>) first(row.get("symbols")), "symbol")).isEqualTo("B");
    assertThat(row.get("extra"))
        .isEqualTo("{\"verb\":\"post\",\"entities\":{\"stocks\":[{\"symbol\":\"A\",\"x\":1}]}}");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(Object list) {
    return (Map<String, Object>) ((List<?>) list).get(0);
  }

  @Test
  void dataKeptWholeStillGivesItsIds() throws Exception {
    String data = "{ \"id\":9007199254740993, \"target\":{\"id\":-5},\"new\":[1, {\"x\":null}]}";
    Map<String, Object> row =
        shred(
            Tables.FRIENDSHIPS,
            "envelope",
            "{\"object\":\"Friendship\",\"action\":\"create\",\"data\":"
                + data
                + ",\"time\":\"2018-01-01T00:00:04Z\",\"data\":2}");
    assertThat(row.get("data")).isEqualTo(data);
    assertThat(row.get("id")).isEqualTo(9007199254740993L);
    assertThat(row.get("target_user_id")).isEqualTo(-5L);
    assertThat(row.get("extra")).isEqualTo("{\"$envelope\":{\"data\":2}}");
  }

  @Test
  void withinDataTheBestPlaceWinsAndNothingGoesToExtra() throws Exception {
    Map<String, Object> row =
        shred(
            Tables.MESSAGE_DELETIONS,
            "envelope",
            "{\"data\":{\"id\":1,\"message\":{\"id\":2},\"message_id\":3,\"message_id\":4}}");
    assertThat(row.get("id")).isEqualTo(3L);
    assertThat(row.get("extra")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"7\"", "\"note:7\"", "\"a/7\""})
  void anIdMayStandAloneWhereALongerOneIsExpected(String id) throws Exception {
    Map<String, Object> row = shred(Tables.MESSAGES, "activity_streams", "{\"id\":" + id + "}");
    assertThat(row.get("id")).isEqualTo(7L);
    assertThat(row.get("extra")).isEqualTo("{\"id\":" + id + "}");
  }

  @Test
  void theNumberOfALongerIdIsInTheColumnAndItsTextInExtra() throws Exception {
    Map<String, Object> row =
        shred(
            Tables.MESSAGES,
            "activity_streams",
            "{\"id\":\"tag:x:note/42123857\",\"actor\":{\"id\":\"person\"}}");
    assertThat(row.get("id")).isEqualTo(42123857L);
    assertThat(row.get("user")).isNull();
    assertThat(row.get("extra"))
        .isEqualTo("{\"id\":\"tag:x:note/42123857\",\"actor\":{\"id\":\"person\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1, -1",
    "9007199254740993, 9007199254740993",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "9223372036854775808,",
    "-9223372036854775809,",
    "99999999999999999999,",
    "1.0,",
    "1e3,",
    "-0,",
    "'\"1\"',",
    "true,",
    "{},"
  })
  void integersFitWhenTheyAreWrittenAsIntegersOf64Bits(String json, Long expected)
      throws Exception {
    Map<String, Object> row = bare("{\"id\":" + json + "}");
    assertThat(row.get("id")).isEqualTo(expected);
    assertThat(row.get("extra")).isEqualTo(expected == null ? "{\"id\":" + json + "}" : null);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "-12, -12",
    "1e-7, 1e-7",
    "97.70114942528735, 97.70114942528735",
    "0.30000000000000004, 0.30000000000000004",
    "1e308, 1e308",
    "-0.0, -0.0",
    "100000000000000000000000, 1e23",
    "5e-324, 5e-324",
    "0.1000, 0.1",
    "0.3000000000000000444,",
    "12345678901234567891,",
    "9007199254740993,",
    "1e400,",
    "1e-400,",
    "4.9e-324, 4.9e-324",
    "5.1e-324,",
    "0.12345678901234568, 0.12345678901234568",
    "0.12345678901234567,"
  })
  void decimalsFitWhenTheFloatGivesThemBack(String json, Double expected) throws Exception {
    Map<String, Object> row = bare("{\"sentiment\":{\"sentiment_score\":" + json + "}}");
    assertThat(row.get("sentiment_score")).isEqualTo(expected);
    String misfit = "{\"sentiment\":{\"sentiment_score\":" + json + "}}";
    assertThat(row.get("extra")).isEqualTo(expected == null ? misfit : null);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0, true",
    "2016-12-05T23:59:59.5Z, 1480982399500000, true",
    "2016-12-05T23:59:59.123456Z, 1480982399123456, true",
    "1969-12-31T23:59:59.999999Z, -1, true",
    "2000-02-29T00:00:00Z, 951782400000000, true",
    "0001-01-01T00:00:00Z, -62135596800000000, true",
    "2016-12-05T23:59:59.1234567Z, 1480982399123456, false",
    "2016-12-05T00:00:00+00:00, 1480896000000000, false",
    "2016-12-05T00:00:00-04:00, 1480910400000000, false",
    "2016-12-05T00:00:00+0530, 1480876200000000, false",
    "2016-12-31T23:59:60Z, , false",
    "2016-12-05T24:00:00Z, , false",
    "2017-02-29T00:00:00Z, , false",
    "1900-02-29T00:00:00Z, , false",
    "2016-13-01T00:00:00Z, , false",
    "2016-12-05T00:00:00, , false",
    "2016-12-05 00:00:00Z, , false",
    "2016-12-05T00:00:00.Z, , false",
    "2016-12-05T00:00:00z, , false",
    "2016-12-05, , false",
    "+2016-12-05T00:00:00Z, , false"
  })
  void instantsAreMicrosecondsAndKeepWhatTheyDoNotSay(String text, Long micros, boolean exact)
      throws Exception {
    Map<String, Object> row = bare("{\"created_at\":\"" + text + "\"}");
    assertThat(row.get("created_at")).isEqualTo(micros);
    assertThat(row.get("extra")).isEqualTo(exact ? null : "{\"created_at\":\"" + text + "\"}");
  }

  @Test
  void textIsUnescapedAndALoneSurrogateDoesNotFit() throws Exception {
    Map<String, Object> row =
        bare(
            "{\"body\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20ac\\ud83d\\ude80é&#39;\","
                + "\"discussion_type\":\"x\\ud83d\",\"sentiment\":{\"sentiment_score\":null}}");
    assertThat(row.get("body")).isEqualTo("\"\\/\b\f\n\r\té€🚀é&#39;");
    assertThat(row.get("discussion_type")).isNull();
    assertThat(row.get("extra"))
        .isEqualTo("{\"discussion_type\":{\"$raw\":\"\\\"x\\\\ud83d\\\"\"}}");
  }

  @Test
  void aRecordAfterABadLineIsItsOwn() throws Exception {
    RecordShredder shredder = RecordShredder.compile(Tables.MESSAGES, "bare", List.of());
    ShreddedRecord record = new ShreddedRecord();
    for (String line :
        List.of("{\"user\":{\"following_stocks\":1,\"watchlist_stocks_count\":2,", "[1]")) {
      byte[] bytes = Lines.padded(line);
      try {
        assertThat(shredder.shred(bytes, Lines.FROM, Lines.FROM + line.length(), record)).isFalse();
      } catch (MalformedLineException e) {
        assertThat(line).startsWith("{");
      }
    }
    String good = "{\"user\":{\"following_stocks\":1}}";
    assertThat(shredder.shred(Lines.padded(good), Lines.FROM, Lines.FROM + good.length(), record))
        .isTrue();
    Map<String, Object> row = RecordTree.of(Tables.MESSAGES, record);
    assertThat(at(row, "user", "watchlist_stocks_count")).isEqualTo(1L);
    assertThat(row.get("extra")).isNull();
  }
}
