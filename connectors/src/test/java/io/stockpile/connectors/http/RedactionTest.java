package io.stockpile.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.credentials.Credentials;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @Test
  void urlsLoseUserQueryAndFragment() {
    assertThat(
            Redaction.url(URI.create("https://u:p@host.example:8443/a/b%20c?X-Amz-Signature=S#f")))
        .isEqualTo("https://host.example:8443/a/b%20c");
    assertThat(Redaction.url(URI.create("https://my_bucket.s3.example/a?b=c")))
        .isEqualTo("https://my_bucket.s3.example/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET https://h/p?X-Amz-Signature=S3CRET&X-Amz-Expires=60 failed",
        "<a href='/p?token=S3CRET'>here</a>",
        "see https://user:S3CRET@h/p for more",
        "X-Amz-Signature=S3CRET",
        "X-Amz-Date:1&amp;X-Amz-Credential=S3CRET&amp;other",
        "<Error><StringToSign>AWS4\nline\nS3CRET</StringToSign></Error>",
        "<Error><SignatureProvided>S3CRET</SignatureProvided>",
        "<Error><CanonicalRequest>GET /p\nS3CRET",
        "<AWSAccessKeyId>S3CRET</AWSAccessKeyId>",
        "{\"access_token\": \"S3CRET\"}",
        "{\"password\":\"S3\\\"CRET S3CRET\"}",
        "{\"secret\":\"S3CRET",
        "sent Authorization: Basic UzNDUkVUS3CRET==",
        "sent Authorization: Bearer S3CRET",
        "password=S3CRET&user=x",
      })
  void whatLooksLikeASecretIsRemoved(String text) {
    assertThat(Redaction.general().text(text)).doesNotContain("S3CRET");
  }

  @Test
  void knownSecretsAreRemovedWhereverTheyStand() {
    Redaction redaction = Redaction.of(new Credentials("jo smith", "hun:ter2").secrets());

    assertThat(redaction.text("user jo smith (jo+smith) with hun:ter2 or hun%3Ater2 is unknown"))
        .isEqualTo("user … (…) with … or … is unknown");
    assertThat(redaction.text("got am8gc21pdGg6aHVuOnRlcjI=")).isEqualTo("got …");
  }

  @Test
  void aSecretThatWasCutAtTheEndIsRemovedToo() {
    Redaction redaction = Redaction.of(List.of("hunter2"));

    assertThat(redaction.cutText("The password is hunt")).doesNotContain("hunt");
  }

  @Test
  void textsBecomeOneShortLineWithoutControlCharacters() {
    assertThat(Redaction.general().text("a\r\n\tb\u0000\u001b[31mc\u202e d"))
        .isEqualTo("a b [31mc d");
    assertThat(Redaction.general().text("x".repeat(1000)))
        .hasSize(Redaction.MAX_CHARACTERS + 1)
        .endsWith("…");
    assertThat(Redaction.general().text("x".repeat(299) + "🚀🚀")).isEqualTo("x".repeat(299) + "…");
  }

  @Test
  void pagesAreReducedToWhatTheySay() {
    assertThat(
            Redaction.general()
                .text(
                    "<?xml version=\"1.0\"?>\n"
                        + "<Error><Code>AccessDenied</Code>\n"
                        + "<M a='b'>Expired</M>"))
        .isEqualTo("AccessDenied Expired");
  }

  @Test
  void plainTextStays() {
    assertThat(Redaction.general().text("Please verify that the date is correct."))
        .isEqualTo("Please verify that the date is correct.");
  }
}
