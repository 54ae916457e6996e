package io.stockpile.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.GoldenFile;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.manifest.GoldenManifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenIntentTest {
  private static final String KEY = "_commits/x.json";
  private static final CommitIntent CLAIMED =
      new CommitIntent(
          CommitIntent.State.CLAIMED,
          "backfill-20161206-0102",
          Instant.parse("2016-12-06T01:02:03.000000001Z"),
          "_manifests/firestream/message/2016-12-05.json",
          "",
          GoldenManifests.day(),
          List.of(
              new PendingObject(
                  "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet",
                  5_000_000_000L,
                  "ab",
                  "{\"upload_id\":\"x\",\"parts\":[{\"etag\":\"\\\"e\\\"\"}]}"),
              new PendingObject("_rejected/firestream/message/2016-12-05.parquet", 0, "", "")),
          List.of("stocktwits/messages/date=2016-12-04/old.parquet"),
          false,
          List.of());

  static Stream<Arguments> intents() {
    return Stream.of(
        Arguments.of("claimed", CLAIMED),
        Arguments.of("decided", CLAIMED.decided("\"etag-7\"")),
        Arguments.of("dropped", CLAIMED.dropped()),
        Arguments.of("torn", CLAIMED.decided("7").givenUp()),
        Arguments.of(
            "absent",
            new CommitIntent(
                CommitIntent.State.DECIDED,
                "backfill",
                Instant.parse("2016-12-06T01:02:03Z"),
                "_manifests/firestream/message/2016-12-05.json",
                "",
                GoldenManifests.absentDay(),
                List.of(),
                List.of(),
                false,
                List.of())));
  }

  @ParameterizedTest
  @MethodSource("intents")
  void everyStateIsWrittenAndReadAsEver(String name, CommitIntent intent) throws IOException {
    String file = "intent-" + name + ".json";

    GoldenFile.hold(file, intent.toJson());
    assertThat(CommitIntent.fromJson(KEY, GoldenFile.read(file))).isEqualTo(intent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"state\" : \"claimed\" | \"state\" : \"begun\" | its field 'state' should be one of"
            + " claimed, decided, dropped, torn, but it is \"begun\"",
        "\"by\" : | \"who\" : | 'by' should be a text, but it is missing",
        "\"pending\" : [ { | \"pending\" : [ \"x\", { | 'pending[0]' should be an object, but it"
            + " is \"x\"",
        "\"bytes\" : 0 | \"bytes\" : \"0\" | 'pending[1].bytes' should be a whole number, but it is"
            + " \"0\"",
        "\"remove\" : [ | \"remove\" : [ 1, | 'remove[0]' should be a text, but it is 1",
        "\"torn_before\" : false | \"torn_before\" : 0 | 'torn_before' should be true or false, but"
            + " it is 0",
        "\"manifest\" : { | \"manifest\" : [ ], \"later\" : { | 'manifest' should be an object, but"
            + " it is []",
        "\"lines\" : 20, | \"lines\" : 20.5, | 'manifest.landed[0].lines' should be a whole number,"
            + " but it is 20.5",
        "\"duplicates\" : 3, | \"duplicates\" : 4, | The balance of lines does not hold",
      })
  void whatAnIntentMayNotSayIsRefusedWithItsPlace(String found, String put, String reason)
      throws IOException {
    String golden = GoldenFile.text("intent-claimed.json");
    assertThat(golden).contains(found);
    byte[] broken = golden.replace(found, put).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> CommitIntent.fromJson(KEY, broken))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageStartingWith(KEY + " cannot be read: ")
        .hasMessageContaining(reason);
  }
}
