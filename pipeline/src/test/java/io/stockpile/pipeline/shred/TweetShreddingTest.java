package io.stockpile.pipeline.shred;

import static io.stockpile.pipeline.shred.RecordTree.at;
import static io.stockpile.pipeline.shred.RecordTree.shred;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.schemas.Tables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the columns of tweets and compliance events are filled, with all forms of ids. */
class TweetShreddingTest {
  private static Map<String, Object> tweet(String line) throws Exception {
    return shred(Tables.TWEETS, "native", line);
  }

  private static Map<String, Object> event(String format, String line) throws Exception {
    return shred(Tables.COMPLIANCE_EVENTS, format, line);
  }

  private static Object element(Object list, int index, String member) {
    return at(((List<?>) list).get(index), member);
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":715947673707089921,\"id_str\":\"715947673707089921\"}",
        "{\"id_str\":\"715947673707089921\",\"id\":715947673707089921}",
        "{\"id_str\":\"715947673707089921\"}",
        "{\"id\":715947673707089921}"
      })
  void aNumberAndItsTextAreOneColumnAndNothingIsLeft(String line) throws Exception {
    Map<String, Object> row = tweet(line);
    assertThat(row.get("id")).isEqualTo(715947673707089921L);
    assertThat(row.get("extra")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":601430178305220600,\"id_str\":\"601430178305220608\"}",
        "{\"id_str\":\"601430178305220608\",\"id\":601430178305220600}"
      })
  void ofARoundedNumberAndItsTextTheTextIsTaken(String line) throws Exception {
    Map<String, Object> row = tweet(line);
    assertThat(row.get("id")).isEqualTo(601430178305220608L);
    assertThat(row.get("extra")).isEqualTo("{\"id\":601430178305220600}");
  }

  @Test
  void inListsEveryElementHasItsOwnWayOfWritingAnId() throws Exception {
    Map<String, Object> row =
        tweet(
            "{\"matching_rules\":[{\"tag\":null,\"id\":715947673707089920},"
                + "{\"id\":9007199254740992,\"id_str\":\"9007199254740993\",\"tag\":\"t\"},"
                + "{\"id_str\":\"7\",\"id\":7},{\"id_str\":\"x\",\"id\":8},{\"tag\":\"only\"}]}");
    Object rules = row.get("matching_rules");
    assertThat(element(rules, 0, "id")).isEqualTo(715947673707089920L);
    assertThat(element(rules, 1, "id")).isEqualTo(9007199254740993L);
    assertThat(element(rules, 2, "id")).isEqualTo(7L);
    assertThat(element(rules, 3, "id")).isEqualTo(8L);
    assertThat(element(rules, 4, "id")).isNull();
    assertThat(row.get("extra"))
        .isEqualTo("{\"matching_rules\":[{},{\"id\":9007199254740992},{},{\"id_str\":\"x\"}]}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Tue Jul 18 23:25:04 +0000 2017, 2017-07-18T23:25:04Z, true",
    "Wed Feb 29 00:00:00 +0000 2012, 2012-02-29T00:00:00Z, true",
    "Wed Dec 31 23:59:59 +0000 1969, 1969-12-31T23:59:59Z, true",
    "Mon Jul 18 23:25:04 +0000 2017, 2017-07-18T23:25:04Z, false",
    "Tue Jul 18 23:25:04 -0400 2017, 2017-07-19T03:25:04Z, false",
    "Tue Jul 18 23:25:04 -0000 2017, 2017-07-18T23:25:04Z, false"
  })
  void aTimeIsReadAndItsTextKeptWhereItSaysMore(String text, String instant, boolean exact)
      throws Exception {
    Map<String, Object> row = tweet("{\"created_at\":\"%s\"}".formatted(text));
    assertThat(row.get("created_at")).isEqualTo(micros(instant));
    assertThat(row.get("extra"))
        .isEqualTo(exact ? null : "{\"created_at\":\"%s\"}".formatted(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Die Jul 18 23:25:04 +0000 2017",
        "Tue jul 18 23:25:04 +0000 2017",
        "Tue Feb 30 23:25:04 +0000 2017",
        "Tue Jul 18 24:00:00 +0000 2017",
        "Tue Jul  8 23:25:04 +0000 2017",
        "Tue Jul 18 23:25:04 +2500 2017",
        "Tue Jul 18 23-25-04 +0000 2017",
        "2017-07-18T23:25:04.000000000Z"
      })
  void whatIsNoSuchTimeIsLeftOver(String text) throws Exception {
    Map<String, Object> row = tweet("{\"created_at\":\"%s\"}".formatted(text));
    assertThat(row.get("created_at")).isNull();
    assertThat(row.get("extra")).isEqualTo("{\"created_at\":\"%s\"}".formatted(text));
  }

  @Test
  void theTwoOrdersOfCoordinatesStandInColumnsOfTheirOwn() throws Exception {
    Map<String, Object> row =
        tweet(
            "{\"geo\":{\"type\":\"Point\",\"coordinates\":[40.01736548,-105.27786886]},"
                + "\"coordinates\":{\"type\":\"Point\",\"coordinates\":[-105.27786886,40.01736548]}}");
    assertThat(at(row, "geo", "lat_lon")).isEqualTo(List.of(40.01736548, -105.27786886));
    assertThat(at(row, "coordinates", "lon_lat")).isEqualTo(List.of(-105.27786886, 40.01736548));
    assertThat(row.get("extra")).isNull();
  }

  @Test
  void theVersionsOfAnEditedTweetAreNumbers() throws Exception {
    String edits =
        "\"edit_history\":{\"initial_tweet_id\":\"1557433858676740098\",\"edit_tweet_ids\":"
            + "[\"1557433858676740098\",\"1557445923210514432\"]},\"edit_controls\":"
            + "{\"editable_until_ms\":1660155761384,\"edits_remaining\":4},\"editable\":true}";
    for (String format : Tables.TWEETS.formats().keySet()) {
      Map<String, Object> row = shred(Tables.TWEETS, format, "{" + edits);
      assertThat(at(row, "edit_history", "edit_tweet_ids"))
          .isEqualTo(List.of(1557433858676740098L, 1557445923210514432L));
      assertThat(at(row, "edit_history", "initial_tweet_id")).isEqualTo(1557433858676740098L);
      assertThat(at(row, "edit_controls", "editable_until_ms")).isEqualTo(1660155761384L);
      assertThat(row.get("extra")).as(format).isNull();
    }
  }

  @Test
  void anActivitysIdIsTakenOutOfItsNameAndTheNameIsKept() throws Exception {
    Map<String, Object> row =
        shred(
            Tables.TWEETS,
            "activity_streams",
            "{\"id\":\"tag:search.twitter.com,2005:399056944784080896\",\"actor\":{\"id\":"
                + "\"id:twitter.com:559866671\",\"utcOffset\":\"-21600\"},\"inReplyTo\":{\"link\":"
                + "\"http:\\/\\/twitter.com\\/x\\/statuses\\/399056944784080000\"}}");
    assertThat(row.get("id")).isEqualTo(399056944784080896L);
    assertThat(at(row, "user", "id")).isEqualTo(559866671L);
    assertThat(at(row, "user", "utc_offset")).isEqualTo(-21600L);
    assertThat(row.get("in_reply_to_status_id")).isEqualTo(399056944784080000L);
    assertThat(row.get("extra"))
        .isEqualTo(
            "{\"id\":\"tag:search.twitter.com,2005:399056944784080896\",\"actor\":{\"id\":"
                + "\"id:twitter.com:559866671\"},\"inReplyTo\":{\"link\":"
                + "\"http:\\/\\/twitter.com\\/x\\/statuses\\/399056944784080000\"}}");
  }

  @Test
  void aSharedActivityIsTheRetweetedTweetAndANoteIsNot() throws Exception {
    String line =
        "{\"postedTime\":\"2017-05-24T20:32:51.000Z\",\"body\":\"RT @a: long\",\"object\":{\"id\":"
            + "\"tag:search.twitter.com,2005:11\",\"postedTime\":\"2017-05-08T18:39:15.000Z\","
            + "\"body\":\"long\",\"long_object\":{\"body\":\"long indeed\"},\"actor\":{\"id\":"
            + "\"id:twitter.com:5\",\"preferredUsername\":\"a\"}}}";
    Map<String, Object> share = shred(Tables.TWEETS, "activity_share", line);
    assertThat(share.get("created_at")).isEqualTo(micros("2017-05-24T20:32:51Z"));
    assertThat(at(share, "retweeted_status", "id")).isEqualTo(11L);
    assertThat(at(share, "retweeted_status", "created_at"))
        .isEqualTo(micros("2017-05-08T18:39:15Z"));
    assertThat(at(share, "retweeted_status", "extended_tweet", "full_text"))
        .isEqualTo("long indeed");
    assertThat(at(share, "retweeted_status", "user", "screen_name")).isEqualTo("a");

    Map<String, Object> post = shred(Tables.TWEETS, "activity_streams", line);
    assertThat(post.get("retweeted_status")).isNull();
    assertThat((String) post.get("extra")).contains("\"long indeed\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"delete":{"status":{"id":600,"id_str":"608","user_id":70,"user_id_str":"76"},"timestamp_ms":"1432228155593"}} | 608 | 76
          {"delete":{"status":{"id_str":"608","id":600,"user_id":76},"timestamp_ms":1432228155593}} | 608 | 76
          {"status_withheld":{"id":787,"user_id":23,"withheld_in_countries":["xy"],"timestamp_ms":"1432228155593"}} | 787 | 23
          {"tweet_edit":{"id":"1557","initial_tweet_id":"1556","edit_tweet_ids":["1556","1557"],"timestamp_ms":"1432228155593"}} | 1557 |
          {"user_protect":{"id":3182003550,"timestamp_ms":"1432228155593"}} | | 3182003550
          {"user_withheld":{"user":{"id":1,"id_str":"1"},"withheld_in_countries":["XY"],"timestampMs":"2015-05-21T17:09:15.593+00:00"}} | | 1
          {"scrub_geo":{"user_id":5,"up_to_status_id":40,"up_to_status_id_str":"44","timestamp_ms":"1432228155593"}} | | 5
          """)
  void anEventsIdsAndTimeAreFoundAndItIsKeptWhole(String line, Long tweet, Long user)
      throws Exception {
    Map<String, Object> row = event("v2", line);
    assertThat(row.get("tweet_id")).isEqualTo(tweet);
    assertThat(row.get("user_id")).isEqualTo(user);
    assertThat(row.get("time")).isEqualTo(micros("2015-05-21T17:09:15.593Z"));
    assertThat(row.get("data")).isEqualTo(line);
    assertThat(row.get("extra")).isNull();
  }

  @Test
  void whatSomeEventsHaveIsFoundToo() throws Exception {
    assertThat(
            event("v2", "{\"scrub_geo\":{\"up_to_status_id\":40,\"up_to_status_id_str\":\"44\"}}")
                .get("up_to_status_id"))
        .isEqualTo(44L);
    assertThat(
            event("v2", "{\"tweet_edit\":{\"edit_tweet_ids\":[\"1\",\"2\"]}}")
                .get("edit_tweet_ids"))
        .isEqualTo(List.of(1L, 2L));
    assertThat(
            event("v2", "{\"user_withheld\":{\"withheld_in_countries\":[\"TR\"]}}")
                .get("withheld_in_countries"))
        .isEqualTo(List.of("TR"));
  }

  @Test
  void aLikeTakenBackHappensToNoTweet() throws Exception {
    Map<String, Object> row =
        event(
            "v2",
            "{\"delete\":{\"favorite\":{\"tweet_id\":6,\"tweet_id_str\":\"6\",\"user_id\":2}}}");
    assertThat(row.get("tweet_id")).isNull();
    assertThat(row.get("user_id")).isNull();
    assertThat(row.get("favorite_tweet_id")).isEqualTo(6L);
    assertThat(row.get("favorite_user_id")).isEqualTo(2L);
  }

  @Test
  void theFirstVersionNamesTweetsAndUsersByTags() throws Exception {
    Map<String, Object> deleted =
        event(
            "v1_tweet",
            "{\"verb\":\"delete\",\"object\":{\"id\":\"tag:search.twitter.com,2005:60\"},\"actor\":"
                + "{\"id\":\"id:twitter.com:31\"},\"timestampMs\":\"2015-05-20T21:42:18.944+00:00\"}");
    assertThat(deleted.get("event")).isEqualTo("delete");
    assertThat(deleted.get("tweet_id")).isEqualTo(60L);
    assertThat(deleted.get("user_id")).isEqualTo(31L);
    assertThat(deleted.get("time")).isEqualTo(micros("2015-05-20T21:42:18.944Z"));
    Map<String, Object> suspended =
        event(
            "v1_user",
            "{\"verb\":\"user_suspend\",\"object\":{\"id\":\"tag:search.twitter.com,2012:user\\/16\"}}");
    assertThat(suspended.get("tweet_id")).isNull();
    assertThat(suspended.get("user_id")).isEqualTo(16L);
    assertThat(suspended.get("extra")).isNull();
  }
}
