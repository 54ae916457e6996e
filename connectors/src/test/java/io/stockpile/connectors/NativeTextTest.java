package io.stockpile.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.credentials.CredentialsMissingException;
import io.stockpile.connectors.credentials.CredentialsReference;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeTextTest {
  @Test
  void theCureFollowsTheCharacterSet() {
    assertThat(NativeText.cure("ANSI_X3.4-1968"))
        .contains("ANSI_X3.4-1968")
        .contains("LC_ALL=C.UTF-8");
    assertThat(NativeText.cure("UTF-8")).contains("U+FFFD").doesNotContain("LC_ALL");
    assertThat(NativeText.cure("utf8")).doesNotContain("LC_ALL");
  }

  @Test
  void aPasswordThatJavaCouldNotReadIsNotSent() {
    Map<String, String> environment =
        Map.of("NAME_USERNAME", "me", "NAME_PASSWORD", "pa\uFFFD\uFFFDss");

    assertThatThrownBy(
            () ->
                CredentialsReference.parse("env:NAME")
                    .resolve(name -> Optional.ofNullable(environment.get(name))))
        .isInstanceOf(CredentialsMissingException.class)
        .hasMessageContaining("NAME_PASSWORD")
        .hasMessageContaining("could not read")
        .hasMessageNotContaining("ss.");
  }
}
