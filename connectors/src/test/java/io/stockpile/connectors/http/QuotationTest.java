package io.stockpile.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotationTest {
  @Test
  void textIsQuoted() {
    assertThat(quoted("<h1>Down</h1>\r\n\tfor \u00fcber \uD83D\uDE00 an hour\n"))
        .isEqualTo("Down for \u00fcber \uD83D\uDE00 an hour");
    assertThat(quoted("")).isEmpty();
  }

  @Test
  void aFewPlacesThatAreNoTextDoNotHideTheRest() {
    byte[] latin = "Zur\u00fcck, gesch\u00e4tzter Gast".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(new Quotation(latin, true).text(Redaction.general()))
        .startsWith("Zur")
        .endsWith("tzter Gast");
    assertThat(quoted("an end\u0000")).isEqualTo("an end");
  }

  @Test
  void bytesThatAreNoTextAreCounted() {
    byte[] bytes = new byte[2000];
    new Random(1).nextBytes(bytes);

    assertThat(new Quotation(bytes, true).text(Redaction.general()))
        .isEqualTo("2000 bytes that are no text");
    assertThat(new Quotation(bytes, false).text(Redaction.general()))
        .isEqualTo("at least 2000 bytes that are no text");
    assertThat(quoted("\u0001\u0002")).isEqualTo("2 bytes that are no text");
    assertThat(new Quotation("wide".getBytes(StandardCharsets.UTF_16), true).text(general()))
        .isEqualTo("10 bytes that are no text");
  }

  @Test
  void aCutTextHoldsNoHalfSecret() {
    byte[] cut = "The password is hunt".getBytes(StandardCharsets.UTF_8);

    assertThat(new Quotation(cut, false).text(Redaction.of(List.of("hunter2"))))
        .doesNotContain("hunt");
  }

  private static String quoted(String body) {
    return new Quotation(body.getBytes(StandardCharsets.UTF_8), true).text(general());
  }

  private static Redaction general() {
    return Redaction.general();
  }
}
