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

import io.stockpile.connectors.Generation;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LineEdit;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.parquet.TableFile;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines become rows of their tables, on the days of their events. */
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
  void aLineOfTenMegabytesIsARow() throws Exception {
    String body = "é".repeat(5_000_000);
    String line =
        "{\"id\":1,\"user\":{},\"created_at\":\"2018-01-01T00:00:00Z\",\"body\":\"" + body + "\"}";
    archive.deriveAndComplete(gzip(text(bare(2), line, bare(3))));
    assertThat(archive.query("SELECT id, length(body) FROM $messages ORDER BY id"))
        .containsExactly(List.of(1L, 5_000_000L), List.of(2L, 1L), List.of(3L, 1L));
  }
}
