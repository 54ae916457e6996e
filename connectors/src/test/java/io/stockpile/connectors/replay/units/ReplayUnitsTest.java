package io.stockpile.connectors.replay.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ReplayUnitsTest {
  private static final ReplayStream STREAM =
      new ReplayStream(StreamType.POWERTRACK, "acme", "prod");
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  @Test
  void keysAreThoseOfTheContract() {
    ReplayUnit unit = new ReplayUnit(STREAM, range("2016-06-01T00:00:00Z", "2016-06-01T02:00:00Z"));

    assertThat(unit.name()).isEqualTo("replay-powertrack-acme-prod-201606010000_201606010200");
    assertThat(unit.manifestKey())
        .isEqualTo("_manifests/replay/powertrack/acme/prod/201606010000_201606010200.json");
    assertThat(unit.landingKey(3))
        .isEqualTo("_landing/replay/powertrack/acme/prod/201606010000_201606010200/3.json.gz");
    assertThat(unit.rejectedKey())
        .isEqualTo("_rejected/replay/powertrack/acme/prod/201606010000_201606010200.parquet");
    assertThat(ReplayUnit.ofKey(STREAM, unit.manifestKey())).contains(unit);
    assertThat(ReplayUnit.ofKey(STREAM, unit.landingKey(12))).contains(unit);
    assertThat(ReplayUnit.ofKey(STREAM, "_landing/replay/powertrack/acme/prod/else")).isEmpty();
  }

  @Test
  void namesOfDifferentStreamsDiffer() {
    MinuteRange range = range("2016-06-01T00:00:00Z", "2016-06-01T02:00:00Z");

    assertThat(new ReplayUnit(new ReplayStream(StreamType.FIREHOSE, "a-b", "c"), range).name())
        .isNotEqualTo(
            new ReplayUnit(new ReplayStream(StreamType.FIREHOSE, "a", "b-c"), range).name());
  }

  @Test
  void namesThatAUrlOrAKeyWouldBreakAreRefused() {
    for (String account : List.of("", "a/b", "a b", ".a", "a?", "..", "-a", "é")) {
      assertThatThrownBy(() -> new ReplayStream(StreamType.POWERTRACK, account, "prod"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("account");
    }
  }

  @Test
  void requestDatesAreUtcWhateverTheMachinesZone() {
    TimeZone former = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(Minutes.requestText(Instant.parse("2016-06-01T00:00:00Z")))
          .isEqualTo("201606010000");
      assertThat(Minutes.text(Instant.parse("2016-06-01T00:05:00Z")))
          .isEqualTo("2016-06-01T00:05Z");
    } finally {
      TimeZone.setDefault(former);
    }
  }

  @Test
  void spansEndWhereTheClockShowsAMultiple() {
    List<MinuteRange> spans =
        ranges(range("2016-06-01T00:30:00Z", "2016-06-01T05:15:00Z"), List.of());

    assertThat(spans)
        .containsExactly(
            range("2016-06-01T00:30:00Z", "2016-06-01T02:00:00Z"),
            range("2016-06-01T02:00:00Z", "2016-06-01T04:00:00Z"),
            range("2016-06-01T04:00:00Z", "2016-06-01T05:15:00Z"));
  }

  @Test
  void widerRangeKeepsTheUnitsThatAreHeld() {
    MinuteRange held = range("2016-06-01T00:30:00Z", "2016-06-01T02:00:00Z");
    List<MinuteRange> spans =
        ranges(
            range("2016-06-01T00:00:00Z", "2016-06-01T04:00:00Z"),
            List.of(new ReplayUnit(STREAM, held)));

    assertThat(spans)
        .containsExactly(
            range("2016-06-01T00:00:00Z", "2016-06-01T00:30:00Z"),
            held,
            range("2016-06-01T02:00:00Z", "2016-06-01T04:00:00Z"));
  }

  @Test
  void heldUnitThatReachesBeyondTheRangeStaysWhole() {
    MinuteRange held = range("2016-06-01T00:00:00Z", "2016-06-01T02:00:00Z");

    assertThat(
            ranges(
                range("2016-06-01T01:00:00Z", "2016-06-01T03:00:00Z"),
                List.of(new ReplayUnit(STREAM, held))))
        .containsExactly(held, range("2016-06-01T02:00:00Z", "2016-06-01T03:00:00Z"));
  }

  @Test
  void spanOfOtherThanWholeMinutesIsRefused() {
    assertThatThrownBy(
            () ->
                ReplaySpans.split(
                    STREAM,
                    range("2016-06-01T01:00:00Z", "2016-06-01T03:00:00Z"),
                    Duration.ofSeconds(90),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT1M30S");
  }

  private static List<MinuteRange> ranges(MinuteRange range, List<ReplayUnit> held) {
    return ReplaySpans.split(STREAM, range, TWO_HOURS, held).stream()
        .map(ReplayUnit::range)
        .toList();
  }

  private static MinuteRange range(String from, String to) {
    return new MinuteRange(Instant.parse(from), Instant.parse(to));
  }
}
