package io.stockpile.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.codec.Codec;
import io.stockpile.connectors.replay.units.MinuteRange;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFileUnitTest {
  private static final MinuteRange HALF_DAY =
      new MinuteRange(Instant.parse("2014-01-01T00:00:00Z"), Instant.parse("2014-01-01T12:00:00Z"));
  private static final MinuteRange DAYS =
      new MinuteRange(Instant.parse("2014-01-01T00:00:00Z"), Instant.parse("2014-02-11T00:00:00Z"));

  private static ArchiveUnit unit(String path) {
    return new UserFileUnit(Optional.empty(), Optional.empty(), "default").of(path);
  }

  private static ArchiveUnit unit(String path, FileKind kind) {
    return new UserFileUnit(Optional.of(kind), Optional.empty(), "default").of(path);
  }

  @ParameterizedTest
  @CsvSource({
    "20130701_0000_activities.json.gz, tweet-default-201307010000_201307010010",
    "a/b/20130701_2350_activities.json.bz2, tweet-default-201307012350_201307020000",
    "jobs/2013/07/01/23/50_activities.json.gz, tweet-default-201307012350_201307020000",
    "twitter/201307010000_201307010200.gz, tweet-default-201307010000_201307010200",
    "tweets_2013-07-01.json.xz, tweet-default-201307010000_201307020000",
    "tweets-2013-07.zst, tweet-default-201307010000_201308010000",
    "tweets_2013-07-01-2013-07-02.json, tweet-default-201307010000_201307030000",
    "twitter_compliance_2015_05_20.ndjson, compliance-default-201505200000_201505210000",
    "compliance/2015-05-20.json, compliance-default-201505200000_201505210000",
  })
  void namesOfTwittersFilesSayMinutes(String path, String name) {
    ArchiveUnit unit = unit(path);

    assertThat(unit.name()).isEqualTo("twitter-files-" + name);
    assertThat(TwitterFileUnit.ofKey(unit.manifestKey())).contains((TwitterFileUnit) unit);
    for (Codec codec : Codec.values()) {
      String key = ((TwitterFileUnit) unit).landingKey(codec);
      assertThat(key).startsWith(unit.landingPrefix()).endsWith(codec.ending());
      assertThat(TwitterFileUnit.ofKey(key)).contains((TwitterFileUnit) unit);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2013/07/01/00/17.json.bz2, 201307010017_201307010018",
    "dump/2013/07/01/23/59.json.bz2, 201307012359_201307020000",
    "activities_2013-07-01.json.gz, 201307010000_201307020000",
    "2012-02-29.gz, 201202290000_201203010000",
  })
  void aNameThatSaysTheTimeAloneTakesTheKindThatIsGiven(String path, String minutes) {
    assertThat(unit(path, FileKind.TWEET).name())
        .isEqualTo("twitter-files-tweet-default-" + minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20130701_0005_activities.json.gz",
        "20131301_0000_activities.json.gz",
        "tweets_20130701_0010.json",
        "tweets_2013-07-01-00.json",
        "tweets_2013-07-01T00:10.json",
        "201307010000_201307010000.gz",
        "tweets.json",
      })
  void aTimeThatTheNameDoesNotSayIsAskedFor(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit(name, FileKind.TWEET))
        .withMessageContaining("The name of " + name + " does not say which minutes it covers")
        .withMessageContaining("--from=")
        .withMessageContaining("--date=");
    assertThat(
            new UserFileUnit(Optional.of(FileKind.TWEET), Optional.of(HALF_DAY), "job-7")
                .of(name)
                .name())
        .isEqualTo("twitter-files-tweet-job--7-201401010000_201401011200");
  }

  @ParameterizedTest
  @CsvSource({
    "/old/stocktwits_activity_2016_12_05.gz, stocktwits_activity_2016_12_05.gz, MESSAGE, activity",
    "messages/stocktwits_activity_2016_12_05.gz, stocktwits_activity_2016_12_05.gz, MESSAGE,"
        + " activity",
    "stocktwits_messages_2016_12.gz, stocktwits_messages_2016_12.gz, ACTIVITY, message",
    "/old/activity/2016-12-05.gz, activity/2016-12-05.gz, MESSAGE, activity",
    "20130701_0000_activities.json.gz, 20130701_0000_activities.json.gz, ACTIVITY, tweet",
    "twitter/stocktwits_messages_2016_12.gz, stocktwits_messages_2016_12.gz, TWEET, message",
    "twitter_compliance_2016_12.gz, twitter_compliance_2016_12.gz, TWEET, compliance",
  })
  void aNameThatSaysAnotherKindThanTheOneGivenIsRefused(
      String path, String said, FileKind given, String kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit(path, given))
        .withMessageContaining("The name of " + said + " says " + kind)
        .withMessageContaining("--fileType=" + given.name().toLowerCase(Locale.ROOT))
        .withMessageContaining("rename");
  }

  @ParameterizedTest
  @CsvSource({
    "twitter/stocktwits_messages_2016_12_05.gz, firestream-message-2016-12-05",
    "message/2016-12-05.bz2, firestream-message-2016-12-05",
  })
  void firestreamsFilesStayFirestreams(String path, String name) {
    assertThat(unit(path).name()).isEqualTo(name);
  }

  @Test
  void whatIsGivenForFirestreamsFilesIsDays() {
    assertThat(
            new UserFileUnit(Optional.of(FileKind.MESSAGE), Optional.of(DAYS), "default")
                .of("dump.gz")
                .name())
        .isEqualTo("firestream-message-2014-01-01_2014-02-11");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new UserFileUnit(Optional.of(FileKind.MESSAGE), Optional.of(HALF_DAY), "default")
                    .of("dump.gz"))
        .withMessageContaining("whole UTC days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", "-a", "a b"})
  void aLabelThatFitsNoKeyIsRefused(String label) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new UserFileUnit(Optional.empty(), Optional.empty(), label)
                    .of("20130701_0000_activities.json.gz"))
        .withMessageContaining("The label of files");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasAUnit(FileKind kind) {
    assertThat(unit("2012-02-29.gz", kind).type()).isEqualTo(kind.label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_landing/twitter-files/tweet/default/201307010000_201307010010.gz.ask-again",
        "_landing/twitter-files/tweet/default/201307010010_201307010000.gz",
        "_landing/twitter-files/tweet/201307010000_201307010010.gz",
        "_landing/twitter-files/likes/default/201307010000_201307010010.gz",
        "_landing/replay/powertrack/acme/prod/201307010000_201307010010/1.json.gz",
      })
  void otherKeysAreOfNoUnit(String key) {
    assertThat(TwitterFileUnit.ofKey(key)).isEmpty();
  }
}
