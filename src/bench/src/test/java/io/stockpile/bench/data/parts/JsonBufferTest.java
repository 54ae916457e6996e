package io.stockpile.bench.data.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonBufferTest {
  private final JsonBuffer json = new JsonBuffer();

  @Test
  void stringsComeBackAsTheyWere() throws Exception {
    String text = "\"quoted\" back\\slash\nline é Ω € \uD83D\uDE80 " + "x".repeat(100_000);

    assertThat(new ObjectMapper().readTree(text(json.string(text))).asText()).isEqualTo(text);
  }

  @Test
  void numbersAreWrittenInFull() {
    assertThat(text(json.number(0))).isEqualTo("0");
    assertThat(text(json.number(-17))).isEqualTo("-17");
    assertThat(text(json.number(Long.MAX_VALUE))).isEqualTo("9223372036854775807");
    assertThat(text(json.decimal(-971114, 6))).isEqualTo("-0.971114");
    assertThat(text(json.decimal(9920, 2))).isEqualTo("99.20");
    assertThat(text(json.decimal(1000005, 6))).isEqualTo("1.000005");
    assertThat(text(json.shortDecimal(-3945410, 6))).isEqualTo("-3.94541");
    assertThat(text(json.shortDecimal(0, 6))).isEqualTo("0.0");
  }

  @Test
  void timesAreUtcInTheApisForm() {
    for (Locale locale : new Locale[] {Locale.ROOT, Locale.forLanguageTag("ar-EG")}) {
      Locale before = Locale.getDefault();
      Locale.setDefault(locale);
      try {
        long second = Instant.parse("2016-12-05T07:08:09Z").getEpochSecond();
        assertThat(text(json.timestamp(second))).isEqualTo("\"2016-12-05T07:08:09Z\"");
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  private static String text(JsonBuffer json) {
    JsonFragment fragment = json.take();
    byte[] bytes = new byte[fragment.length()];
    fragment.copyTo(bytes, 0);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
