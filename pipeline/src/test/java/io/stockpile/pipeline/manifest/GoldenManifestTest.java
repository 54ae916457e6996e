package io.stockpile.pipeline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenManifestTest {
  private static final String KEY = "_manifests/x.json";

  static Stream<Arguments> manifests() {
    return Stream.of(
        Arguments.of("day", GoldenManifests.day()),
        Arguments.of("day-again", GoldenManifests.dayAgain()),
        Arguments.of("empty-day", GoldenManifests.emptyDay()),
        Arguments.of("absent-day", GoldenManifests.absentDay()),
        Arguments.of("range", GoldenManifests.range()),
        Arguments.of("range-with-gaps", GoldenManifests.rangeWithGaps()),
        Arguments.of("sweep", GoldenManifests.sweep()),
        Arguments.of("sweep-of-nothing", GoldenManifests.sweepOfNothing()));
  }

  private static Manifest read(String json) throws BrokenRecordException {
    return Manifest.fromJson(KEY, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The golden file with one text replaced. The text must be in it. */
  private static String changed(String name, String found, String put) throws IOException {
    String golden = GoldenFile.text("manifest-" + name + ".json");
    assertThat(golden).contains(found);
    return golden.replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(put));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyManifestIsWrittenAndReadAsEver(String name, Manifest manifest) throws IOException {
    String file = "manifest-" + name + ".json";

    GoldenFile.hold(file, manifest.toJson());
    assertThat(Manifest.fromJson(KEY, GoldenFile.read(file))).isEqualTo(manifest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Values that are not numbers.
        "day | \"bytes\" : 12345678901 | \"bytes\" : \"12345678901\" | 'landed[0].bytes' should be"
            + " a whole number, but it is \"12345678901\"",
        "day | \"lines\" : 20 | \"lines\" : 20.0 | 'landed[0].lines' should be a whole number, but"
            + " it is 20.0",
        "day | \"lines\" : 20 | \"lines\" : 2e1 | 'landed[0].lines' should be a whole number",
        "day | \"lines\" : 20 | \"lines\" : true | 'landed[0].lines' should be a whole number, but"
            + " it is true",
        "day | \"lines\" : 20 | \"lines\" : null | 'landed[0].lines' should be a whole number, but"
            + " it is null",
        "day | \"lines\" : 20 | \"lines\" : [20] | 'landed[0].lines' should be a whole number, but"
            + " it is [20]",
        "day | \"max_id\" : 9223372036854775807 | \"max_id\" : 9223372036854775808 |"
            + " 'files[0].max_id' should be a whole number, but it is 9223372036854775808",
        "day | \"gzip_members\" : 2 | \"gzip_members\" : 2147483648 | 'landed[0].gzip_members'"
            + " should be a number of 32 bits, but it is 2147483648",
        "day | \"malformed_json\" : 2 | \"malformed_json\" : \"2\" |"
            + " 'rejected.reasons.malformed_json' should be a whole number, but it is \"2\"",
        "day | \"schema_version\" : 1 | \"schema_version\" : \"1\" | 'schema_version' should be a"
            + " whole number, but it is \"1\"",
        "range | \"activity_count\" : 6 | \"activity_count\" : \"6\" |"
            + " 'replay.requests[0].activity_count' should be a whole number, but it is \"6\"",
        // Values that are not texts.
        "day | \"table\" : \"stocktwits/messages\" | \"table\" : 7 | 'files[0].table' should be a"
            + " text, but it is 7",
        "day | \"product_version\" : \"0.1.0\" | \"product_version\" : false | 'product_version'"
            + " should be a text, but it is false",
        "day | \"source\" : \"firestream\" | \"source\" : null | 'source' should be a text, but it"
            + " is null",
        "range-with-gaps | \"warnings\" : [ | \"warnings\" : [ 7, | 'replay.warnings[0]' should be"
            + " a text, but it is 7",
        // Values that are not times or days.
        "day | \"to\" : \"2016-12-06T00:00:00Z\" | \"to\" : 1480982400 | 'to' should be a text, but"
            + " it is 1480982400",
        "day | \"to\" : \"2016-12-06T00:00:00Z\" | \"to\" : \"1480982400\" | 'to' should be a UTC"
            + " time such as 2016-12-05T00:00:00Z, but it is \"1480982400\"",
        "day | \"date\" : \"2016-12-05\" | \"date\" : \"2016-12\" | 'files[0].date' should be a day"
            + " such as 2016-12-05, but it is \"2016-12\"",
        "range-with-gaps | \"to\" : \"2016-06-01T00:05Z\" | \"to\" : \"\" | 'replay.minutes[1].to'"
            + " should be a UTC minute such as 2016-06-01T00:00Z, but it is \"\"",
        // Members that are missing.
        "day | \"min_id\" : 0 | \"id\" : 0 | 'files[1].min_id' should be a whole number, but it is"
            + " missing",
        "day | \"counts\" : | \"count\" : | 'counts' should be an object, but it is missing",
        "day | \"landed\" : | \"land\" : | 'landed' should be an array, but it is missing",
        "day | \"status\" : | \"state\" : | 'status' should be a text, but it is missing",
        "day | \"version\" : 1, | | 'version' should be a whole number, but it is missing",
        "absent-day | \"absent\" : | \"gone\" : | 'absent' should be an object, but it is missing",
        "absent-day | \"times\" : 3, | | 'absent.times' should be a whole number, but it is"
            + " missing",
        "range | \"minutes\" : | \"hours\" : | 'replay.minutes' should be an array, but it is"
            + " missing",
        // Values that are not objects or arrays.
        "day | \"rejected\" : { | \"rejected\" : [], \"later\" : { | 'rejected' should be an"
            + " object, but it is []",
        "day | \"files\" : [ { | \"files\" : {}, \"later\" : [ { | 'files' should be an array, but"
            + " it is {}",
        "day | \"files\" : [ { | \"files\" : [ 7, { | 'files[0]' should be an object, but it is"
            + " 7",
        "range | \"replay\" : { | \"replay\" : true, \"later\" : { | 'replay' should be an object,"
            + " but it is true",
        // Values that contradict each other.
        "day | \"status\" : \"complete\" | \"status\" : \"incomplete\" | its status is"
            + " 'incomplete', but by its minutes it is complete",
        "range-with-gaps | \"status\" : \"incomplete\" | \"status\" : \"complete\" | its status is"
            + " 'complete', but by its minutes it is incomplete",
        "day | \"status\" : \"complete\" | \"status\" : \"done\" | its status is 'done', and this"
            + " program knows complete, incomplete and absent",
        "range | \"state\" : \"complete\" | \"state\" : \"whole\" | "
            + " 'replay.minutes[0].state' should be one of complete, missing, but it is \"whole\"",
        "day | \"blank\" : 1, | \"blank\" : 2, | The balance of lines does not hold: 20 lines, but"
            + " 2 blank + 0 control + 13 rows + 3 duplicates + 3 rejected are 21",
        "day | \"rows\" : 12, | \"rows\" : 11, | Counted 13 rows, but 12 are in the files",
        "day | \"malformed_json\" : 2 | \"malformed_json\" : 1 | The rejected file has 3 rows, but"
            + " its reasons make 2",
        "day | \"to\" : \"2016-12-06 | \"to\" : \"2016-12-05 | A unit covers some time, but"
            + " firestream-message-2016-12-05 goes from 2016-12-05T00:00:00Z",
        "range | \"to\" : \"2016-06-01T00:10:00Z\" | \"to\" : \"2016-06-01T00:11:00Z\" | but its"
            + " minutes are those from 2016-06-01T00:00:00Z to 2016-06-01T00:10:00Z",
        "absent-day | \"times\" : 3 | \"times\" : 0 | An absence is seen at least once",
        // Another version, which is reported before everything else.
        "day | \"version\" : 1, | \"version\" : 2, \"unit\" : 7, \"x\" : { }, | it is not JSON",
        "absent-day | \"version\" : 1 | \"version\" : 2 | it has version 2 and this program knows"
            + " version 1; use the program's version that wrote it, or a newer one",
        "day | \"version\" : 1 | \"version\" : \"1\" | 'version' should be a whole number, but it"
            + " is \"1\"",
      })
  void whatAManifestMayNotSayIsRefusedWithItsPlace(
      String name, String found, String put, String reason) throws IOException {
    String broken = changed(name, found, put == null ? "" : put);

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageStartingWith(KEY + " cannot be read: ")
        .hasMessageContaining(reason);
  }

  @Test
  void whatIsNoJsonIsRefused() throws IOException {
    byte[] golden = GoldenFile.read("manifest-day.json");
    for (byte[] broken :
        List.of(
            new byte[0],
            Arrays.copyOf(golden, golden.length / 2),
            "[]".getBytes(StandardCharsets.UTF_8),
            "7".getBytes(StandardCharsets.UTF_8),
            "null".getBytes(StandardCharsets.UTF_8),
            (GoldenFile.text("manifest-day.json") + "{}").getBytes(StandardCharsets.UTF_8))) {
      assertThatThrownBy(() -> Manifest.fromJson(KEY, broken))
          .isInstanceOf(BrokenRecordException.class)
          .hasMessageMatching(
              "(?s)_manifests/x.json cannot be read: it is not (JSON: line .*|a JSON object)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "day | \"series\" : \"firestream/message\", | ",
        "day | \"source\" : | \"later\" : [ { \"x\" : 1.5 } ], \"source\" :",
        "day | \"max_id\" : | \"later\" : null, \"max_id\" :",
        "day | \"duplicates\" : | \"later\" : \"x\", \"duplicates\" :",
        "day | \"status\" : \"complete\", | \"status\" : \"complete\", \"generation\" : 1,",
        "day | \"status\" : \"complete\", | \"status\" : \"complete\", \"generation\" : null,",
        "empty-day | \"files\" : [ ] | \"files\" : [ ], \"rejected\" : null, \"replay\" : null",
        "range-with-gaps | \"activity_count\" : null, | ",
        "range | \"warnings\" : [ ] | \"warnings\" : [ ], \"rules\" : null",
        "range | \"messages\" : [ ] | \"rules_sha256\" : null, \"messages\" : [ ]",
        "range | \"from\" : \"2016-06-01T00:00Z\" | \"from\" : \"2016-06-01T00:00:00Z\"",
      })
  void whatAManifestMaySayOtherwiseIsReadTheSame(String name, String found, String put)
      throws IOException {
    String other = changed(name, found, put == null ? "" : put);

    assertThat(read(other)).isEqualTo(read(GoldenFile.text("manifest-" + name + ".json")));
  }
}
