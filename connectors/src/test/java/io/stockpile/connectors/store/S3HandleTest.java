package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.json.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.CompletedPart;

class S3HandleTest {
  private static final S3Handle HANDLE =
      new S3Handle(
          "upload",
          "token",
          List.of(
              new S3Handle.Part("\"etag-1\"", Optional.of("AAAAAA==")),
              new S3Handle.Part("\"etag-2\"", Optional.empty())));

  @Test
  void comesBackFromItsText() {
    assertThat(S3Handle.fromJson(HANDLE.toJson())).isEqualTo(HANDLE);
  }

  @Test
  void isWrittenAndReadAsEver() throws IOException {
    GoldenFile.hold("s3-handle.json", HANDLE.toJson().getBytes(StandardCharsets.UTF_8));
    assertThat(S3Handle.fromJson(GoldenFile.text("s3-handle.json"))).isEqualTo(HANDLE);
  }

  @Test
  void numbersPartsFromOneAndGivesChecksumsBack() {
    assertThat(HANDLE.completedParts())
        .containsExactly(
            CompletedPart.builder()
                .partNumber(1)
                .eTag("\"etag-1\"")
                .checksumCRC32("AAAAAA==")
                .build(),
            CompletedPart.builder().partNumber(2).eTag("\"etag-2\"").build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{}", "[]", "5f9c", "{\"upload_id\":\"x\"}", "{\"upload_id\":7}"})
  void otherTextIsRefused(String text) {
    assertThatThrownBy(() -> S3Handle.fromJson(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no handle of an S3 upload");
  }
}
