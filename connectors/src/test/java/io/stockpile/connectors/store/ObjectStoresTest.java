package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoresTest {
  @TempDir Path temporary;

  @Test
  void aPathAndItsUriAreOneStore() throws IOException {
    Path root = temporary.resolve("my archive+1");
    try (ObjectStore path = ObjectStores.open(StoreLocation.of(root.toString()));
        ObjectStore uri = ObjectStores.open(StoreLocation.of(root.toUri().toString()));
        ObjectStore raw = ObjectStores.open(StoreLocation.of("file:" + root))) {
      path.putIfAbsent("a", new byte[] {1});

      assertThat(uri.find("a")).isPresent();
      assertThat(raw.find("a")).isPresent();
      assertThat(path.root()).isEqualTo(root.toString());
      assertThat(raw.root()).isEqualTo("file:" + root);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/data/archive, /data/archive",
    "/data/../archive/, /archive",
    "file:/data/a%20b, /data/a b",
    "file:///data/a b, /data/a b",
    "file://localhost/data, /data",
    "FILE:/data, /data",
    "./with:colon, CWD/with:colon",
    "relative/path, CWD/relative/path",
    "file:relative/path, CWD/relative/path",
    "~, HOME",
    "~/archive, HOME/archive",
    "~other, CWD/~other"
  })
  void localRootsAreReadAsUsersMeanThem(String root, String expected) {
    String path =
        expected
            .replace("CWD", Path.of("").toAbsolutePath().toString())
            .replace("HOME", System.getProperty("user.home"));

    assertThat(LocalRoot.parse(root)).isEqualTo(Path.of(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3:/x | after s3: come two slashes",
        "s3:bucket/x | after s3: come two slashes",
        "s3:// | names no bucket",
        "s3:///x | names no bucket",
        "s3://a..b/x | 'a..b' has two dots side by side",
        "s3://a..b | 'a..b' has two dots side by side",
        "s3://ab/x | 'ab' is shorter than the 3 characters",
        "s3://192.168.5.4/x | --s3Endpoint=http://192.168.5.4:9000",
        "s3://my bucket/x | 'my bucket' has SPACE in it",
        "s3://b\u00fccher/x | has LATIN SMALL LETTER U WITH DIAERESIS in it",
        "s3://bucket:9000/x | 'bucket:9000' has COLON in it",
        "s3://.bucket/x | does not begin and end with a letter or a digit",
        "s3://-bucket/x | does not begin and end with a letter or a digit",
        "s3://bucket./x | does not begin and end with a letter or a digit",
        "s3://bucket-/x | does not begin and end with a letter or a digit",
        "s3://bucket//x | it has an empty part",
        "s3://bucket/../x | a part begins with a dot",
        "gs:/bucket/x | after gs: come two slashes",
        "gs:// | is malformed: write gs://place/path",
        "gopher://place/x | the Beam module that brings this file system must be in the bundle",
        "gopher://place/x | No store for 'gopher://place/x'",
        "gopher://place/* | patterns",
        "file://host/x | names the host host",
        "file:///x?y | write ? as %3F",
        "'' | is empty",
      })
  void malformedRootsAreRefused(String root, String message) {
    assertThatThrownBy(() -> ObjectStores.open(StoreLocation.of(root)).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aBucketsNameIsNotTooLong() throws IOException {
    ObjectStores.open(at("s3://" + "b".repeat(255))).close();
    assertThatThrownBy(() -> ObjectStores.open(at("s3://" + "b".repeat(256))).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is longer than the 255 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my.bucket",
        "a.b-c",
        "1.2.3.4.5",
        "Old_Bucket",
        "OLD_",
        "xn--old",
        "reader-x1y2z3-s3alias",
        "zone--use1-az4--x-s3"
      })
  void bucketsNamesOfAllKindsAreTaken(String bucket) throws IOException {
    ObjectStores.open(at("s3://" + bucket + "/x")).close();
  }

  private static StoreLocation at(String root) {
    return new StoreLocation(root, "http://127.0.0.1:9", false, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9000", "localhost", "ftp://x", "http://", "not a uri"})
  void malformedEndpointsAreRefused(String endpoint) {
    assertThatThrownBy(
            () ->
                ObjectStores.open(new StoreLocation("s3://bucket", endpoint, true, false)).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + endpoint + "' is no S3 endpoint");
  }

  @Test
  void secretsInRootOrEndpointAreRefusedAndNotRepeated() {
    for (StoreLocation location :
        new StoreLocation[] {
          StoreLocation.of("s3://key:hunter2@bucket/x"),
          new StoreLocation("s3://bucket/x", "http://key:hunter2@127.0.0.1:9000", true, false)
        }) {
      assertThatThrownBy(() -> ObjectStores.open(location).close())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Credentials do not belong there")
          .hasMessageNotContaining("hunter2");
    }
  }
}
