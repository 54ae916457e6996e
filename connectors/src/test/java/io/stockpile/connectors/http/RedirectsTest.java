package io.stockpile.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
  private static final URI FROM = URI.create("https://service.example/backups/message/2016/12/05");

  @ParameterizedTest
  @CsvSource({
    "https://other.example/f?a=b%2Fc, https://other.example/f?a=b%2Fc",
    "/f?a=b, https://service.example/f?a=b",
    "06, https://service.example/backups/message/2016/12/06",
    "//other.example/f, https://other.example/f",
    "?again=1, https://service.example/backups/message/2016/12/05?again=1",
    "https://other.example/f#part, https://other.example/f",
    "https://other.example/a b|c, https://other.example/a%20b%7Cc",
    "https://my_bucket.s3.example/f, https://my_bucket.s3.example/f",
    "https://other.example/f?share=100%, https://other.example/f?share=100%25",
    "https://other.example/100%/%2, https://other.example/100%25/%252",
    "https://other.example/f?s=a%2Bb%3D&p=5%zz, https://other.example/f?s=a%2Bb%3D&p=5%25zz",
    "https://other.example/f[1].gz?k[]=v, https://other.example/f%5B1%5D.gz?k%5B%5D=v",
    "https://[::1]:8080/f[1], https://[::1]:8080/f%5B1%5D",
    "https://other.example/f#a#b%, https://other.example/f",
    "https://other.example//two/slashes, https://other.example//two/slashes",
  })
  void locationsAreResolved(String location, String target) throws IOException {
    assertThat(Redirects.resolve(FROM, location)).isEqualTo(URI.create(target));
  }

  /** A header's text has one character for each of its bytes. */
  @Test
  void bytesThatAreNoAsciiAreEncodedAsTheyAre() throws IOException {
    String raw =
        RawHttpServer.rawUtf8("https://h.example/Übersicht – día\u00a0à.gz?sig=a%2Bb%3D%3D");

    assertThat(Redirects.resolve(FROM, raw).toString())
        .isEqualTo(
            "https://h.example/%C3%9Cbersicht%20%E2%80%93%20d%C3%ADa%C2%A0%C3%A0.gz?sig=a%2Bb%3D%3D");
    assertThat(Redirects.resolve(FROM, "/latin\u00e9\t.gz").toString())
        .isEqualTo("https://service.example/latin%E9%09.gz");
  }

  @Test
  void noByteOfALocationStandsInTheWay() throws IOException {
    for (int value = 1; value < 256; value++) {
      char c = (char) value;
      if (c == '#' || c == '\r' || c == '\n') {
        continue;
      }
      URI target = Redirects.resolve(FROM, "https://h.example/a" + c + "b?c" + c + "d=%2B");

      assertThat(target.toString())
          .matches("https://h\\.example/a[!-~]+b\\?c[!-~]+d=%2B")
          .doesNotContain("%252B");
    }
  }

  @Test
  void httpsDoesNotGoDownToHttp() {
    assertThatExceptionOfType(RedirectRefusedException.class)
        .isThrownBy(() -> Redirects.resolve(FROM, "http://service.example/f?X-Amz-Signature=S"))
        .withMessage(
            "https://service.example/backups/message/2016/12/05 redirected from https to plain"
                + " http (http://service.example/f), which is not followed");
  }

  @Test
  void httpMayGoUpToHttps() throws IOException {
    assertThat(Redirects.resolve(URI.create("http://a.example/x"), "https://a.example/x"))
        .isEqualTo(URI.create("https://a.example/x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/f", "file:///etc/passwd", "javascript:alert(1)", "mailto:a@b"})
  void otherSchemesAreRefused(String location) {
    assertThatExceptionOfType(RedirectRefusedException.class)
        .isThrownBy(() -> Redirects.resolve(FROM, location));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://%zz/f?sig=S3CRET",
        "https:///f?sig=S3CRET",
        "https://h:x/?S3CRET",
        "https://h:99999/f?sig=S3CRET",
        "https://h:65536/f?sig=S3CRET",
        "https://h:0/f?sig=S3CRET",
        "https://h:999999999999/f?sig=S3CRET",
        "https://[::1/f?sig=S3CRET",
        "https://user:S3CRET@/f",
        "https://m\u00c3\u00bcnchen.example/f?sig=S3CRET",
        "https://h%.example/f?sig=S3CRET",
        "https://h.example%2Fevil/f?sig=S3CRET",
        "",
        " ",
        "#S3CRET",
      })
  void whatIsNoUrlIsSaidWithoutRepeatingIt(String location) {
    assertThatExceptionOfType(RedirectRefusedException.class)
        .isThrownBy(() -> Redirects.resolve(FROM, location))
        .satisfies(e -> assertThat(e.getMessage()).contains("malformed Location"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("S3CRET"))
        .satisfies(e -> assertThat(e.getCause()).isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://me:S3CRET@h.example/f?sig=S3CRET", "//S3CRET@h.example/f"})
  void aUserInTheUrlIsRefusedWithoutRepeatingIt(String location) {
    assertThatExceptionOfType(RedirectRefusedException.class)
        .isThrownBy(() -> Redirects.resolve(FROM, location))
        .withMessage(
            "https://service.example/backups/message/2016/12/05 redirected to https://h.example/f"
                + " with a user or a password in the URL, which is not followed");
  }

  @Test
  void originsDifferInSchemeHostAndPort() {
    Origin origin = Origin.of(URI.create("https://Host.example/a")).orElseThrow();

    assertThat(Origin.of(URI.create("HTTPS://host.EXAMPLE:443/b"))).contains(origin);
    assertThat(Origin.of(URI.create("http://host.example/a"))).isNotEqualTo(origin);
    assertThat(Origin.of(URI.create("https://host.example:444/a")).orElseThrow())
        .isNotEqualTo(origin);
    assertThat(Origin.of(URI.create("https://host.example.evil/a")).orElseThrow())
        .isNotEqualTo(origin);
    assertThat(Origin.of(URI.create("https://my_bucket.example/a")))
        .contains(new Origin("https", "my_bucket.example", 443));
    assertThat(Origin.of(URI.create("/relative"))).isEmpty();
    assertThat(Origin.of(URI.create("https://host.example:65535/a"))).isPresent();
    assertThat(Origin.of(URI.create("https://host.example:65536/a"))).isEmpty();
    assertThat(Origin.of(URI.create("https://host.example:0/a"))).isEmpty();
  }
}
