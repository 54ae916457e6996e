package io.stockpile.pipeline.derive;

import static io.stockpile.pipeline.derive.DerivingArchive.KEY;
import static io.stockpile.pipeline.derive.DerivingArchive.SETTINGS;
import static io.stockpile.pipeline.derive.DerivingArchive.UNIT;
import static io.stockpile.pipeline.derive.DerivingArchive.gzip;
import static io.stockpile.pipeline.derive.DerivingArchive.text;
import static io.stockpile.pipeline.derive.SampleLines.activity;
import static io.stockpile.pipeline.derive.SampleLines.activityStreams;
import static io.stockpile.pipeline.derive.SampleLines.bare;
import static io.stockpile.pipeline.derive.SampleLines.created;
import static io.stockpile.pipeline.derive.SampleLines.destroyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.pipeline.lines.LandedBytesException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LineEdit;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.parquet.TableFile;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.TableSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitDeriverTest {
  @TempDir Path directory;
  private DerivingArchive archive;

  @BeforeEach
  void openArchive() throws IOException {
    archive = new DerivingArchive(directory);
  }

  @Test
  void whatIsTakenOutOfLinesIsNeitherARowNorABlankLine() throws Exception {
    archive.land(
        KEY,
        gzip(
            text(
                "",
                created(1).replace("\"body\":\"", "\"body\":\"stays "),
                created(2).replace("\"body\":\"", "\"body\":\"goes "),
                created(3).replace("\"body\":\"", "\"body\":\"changes "))));
    LineErasing erasing =
        new LineErasing() {
          private long gone;

          @Override
          public LineEdit begin(String object) {
            return (bytes, from, to) -> {
              String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
              if (line.contains("goes")) {
                gone++;
                return Optional.of(new byte[0]);
              }
              return line.contains("changes")
                  ? Optional.of(
                      line.replace("changes", "is changed").getBytes(StandardCharsets.UTF_8))
                  : Optional.empty();
            };
          }

          @Override
          public Look look(TableSchema table, String format) {
            return record -> true;
          }

          @Override
          public long erasedLines(String object) {
            return gone;
          }
        };

    DerivedUnit derived =
        new UnitDeriver()
            .derive(
                UNIT,
                Generation.FIRST,
                Vocabulary.STOCKTWITS,
                List.of(LandedInput.unproven(KEY)),
                erasing,
                archive.store(),
                SETTINGS,
                DeriveProgress.NONE);
    for (TableFile file : derived.files()) {
      archive.store().complete(file.pending());
    }

    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 1, 0, 2, 0, 0, 1));
    assertThat(
            archive.query(
                "SELECT id, split_part(body, ' ', 1), source_line FROM $messages ORDER BY id"))
        .containsExactly(List.of(1L, "stays", 2L), List.of(3L, "is", 4L));
  }

  @Test
  void everyGenerationIsToldApartLineByLine() throws Exception {
    DerivedUnit derived =
        archive.deriveAndComplete(
            gzip(
                text(
                    created(1),
                    activityStreams(2),
                    bare(3),
                    destroyed(4, "2018-01-01T09:00:00Z"),
                    activity("Friendship", "create", "{\"id\":5,\"follower_id\":6}"),
                    activity("Block", "destroy", "{\"blocker_id\":6,\"blocked_id\":8}"),
                    activity("LikeMessage", "create", "{\"user_id\":6,\"message_id\":9}"),
                    bare(10))));
    assertThat(derived.counts()).isEqualTo(new LineCounts(8, 0, 0, 8, 0, 0));
    assertThat(derived.rejected()).isEmpty();
    assertThat(derived.files())
        .extracting(TableFile::table)
        .containsExactly(
            "stocktwits/blocks",
            "stocktwits/friendships",
            "stocktwits/message_deletions",
            "stocktwits/message_likes",
            "stocktwits/messages");
    assertThat(
            archive.query(
                "SELECT id, format, source_line, \"user\".username, CAST(\"date\" AS VARCHAR),"
                    + " source_unit FROM $messages ORDER BY id"))
        .containsExactly(
            List.of(1L, "envelope", 1L, "u", "2018-01-01", UNIT.name()),
            List.of(2L, "activity_streams", 2L, "w", "2018-01-01", UNIT.name()),
            List.of(3L, "bare", 3L, "v", "2018-01-01", UNIT.name()),
            List.of(10L, "bare", 8L, "v", "2018-01-01", UNIT.name()));
    assertThat(archive.query("SELECT user_id, target_user_id, data FROM $blocks"))
        .containsExactly(List.of(6L, 8L, "{\"blocker_id\":6,\"blocked_id\":8}"));
    assertThat(archive.query("SELECT user_id, message_id FROM $message_likes"))
        .containsExactly(List.of(6L, 9L));
    assertThat(archive.query("SELECT extra FROM $messages WHERE id = 1"))
        .containsExactly(List.of("{\"user\":{\"badges\":[\"x\"]}}"));
  }

  @Test
  void aRowIsOnTheDayOfItsEvent() throws Exception {
    DerivedUnit derived =
        archive.deriveAndComplete(
            text(
                created(1, "2017-12-31T23:59:59Z"),
                created(2, "2018-01-01T01:00:00+02:00"),
                created(3, "2018-01-01T00:00:00Z"),
                destroyed(900, "2018-01-02T00:00:00Z")));
    assertThat(derived.files())
        .extracting(file -> file.pending().key())
        .containsExactly(
            "stocktwits/message_deletions/date=2018-01-02/firestream-message-2018-01-01-0000.parquet",
            "stocktwits/messages/date=2017-12-31/firestream-message-2018-01-01-0000.parquet",
            "stocktwits/messages/date=2018-01-01/firestream-message-2018-01-01-0000.parquet");
    assertThat(archive.query("SELECT extra FROM $messages WHERE id = 2").get(0).get(0))
        .asString()
        .contains("\"created_at\":\"2018-01-01T01:00:00+02:00\"");
  }

  @Test
  void linesEndInOneOrTwoCharactersAndTheLastInNone() throws Exception {
    String text =
        "\ufeff"
            + created(1)
            + "\r\n\r\n \t \n\n"
            + bare(2)
            + "\u2028\n"
            + created(3)
            + "\r\r\n"
            + bare(4);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] head = Arrays.copyOf(bytes, 100);
    byte[] tail = Arrays.copyOfRange(bytes, 100, bytes.length);
    DerivedUnit derived = archive.deriveAndComplete(gzip(head, new byte[0], tail));
    assertThat(derived.counts()).isEqualTo(new LineCounts(7, 3, 0, 3, 0, 1));
    LandedFacts facts = derived.landed().get(0);
    assertThat(facts.lines()).isEqualTo(7);
    assertThat(facts.gzipMembers()).isEqualTo(3);
    assertThat(facts.uncompressedBytes()).isEqualTo(bytes.length);
    assertThat(archive.query("SELECT id, source_line FROM $messages ORDER BY id"))
        .containsExactly(List.of(1L, 1L), List.of(3L, 6L), List.of(4L, 7L));
    assertThat(archive.rejected("SELECT source_line, reason"))
        .containsExactly(List.of(5L, "malformed_json"));
  }

  @Test
  void aFileWithoutALineIsCompleteAndHasNoTable() throws Exception {
    DerivedUnit derived = archive.derive(gzip(new byte[0]), SETTINGS);
    assertThat(derived.counts()).isEqualTo(new LineCounts(0, 0, 0, 0, 0, 0));
    assertThat(derived.files()).isEmpty();
    assertThat(derived.landed().get(0).gzipMembers()).isEqualTo(1);
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void aFileThatIsNotCompressedIsReadAsItIs() throws Exception {
    byte[] bytes = text(created(1));
    LandedFacts facts = archive.derive(bytes, SETTINGS).landed().get(0);
    assertThat(facts.gzipMembers()).isZero();
    assertThat(facts.bytes()).isEqualTo(bytes.length);
    assertThat(facts.uncompressedBytes()).isEqualTo(bytes.length);
  }

  @Test
  void theFirstLineOfAnObjectIdAndActionWins() throws Exception {
    String like = "{\"user\":{\"id\":1}}";
    DerivedUnit derived =
        archive.deriveAndComplete(
            text(
                created(9007199254740993L),
                created(9007199254740992L),
                created(9007199254740993L, "2018-01-01T10:00:01Z"),
                bare(9007199254740993L),
                created(-5),
                created(-5),
                destroyed(9007199254740993L, "2018-01-01T09:00:00Z"),
                activity("Friendship", "create", "{\"id\":9007199254740993,\"user_id\":1}"),
                activity("Friendship", "destroy", "{\"id\":9007199254740993,\"user_id\":1}"),
                activity("Friendship", "destroy", "{\"id\":9007199254740993}"),
                activity("LikeMessage", "create", like),
                activity("LikeMessage", "destroy", like),
                activity("LikeMessage", "create", like),
                activity("LikeMessage", "create", like + " "),
                activity("LikeMessage", "create", "{\"user\":{\"id\":2}}")));
    assertThat(derived.counts()).isEqualTo(new LineCounts(15, 0, 0, 9, 6, 0));
    assertThat(archive.query("SELECT id, source_line FROM $messages ORDER BY id"))
        .containsExactly(
            List.of(-5L, 5L), List.of(9007199254740992L, 2L), List.of(9007199254740993L, 1L));
    TableFile messages = derived.files().get(derived.files().size() - 1);
    assertThat(messages.minId()).isEqualTo(-5);
    assertThat(messages.maxId()).isEqualTo(9007199254740993L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"from\":1,\"to\":2}", "{\"who\":{\"number\":7}}", "{\"pair\":[\"41\",\"42\"]}"})
  void anActivityWhoseIdsStandUnderKeysThatNobodyKnowsIsARow(String data) throws Exception {
    archive.deriveAndComplete(text(activity("Block", "create", data)));
    assertThat(archive.query("SELECT id, user_id, target_user_id, data FROM $blocks"))
        .containsExactly(Arrays.asList(null, null, null, data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Tweets as Activity Streams, in the order of members of 2013 and of 2017.
        "{'id':'tag:search.twitter.com,2005:5','objectType':'activity','actor':{'id':'id:twitter.com:6'},'verb':'post','postedTime':'2018-01-01T00:00:00Z','object':{'id':'object:search.twitter.com,2005:5','postedTime':'2018-01-01T00:00:00Z'}}",
        "{'object':{'id':'object:search.twitter.com,2005:5','postedTime':'2018-01-01T00:00:00Z'},'body':'b','actor':{'id':'id:twitter.com:6'},'id':'tag:search.twitter.com,2005:5','objectType':'activity','verb':'share'}",
        "{'verb':'post','id':'5','actor':{'id':'id:twitter.com:6'},'object':{'postedTime':'2018-01-01T00:00:00Z'}}",
        "{'verb':'post','id':'5','actor':{},'object':{'id':'object:search.twitter.com,2005:5','postedTime':'2018-01-01T00:00:00Z'}}",
        "{'verb':'post','id':'5','actor':{},'object':{'postedTime':'2018-01-01T00:00:00Z'},'provider':{'objectType':'service','displayName':'Twitter'}}",
        // Records of another publisher.
        "{'id':'tag:gnip.disqus.com:2012:disqus/5','verb':'post','actor':{},'object':{'postedTime':'2018-01-01T00:00:00Z'}}",
        // Native tweets.
        "{'created_at':'2018-01-01T00:00:00Z','id':5,'id_str':'5','text':'t','user':{'id':6}}",
        "{'id':5,'text':'t','created_at':'2018-01-01T00:00:00Z','user':{'id':6}}",
        // Compliance events of both versions.
        "{'delete':{'status':{'id':5,'id_str':'5','user_id':6},'timestamp_ms':'1514764800000'}}",
        "{'user_protect':{'id':5,'timestamp_ms':'1514764800000'}}",
        "{'verb':'delete','objectType':'activity','object':{'id':'tag:search.twitter.com,2005:5'},'actor':{'id':'id:twitter.com:6'},'timestampMs':'2018-01-01T00:00:00.000+00:00'}",
        "{'verb':'user_protect','object':{'id':'tag:search.twitter.com,2012:user\\/5'},'timestampMs':'2018-01-01T00:00:00.000+00:00'}"
      })
  void whatSaysThatItIsAnotherPublishersIsRejected(String quoted) throws Exception {
    String line = quoted.replace('\'', '"');
    DerivedUnit derived = archive.deriveAndComplete(text(line));
    assertThat(derived.rejected().orElseThrow().reasons()).containsOnlyKeys("wrong_source");
    assertThat(archive.rejected("SELECT decode(raw)")).containsExactly(List.of(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'verb':'post','id':'tag:x:1','actor':{},'object':{'postedTime':'2018-01-01T00:00:00Z'}}",
        "{'verb':'post','id':'1','actor':{'id':'someone'},'object':{'id':'note:1','postedTime':'2018-01-01T00:00:00Z'}}",
        "{'verb':'post','id':'1','actor':{},'object':{'postedTime':'2018-01-01T00:00:00Z'},'provider':{'displayName':'Gnip'}}",
        "{'id':'tag:firehose.stocktwits.com:note/1','verb':'post','body':'see"
            + " http://twitter.com','actor':{},'object':{'postedTime':'2018-01-01T00:00:00Z'},'provider':{'displayName':'Twitter'}}",
        "{'id':'tag:data.stocktwits.com,2015:1','verb':'post','actor':{},'object':{'postedTime':'2018-01-01T00:00:00Z'}}",
        "{'id':1,'user':{'id':6},'created_at':'2018-01-01T00:00:00Z'}",
        "{'id':1,'id_str':'1','body':'b','user':{'id':6},'created_at':'2018-01-01T00:00:00Z'}"
      })
  void whatSaysNothingOfItsPublisherIsTakenForWhatIsExpected(String line) throws Exception {
    DerivedUnit derived = archive.deriveAndComplete(text(line.replace('\'', '"')));
    assertThat(derived.counts().rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          {"id":1                                                                   | malformed_json
          {"object":"Message","action":"create","data":{"id":1}} {}                 | malformed_json
          [1]                                                                       | not_an_object
          "text"                                                                    | not_an_object
          {}                                                                        | unknown_shape
          {"a":1}                                                                   | unknown_shape
          {"object":"Message","action":"create"}                                    | unknown_shape
          {"object":"Message","action":"create","data":[]}                          | unknown_shape
          {"object":"Message","action":"create","data":null}                        | unknown_shape
          {"object":{},"action":"create","data":{}}                                 | unknown_shape
          {"verb":"post"}                                                           | unknown_shape
          {"id":1,"body":"x"}                                                       | unknown_shape
          {"object":"Poll","action":"create","data":{"id":1}}                       | unknown_object
          {"object":"message","action":"create","data":{"id":1}}                    | unknown_object
          {"object":"Message","action":"update","data":{"id":1}}                    | unknown_action
          {"object":"Message","action":null,"data":{"id":1}}                        | unknown_action
          {"object":"Message","data":{"id":1}}                                      | unknown_action
          {"verb":"delete","actor":{},"id":"x:1"}                                   | unknown_action
          {"object":"Message","action":"create","data":{"created_at":"2018-01-01T00:00:00Z"}}   | missing_id
          {"object":"Message","action":"create","data":{"id":"1","created_at":"2018-01-01T00:00:00Z"}} | missing_id
          {"object":"Message","action":"destroy","data":{},"time":"2018-01-01T00:00:00Z"}       | missing_id
          {"object":"Block","action":"create","data":{"x":"y"},"time":"2018-01-01T00:00:00Z"}   | missing_id
          {"object":"Message","action":"create","data":{"id":1}}                    | missing_date
          {"object":"Message","action":"create","data":{"id":1,"created_at":null}}  | missing_date
          {"object":"Block","action":"create","data":{"id":1}}                      | missing_date
          {"id":1,"user":{},"created_at":"yesterday"}                               | bad_date
          {"id":1,"user":{},"created_at":1514764800}                                | bad_date
          {"id":1,"user":{},"created_at":"2017-12-31T23:59:60Z"}                    | leap_second
          {"id":1,"user":{},"created_at":"2017-12-31T23:59:60.25Z"}                 | leap_second
          {"id":1,"user":{},"created_at":"2018-01-01T08:59:60+09:00"}               | leap_second
          {"verb":"post","actor":{},"id":"x:1","object":{"postedTime":"2017-12-31T23:59:60Z"}} | leap_second
          {"object":"Message","action":"destroy","data":{"id":1},"time":"2017-12-31T23:59:60Z"} | leap_second
          {"id":1,"user":{},"created_at":"2018-01-01T23:59:60Z"}                    | bad_date
          {"id":1,"user":{},"created_at":"2017-12-31T23:59:60"}                     | bad_date
          {"id":1,"user":{},"created_at":"2017-12-31T23:58:60Z"}                    | bad_date
          {"id":1,"user":{},"created_at":"2017-12-24T23:59:59.999999Z"}             | date_out_of_range
          {"id":1,"user":{},"created_at":"2018-01-09T00:00:00Z"}                    | date_out_of_range
          """)
  void whatNoTableTakesIsRejectedWithItsReason(String line, String reason) throws Exception {
    DerivedUnit derived = archive.deriveAndComplete(text(line));
    assertThat(derived.counts()).isEqualTo(new LineCounts(1, 0, 0, 0, 0, 1));
    assertThat(derived.rejected().orElseThrow().reasons()).containsOnlyKeys(reason);
    assertThat(archive.rejected("SELECT source_unit, source_line, reason, line_bytes, decode(raw)"))
        .containsExactly(List.of(UNIT.name(), 1L, reason, (long) line.length(), line));
  }

  @Test
  void theDetailOfALeapSecondSaysThatItIsOne() throws Exception {
    archive.deriveAndComplete(
        text("{\"id\":1,\"user\":{},\"created_at\":\"2017-12-31T23:59:60Z\"}"));

    assertThat(archive.rejected("SELECT detail"))
        .containsExactly(
            List.of(
                "created_at is \"2017-12-31T23:59:60Z\", a leap second, which no timestamp can"
                    + " hold"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          {"data":{"id":1,"created_at":"2018-01-01T00:00:00Z"},"action":"create","object":"Message"}
          {"data":{"id":1,"created_at":"2018-01-01T00:00:00Z"},"\\u0061ction":"cre\\u0061te","object":"Message"}
          { "time" : null , "object" : "Message" , "action" : "create" , "data" : { "id" : 1 , "created_at" : "2018-01-01T00:00:00Z" } }
          {"id":1,"user":{},"created_at":"2017-12-25T00:00:00Z"}
          {"user":{},"created_at":"2018-01-08T23:59:59.999999Z","id":1}
          {"id":1,"body":"b","user":{},"created_at":"2018-01-01T00:00:00Z","verb":"post"}
          {"actor":{},"id":"x:1","object":{"postedTime":"2018-01-01T00:00:00Z"},"verb":"post","data":1}
          {"id":2,"body":"b","object":"Message","action":"create","data":{"id":1,"created_at":"2018-01-01T00:00:00Z"},"user":{}}
          """)
  void orderAndSpaceAndUnknownKeysDoNotMatter(String line) throws Exception {
    DerivedUnit derived = archive.deriveAndComplete(text(line));
    assertThat(derived.counts().rows()).isEqualTo(1);
    assertThat(archive.query("SELECT id FROM $messages")).containsExactly(List.of(1L));
  }

  @Test
  void aRejectSaysWhatWasWrong() throws Exception {
    archive.deriveAndComplete(
        text(
            "{\"object\":\"Poll\",\"action\":\"create\",\"data\":{}}",
            "{\"id\":1,\"user\":{},\"created_at\":\"yesterday\"}",
            "{\"id\":1,\"user\":{},\"created_at\":\"2018-02-01T00:00:00Z\"}",
            "{\"a\":tru}"));
    assertThat(archive.rejected("SELECT detail"))
        .containsExactly(
            List.of("object \"Poll\""),
            List.of("created_at is \"yesterday\""),
            List.of(
                "2018-02-01T00:00:00Z is more than PT168H outside 2018-01-01T00:00:00Z to"
                    + " 2018-01-02T00:00:00Z"),
            List.of("Expected a value at byte 5"));
  }

  @Test
  void aLineAboveTheLimitIsRejectedAndTheNextIsRead() throws Exception {
    DeriveSettings settings =
        new DeriveSettings(Duration.ofDays(7), 1, 200, WriterSettings.defaults());
    String longer = "{\"id\":1,\"body\":\"" + "x".repeat(5_000_000) + "\"}";
    String fitting = bare(2) + " ".repeat(200 - bare(2).length());
    archive.land(KEY, gzip(text(longer + "\r", fitting, fitting + " ", bare(3))));
    DerivedUnit derived =
        new UnitDeriver()
            .derive(
                UNIT,
                Generation.FIRST,
                Vocabulary.STOCKTWITS,
                List.of(LandedInput.unproven(KEY)),
                archive.store(),
                settings,
                DeriveProgress.NONE);
    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 0, 0, 2, 0, 2));
    archive.store().complete(derived.rejected().orElseThrow().pending());
    assertThat(archive.rejected("SELECT source_line, reason, line_bytes, decode(raw)"))
        .containsExactly(
            List.of(1L, "line_too_long", (long) longer.length(), longer.substring(0, 200)),
            List.of(3L, "line_too_long", 201L, fitting));
  }

  @Test
  void aLineOfTenMegabytesIsARow() throws Exception {
    String body = "é".repeat(5_000_000);
    String line =
        "{\"id\":1,\"user\":{},\"created_at\":\"2018-01-01T00:00:00Z\",\"body\":\"" + body + "\"}";
    archive.deriveAndComplete(gzip(text(bare(2), line, bare(3))));
    assertThat(archive.query("SELECT id, length(body) FROM $messages ORDER BY id"))
        .containsExactly(List.of(1L, 5_000_000L), List.of(2L, 1L), List.of(3L, 1L));
  }

  @Test
  void tooManyRejectedLinesAreNoUnitAndNothingStays() throws Exception {
    DeriveSettings settings =
        new DeriveSettings(Duration.ofDays(7), 0.5, 1 << 20, WriterSettings.defaults());
    byte[] half = text(bare(1), "", "x", "", "");
    assertThat(archive.derive(half, settings).counts().rejectedShare()).isEqualTo(0.5);
    archive.store().abortPending("", key -> true);
    archive.store().delete(KEY);
    byte[] more = text(bare(1), "x", "{\"a\":1}", "y", destroyed(2, "2018-01-01T00:00:00Z"));
    TooManyRejectedException refused =
        catchThrowableOfType(TooManyRejectedException.class, () -> archive.derive(more, settings));
    assertThat(refused)
        .hasMessageContaining("firestream-message-2018-01-01: 3 of 5 lines were rejected")
        .hasMessageContaining("{malformed_json=2, unknown_shape=1}")
        .hasMessageContaining("line 2, malformed_json (Expected a value at byte 0): x");
    assertThat(refused.counts()).isEqualTo(new LineCounts(5, 0, 0, 2, 0, 3));
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void whatIsSaidOfARejectedLineSendsNothingToTheTerminal() throws IOException {
    DeriveSettings settings =
        new DeriveSettings(Duration.ofDays(7), 0.5, 1 << 20, WriterSettings.defaults());
    byte[] hostile = text("no\u001b]0;title\u0007 json\u0000\u009b2J\u202e\u2028 \uD83D\uDE80");

    TooManyRejectedException refused =
        catchThrowableOfType(
            TooManyRejectedException.class, () -> archive.derive(hostile, settings));

    assertThat(refused.getMessage())
        .endsWith(": no\uFFFD]0;title\uFFFD json\uFFFD\uFFFD2J\uFFFD\uFFFD \uD83D\uDE80");
  }

  @Test
  void aCutFileIsAnErrorAndNothingStays() throws Exception {
    byte[] whole = gzip(text(manyLines(5000)));
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    assertThatThrownBy(() -> archive.derive(cut, SETTINGS)).isInstanceOf(GzipFormatException.class);
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void aMissingObjectIsAnError() {
    assertThatThrownBy(
            () ->
                new UnitDeriver()
                    .derive(
                        UNIT,
                        Generation.FIRST,
                        Vocabulary.STOCKTWITS,
                        List.of(LandedInput.unproven(KEY)),
                        archive.store(),
                        SETTINGS,
                        DeriveProgress.NONE))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void bytesThatWereNotLandedAreAnErrorAndNothingStays() throws Exception {
    byte[] bytes = gzip(text(bare(1)));
    archive.land(KEY, bytes);
    LandedFacts facts = derive(LandedInput.unproven(KEY)).landed().get(0);
    archive.store().abortPending("", key -> true);
    String sha256 = facts.sha256();
    assertThat(derive(LandedInput.proven(KEY, bytes.length, sha256)).counts().rows()).isEqualTo(1);
    archive.store().abortPending("", key -> true);
    for (LandedInput other :
        List.of(
            LandedInput.proven(KEY, bytes.length + 1L, sha256),
            LandedInput.proven(KEY, bytes.length, "0".repeat(64)))) {
      assertThatThrownBy(() -> derive(other))
          .isInstanceOf(LandedBytesException.class)
          .hasMessageContaining(KEY)
          .hasMessageContaining(sha256);
      assertThat(archive.files()).isEmpty();
    }
  }

  private DerivedUnit derive(LandedInput input) throws IOException, InterruptedException {
    return new UnitDeriver()
        .derive(
            UNIT,
            Generation.FIRST,
            Vocabulary.STOCKTWITS,
            List.of(input),
            archive.store(),
            SETTINGS,
            DeriveProgress.NONE);
  }

  @Test
  void severalObjectsAreOneUnitWithLinesNumberedThrough() throws Exception {
    archive.land("_landing/a", text(bare(1), bare(2)));
    archive.land("_landing/b", text(bare(2), bare(3)));
    List<Long> bytes = new ArrayList<>();
    DerivedUnit derived =
        new UnitDeriver()
            .derive(
                UNIT,
                Generation.FIRST,
                Vocabulary.STOCKTWITS,
                List.of(LandedInput.unproven("_landing/a"), LandedInput.unproven("_landing/b")),
                archive.store(),
                SETTINGS,
                (landed, rows) -> bytes.add(landed));
    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 0, 0, 3, 1, 0));
    assertThat(derived.landed()).extracting(LandedFacts::lines).containsExactly(2L, 2L);
    long sum = derived.landed().stream().mapToLong(LandedFacts::bytes).sum();
    assertThat(bytes).containsExactly(derived.landed().get(0).bytes(), sum);
    archive.store().complete(derived.files().get(0).pending());
    assertThat(archive.query("SELECT source_line FROM $messages ORDER BY id"))
        .containsExactly(List.of(1L), List.of(2L), List.of(4L));
  }

  @Test
  void anInterruptedDerivingEndsAndNothingStays() throws Exception {
    archive.land(KEY, gzip(text(manyLines(5000))));
    assertThatThrownBy(
            () ->
                new UnitDeriver()
                    .derive(
                        UNIT,
                        Generation.FIRST,
                        Vocabulary.STOCKTWITS,
                        List.of(LandedInput.unproven(KEY)),
                        archive.store(),
                        SETTINGS,
                        (landed, rows) -> Thread.currentThread().interrupt()))
        .isInstanceOfAny(InterruptedException.class, IOException.class);
    Thread.interrupted();
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void theSameBytesGiveTheSameFiles() throws Exception {
    byte[] bytes = gzip(text(manyLines(2000)));
    String first = archive.derive(bytes, SETTINGS).files().get(0).pending().sha256();
    archive.store().abortPending("", key -> true);
    archive.store().delete(KEY);
    assertThat(archive.derive(bytes, SETTINGS).files().get(0).pending().sha256()).isEqualTo(first);
  }

  @Test
  void whatComesOutCanBeSentToAnotherProcess() throws Exception {
    DerivedUnit derived = archive.derive(text(bare(1), "x"), SETTINGS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(derived);
      out.writeObject(SETTINGS);
      out.writeObject(LandedInput.unproven(KEY));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(derived);
    }
  }

  private static String[] manyLines(int count) {
    String[] lines = new String[count];
    for (int index = 0; index < count; index++) {
      lines[index] = created(index);
    }
    return lines;
  }
}
