package io.stockpile.connectors.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsReferenceTest {
  @TempDir Path directory;

  @Test
  void readsTheTwoVariablesThatTheNameBegins() throws IOException {
    Credentials credentials =
        resolve("env:FIRE", Map.of("FIRE_USERNAME", "user", "FIRE_PASSWORD", "pa:ss"));

    // printf 'user:pa:ss' | base64
    assertThat(credentials.basicAuthorization()).isEqualTo("Basic dXNlcjpwYTpzcw==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:pa:ss\n", "user:pa:ss", "user:pa:ss\r\nmore\n", "\uFEFFuser:pa:ss"})
  void readsTheFirstLineOfAFile(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), content);

    assertThat(resolve("file:" + file, Map.of()).basicAuthorization())
        .isEqualTo("Basic dXNlcjpwYTpzcw==");
  }

  @Test
  void namesTheVariableThatIsMissing() {
    assertMissing("env:FIRE", Map.of("FIRE_USERNAME", "user"), "FIRE_PASSWORD is not set");
    assertMissing("env:FIRE", Map.of("FIRE_PASSWORD", "tops3cret"), "FIRE_USERNAME is not set");
    assertMissing(
        "env:FIRE", Map.of("FIRE_USERNAME", "", "FIRE_PASSWORD", "tops3cret"), "is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tops3cret", ":tops3cret", "tops3cret:", ""})
  void saysWhatIsWrongWithTheFirstLineWithoutRepeatingIt(String line) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), line);

    assertMissing("file:" + file, Map.of(), "must be username:password, but it ");
  }

  @Test
  void saysThatAFileIsMissingOrNoText() throws IOException {
    Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertMissing("file:" + directory.resolve("none"), Map.of(), "does not exist");
    assertMissing("file:" + binary, Map.of(), "cannot be read as text");
    assertMissing("file:" + directory, Map.of(), "cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:tops3cret", "env:", "env:A-B", "file:", "", "tops3cret"})
  void refusesWhatIsNoReferenceWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialsReference.parse(text))
        .satisfies(
            e -> assertThat(e.getMessage()).contains("env:NAME").doesNotContain("tops3cret"));
  }

  @Test
  void neitherReferenceNorCredentialsShowASecret() {
    assertThat(CredentialsReference.parse("env:FIRE")).hasToString("env:FIRE");
    assertThat(CredentialsReference.parse("file:/a/b")).hasToString("file:/a/b");
    assertThat(new Credentials("user", "tops3cret").toString()).doesNotContain("user", "tops3cret");
  }

  @Test
  void differentCredentialsHaveDifferentFingerprints() {
    assertThat(new Credentials("a", "b").fingerprint())
        .isEqualTo(new Credentials("a", "b").fingerprint())
        .isNotEqualTo(new Credentials("a", "c").fingerprint());
  }

  private static Credentials resolve(String reference, Map<String, String> environment)
      throws IOException {
    return CredentialsReference.parse(reference)
        .resolve(name -> Optional.ofNullable(environment.get(name)));
  }

  private static void assertMissing(
      String reference, Map<String, String> environment, String message) {
    assertThatExceptionOfType(CredentialsMissingException.class)
        .isThrownBy(() -> resolve(reference, environment))
        .satisfies(e -> assertThat(e.getMessage()).contains(message).doesNotContain("tops3cret"));
  }
}
