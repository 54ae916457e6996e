package io.stockpile.pipeline.derive;

import static io.stockpile.pipeline.derive.DerivingArchive.gzip;
import static io.stockpile.pipeline.derive.ReplayLines.deleted;
import static io.stockpile.pipeline.derive.ReplayLines.firstVersion;
import static io.stockpile.pipeline.derive.ReplayLines.info;
import static io.stockpile.pipeline.derive.ReplayLines.post;
import static io.stockpile.pipeline.derive.ReplayLines.share;
import static io.stockpile.pipeline.derive.ReplayLines.tweet;
import static io.stockpile.pipeline.derive.ReplayLines.userEvent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayDerivationTest {
  private static final ReplayUnit UNIT =
      new ReplayUnit(
          new ReplayStream(StreamType.POWERTRACK, "acme", "prod"),
          new MinuteRange(
              Instant.parse("2016-06-01T00:00:00Z"), Instant.parse("2016-06-01T02:00:00Z")));

  /** A time within the unit. */
  private static final long MILLIS = Instant.parse("2016-06-01T01:00:00.123Z").toEpochMilli();

  @TempDir Path directory;
  private DerivingArchive archive;

  @BeforeEach
  void openArchive() throws IOException {
    archive = new DerivingArchive(directory);
  }

  /** Derives a unit from lines with the line ends of Replay. */
  private DerivedUnit derive(String... lines) throws Exception {
    byte[] text = (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
    return archive.deriveAndComplete(UNIT, Vocabulary.TWITTER, UNIT.landingKey(1), gzip(text));
  }

  @Test
  void bothFormatsOfTweetsEndInOneTable() throws Exception {
    DerivedUnit derived =
        derive(post(1), share(2, 900), tweet(3), share(4, 901), post(5), tweet(6));
    assertThat(derived.counts()).isEqualTo(new LineCounts(6, 0, 0, 6, 0, 0));
    assertThat(
            archive.query(
                "SELECT id, format, verb, CAST(created_at AS VARCHAR), \"user\".screen_name,"
                    + " retweeted_status.id, source_line FROM $tweets ORDER BY id LIMIT 3"))
        .containsExactly(
            Arrays.asList(1L, "activity_streams", "post", "2016-06-01 00:10:00+00", "u", null, 1L),
            List.of(2L, "activity_streams", "share", "2016-06-01 00:20:00+00", "v", 900L, 2L),
            Arrays.asList(3L, "native", null, "2016-06-01 00:30:00+00", "w", null, 3L));
    assertThat(archive.query("SELECT extra FROM $tweets WHERE id = 3").get(0).get(0)).isNull();
  }

  @Test
  void messagesAboutTheStreamAreCountedAndKeepAlivesAreBlank() throws Exception {
    DerivedUnit derived =
        derive(
            "",
            post(1),
            info("Replay Request Completed"),
            "",
            "{\"warn\":{\"message\":\"slow\"}}",
            " {\"error\" : {\"message\":\"Forced"
                + " Disconnect\",\"sent\":\"2013-01-11T18:12:52+00:00\"}}");
    assertThat(derived.counts()).isEqualTo(new LineCounts(6, 2, 3, 1, 0, 0));
  }

  @Test
  void eventsOfBothVersionsEndInOneTable() throws Exception {
    DerivedUnit derived =
        derive(
            deleted(600, 7, MILLIS),
            userEvent("user_suspend", 8, MILLIS),
            firstVersion(
                "delete", "tag:search.twitter.com,2005:601", "2016-06-01T01:00:00.5+00:00"),
            firstVersion(
                "user_undelete", "tag:search.twitter.com,2012:user\\/9", "2016-06-01T01:00:01Z"));
    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 0, 0, 4, 0, 0));
    assertThat(
            archive.query(
                "SELECT event, format, tweet_id, user_id, CAST(time AS VARCHAR), source_line"
                    + " FROM $compliance_events ORDER BY source_line"))
        .hasToString(
            "[[delete, native, 600, 7, 2016-06-01 01:00:00.123+00, 1],"
                + " [user_suspend, native, null, 8, 2016-06-01 01:00:00.123+00, 2],"
                + " [delete, activity_streams, 601, null, 2016-06-01 01:00:00.5+00, 3],"
                + " [user_undelete, activity_streams, null, 9, 2016-06-01 01:00:01+00, 4]]");
    assertThat(archive.query("SELECT data FROM $compliance_events WHERE user_id = 8"))
        .containsExactly(List.of(userEvent("user_suspend", 8, MILLIS)));
  }

  @Test
  void noticesOfLiveStreamsWithoutATimeAreEventsOfTheDayThatTheirUnitBegins() throws Exception {
    String delete =
        "{\"delete\":{\"status\":{\"id\":600,\"id_str\":\"600\",\"user_id\":7,\"user_id_str\":\"7\"}}}";
    String scrub =
        "{\"scrub_geo\":{\"user_id\":8,\"user_id_str\":\"8\",\"up_to_status_id\":700,"
            + "\"up_to_status_id_str\":\"700\"}}";
    String withheld =
        "{\"user_withheld\":{\"id\":9,\"timestamp_ms\":null,\"withheld_in_countries\":[\"DE\"]}}";
    DerivedUnit derived =
        derive(
            delete,
            scrub,
            withheld,
            firstVersion("delete", "tag:search.twitter.com,2005:601", "2016-05-31T23:00:00Z"),
            "{\"verb\":\"delete\",\"object\":{\"id\":\"tag:search.twitter.com,2005:602\"}}",
            delete,
            deleted(600, 7, MILLIS));
    assertThat(derived.counts()).isEqualTo(new LineCounts(7, 0, 0, 6, 1, 0));
    assertThat(derived.files())
        .extracting(file -> file.pending().key())
        .anyMatch(key -> key.contains("twitter/compliance_events/date=2016-05-31/"))
        .anyMatch(key -> key.contains("twitter/compliance_events/date=2016-06-01/"));
    assertThat(
            archive.query(
                "SELECT event, coalesce(tweet_id, up_to_status_id, user_id), CAST(time AS VARCHAR),"
                    + " time_source, source_line FROM $compliance_events ORDER BY source_line"))
        .hasToString(
            "[[delete, 600, null, unit, 1], [scrub_geo, 700, null, unit, 2],"
                + " [user_withheld, 9, null, unit, 3],"
                + " [delete, 601, 2016-05-31 23:00:00+00, event, 4],"
                + " [delete, 602, null, unit, 5],"
                + " [delete, 600, 2016-06-01 01:00:00.123+00, event, 7]]");
    assertThat(
            archive.query(
                "SELECT count(*) FROM $compliance_events WHERE time >= '2016-06-01' AND"
                    + " time_source = 'unit'"))
        .containsExactly(List.of(0L));
  }

  @Test
  void whatALiveStreamSaysOfItselfIsControl() throws Exception {
    DerivedUnit derived =
        derive(
            post(1),
            "{\"limit\":{\"track\":1234,\"timestamp_ms\":\"1464742800000\"}}",
            "{\"warning\":{\"code\":\"FALLING_BEHIND\",\"message\":\"m\",\"percent_full\":60}}",
            "{\"disconnect\":{\"code\":4,\"stream_name\":\"s\",\"reason\":\"r\"}}");
    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 0, 3, 1, 0, 0));
  }

  @Test
  void aTweetThatComesAgainIsADuplicateInWhateverFormat() throws Exception {
    DerivedUnit derived = derive(post(2), tweet(1), tweet(2), post(1), share(2, 1), post(3));
    assertThat(derived.counts()).isEqualTo(new LineCounts(6, 0, 0, 3, 3, 0));
    assertThat(archive.query("SELECT id, source_line FROM $tweets ORDER BY id"))
        .containsExactly(List.of(1L, 2L), List.of(2L, 1L), List.of(3L, 6L));
  }

  @Test
  void duplicatesAreFoundAcrossAllObjectsOfAUnit() throws Exception {
    archive.land(
        UNIT.landingKey(1), gzip((post(1) + "\n" + deleted(5, 6, MILLIS)).getBytes(UTF_8)));
    archive.land(
        UNIT.landingKey(2), gzip((deleted(5, 6, MILLIS) + "\n" + post(1)).getBytes(UTF_8)));
    DerivedUnit derived =
        new UnitDeriver()
            .derive(
                UNIT,
                Generation.FIRST,
                Vocabulary.TWITTER,
                List.of(
                    LandedInput.unproven(UNIT.landingKey(1)),
                    LandedInput.unproven(UNIT.landingKey(2))),
                archive.store(),
                DerivingArchive.SETTINGS,
                DeriveProgress.NONE);
    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 0, 0, 2, 2, 0));
  }

  @Test
  void aUserCanBeProtectedTwiceButOneEventIsOneRowHoweverItIsWritten() throws Exception {
    DerivedUnit derived =
        derive(
            userEvent("user_protect", 8, MILLIS),
            userEvent("user_unprotect", 8, MILLIS + 1),
            userEvent("user_protect", 8, MILLIS + 2),
            userEvent("user_protect", 8, MILLIS),
            "{\"user_protect\":{ \"timestamp_ms\":\"%d\", \"id\":8}}".formatted(MILLIS),
            userEvent("user_protect", 9, MILLIS));
    assertThat(derived.counts()).isEqualTo(new LineCounts(6, 0, 0, 4, 2, 0));
    assertThat(
            archive.query(
                "SELECT event, user_id, source_line FROM $compliance_events ORDER BY source_line"))
        .containsExactly(
            List.of("user_protect", 8L, 1L),
            List.of("user_unprotect", 8L, 2L),
            List.of("user_protect", 8L, 3L),
            List.of("user_protect", 9L, 6L));
  }

  @Test
  void aTweetWithheldInMoreCountriesIsAnotherEvent() throws Exception {
    String withheld =
        "{\"status_withheld\":{\"status\":{\"id\":5,\"user_id\":6},"
            + "\"withheld_in_countries\":%s,\"timestamp_ms\":\"1464742800000\"}}";
    DerivedUnit derived =
        derive(
            withheld.formatted("[\"XY\"]"),
            withheld.formatted("[]"),
            withheld.formatted("[\"XY\",null]"),
            withheld.formatted("null"),
            withheld.formatted("[]"),
            withheld.formatted("null"),
            withheld.formatted("[\"XY\",null]"),
            withheld.formatted("[\"XY\"]"));
    assertThat(derived.counts()).isEqualTo(new LineCounts(8, 0, 0, 4, 4, 0));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          malformed_json    | {"info":{"message":"x"}}{"warn":{}}
          malformed_json    | {"id_str":"5","created_at":"Wed Jun 01 00:30:00 +0000 2016"}{"id_str":"6"}
          malformed_json    | {"id_str":"5","created_at":"Wed Jun 01 00:3
          not_an_object     | [1]
          unknown_shape     | {}
          unknown_shape     | {"info":{"message":"x"},"more":1}
          unknown_shape     | {"delete":{"status":{"id":1}},"more":1}
          unknown_shape     | {"user_renamed":{"id":1,"timestamp_ms":"1464742800000"}}
          unknown_shape     | {"verb":"post","objectType":"note","id":"tag:x:5","postedTime":"2016-06-01T00:10:00Z"}
          unknown_shape     | {"verb":7,"id_str":"5"}
          missing_id        | {"verb":"post","objectType":"activity","postedTime":"2016-06-01T00:10:00Z"}
          missing_id        | {"user_delete":{"timestamp_ms":"1464742800000"}}
          missing_date      | {"id_str":"5","text":"t"}
          bad_date          | {"delete":{"status":{"id":5,"id_str":"5","user_id":6},"timestamp_ms":"then"}}
          bad_date          | {"id_str":"5","created_at":"yesterday"}
          bad_date          | {"user_delete":{"id":5,"timestamp_ms":"soon"}}
          leap_second       | {"id_str":"5","created_at":"Tue May 31 23:59:60 +0000 2016"}
          leap_second       | {"verb":"post","objectType":"activity","id":"tag:x:5","postedTime":"2016-05-31T23:59:60.000Z"}
          leap_second       | {"user_delete":{"id":5,"timestamp_ms":"2016-05-31T23:59:60Z"}}
          bad_date          | {"id_str":"5","created_at":"Wed Jun 01 00:30:60 +0000 2016"}
          date_out_of_range | {"id_str":"5","created_at":"Wed Jun 01 00:30:00 +0000 2011"}
          """)
  void whatNoTableTakesIsRejectedWithTheReason(String reason, String line) throws Exception {
    DerivedUnit derived = derive(post(1), line);
    assertThat(derived.counts()).isEqualTo(new LineCounts(2, 0, 0, 1, 0, 1));
    assertThat(derived.rejected().orElseThrow().reasons())
        .isEqualTo(new TreeMap<>(Map.of(reason, 1L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Activity Streams of StockTwits, as Gnip and as Firestream delivered them.
        "{'id':'tag:gnip.stocktwits.com:2012:note/5','verb':'post','body':'b','actor':{'id':'person:stocktwits:6'},'object':{'id':'note:stocktwits:5','postedTime':'2016-06-01T00:10:00Z'},'postedTime':'2016-06-01T00:10:00Z'}",
        "{'verb':'post','actor':{},'postedTime':'2016-06-01T00:10:00Z','objectType':'activity','id':'tag:firehose.stocktwits.com:note/5'}",
        "{'verb':'post','id':'5','actor':{'id':'person:stocktwits:6'},'postedTime':'2016-06-01T00:10:00Z'}",
        "{'verb':'share','objectType':'activity','id':5,'actor':{},'object':{'id':'note:stocktwits:5'},'postedTime':'2016-06-01T00:10:00Z'}",
        "{'verb':'post','objectType':'activity','id':5,'provider':{'link':'http://stocktwits.com','displayName':'StockTwits'},'postedTime':'2016-06-01T00:10:00Z'}",
        // Records of another publisher.
        "{'id':'tag:gnip.tumblr.com:2012:post/5','objectType':'activity','verb':'post','postedTime':'2016-06-01T00:10:00Z'}",
        // StockTwits' other formats.
        "{'id':5,'body':'b','created_at':'2016-06-01T00:10:00Z','user':{'id':6},'symbols':[]}",
        "{'id':5,'user':{'id':6},'created_at':'Wed Jun 01 00:30:00 +0000 2016','body':'b'}",
        "{'object':'Message','action':'create','data':{'id':5},'time':'2016-06-01T00:10:00Z'}",
        "{'object':'Block','action':'create','data':{'id':5},'time':'2016-06-01T00:10:00Z'}"
      })
  void whatSaysThatItIsAnotherPublishersIsRejected(String line) throws Exception {
    DerivedUnit derived = derive(post(1), line.replace('\'', '"'));
    assertThat(derived.rejected().orElseThrow().reasons())
        .isEqualTo(new TreeMap<>(Map.of("wrong_source", 1L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id_str":"5","created_at":"Wed Jun 01 00:30:00 +0000 2016","verb":"post","objectType":"activity","id":"tag:x:6","postedTime":"2016-06-01T00:10:00Z"} | 6
          {"verb":"post","id":"tag:x:7","actor":{},"postedTime":"2016-06-01T00:10:00Z","objectType":"activity"} | 7
          {"verb":"post","id":"tag:x:8","actor":{},"postedTime":"2016-06-01T00:10:00Z"} | 8
          {"created_at":"Wed Jun 01 00:30:00 +0000 2016","id":9,"user":{"id":1}} | 9
          {"created_at":"Wed Jun 01 00:30:00 +0000 2016","id":11,"user":{"id":1},"text":"t"} | 11
          {"created_at":"Wed Jun 01 00:30:00 +0000 2016","id":12,"user":{"id":1},"full_text":"t","body":"b"} | 12
          {"id":"tag:search.twitter.com,2005:13","provider":{"displayName":"StockTwits"},"objectType":"activity","verb":"post","postedTime":"2016-06-01T00:10:00Z"} | 13
          {"id":"tag:api.x.com,2024:14","objectType":"activity","verb":"post","postedTime":"2016-06-01T00:10:00Z","body":"see http://stocktwits.com"} | 14
          {"id":"x:15","objectType":"activity","verb":"post","postedTime":"2016-06-01T00:10:00Z","actor":{"id":"someone"},"provider":{"displayName":"Gnip"}} | 15
          {"\\u0076erb":"post","id":"tag:x:10","objectType":"\\u0061ctivity","postedTime":"2016-06-01T00:10:00Z"} | 10
          """)
  void theOrderOfMembersDoesNotMatter(String line, long id) throws Exception {
    assertThat(derive(line).counts()).isEqualTo(new LineCounts(1, 0, 0, 1, 0, 0));
    assertThat(archive.query("SELECT id FROM $tweets")).containsExactly(List.of(id));
  }
}
