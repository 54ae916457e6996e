package io.stockpile.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogChoiceTest {
  @Test
  void withoutANameItIsTheArchiveItself() {
    assertThat(CatalogChoice.parse("", "")).isEqualTo(CatalogChoice.IN_ARCHIVE);
    assertThat(CatalogChoice.parse("", "").inArchive()).isTrue();
  }

  @Test
  void propertiesKeepIcebergsNamesAndReferencesStayReferences() {
    CatalogChoice choice =
        CatalogChoice.parse(
            "prod", "type=rest, uri=https://h/x?a=b ,token=env:CATALOG_TOKEN,warehouse=file:/w");

    assertThat(choice.properties())
        .containsEntry("type", "rest")
        .containsEntry("uri", "https://h/x?a=b")
        .containsEntry("token", "env:CATALOG_TOKEN")
        .containsEntry("warehouse", "file:/w");
    assertThat(choice.toString()).isEqualTo("the catalog prod {type=rest}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "prod|''|kind of catalog",
        "prod|uri=x|kind of catalog",
        "''|type=rest|names none",
        "a/b|type=rest|letters, digits",
        "prod|type=rest,uri|without a name and a value",
        "prod|type=rest,=x|without a name and a value",
        "prod|type=rest,type=jdbc|twice"
      })
  void whatCannotBeMeantIsRefused(String name, String properties, String why) {
    assertThatThrownBy(() -> CatalogChoice.parse(name, properties))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Option --catalog")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "token=s3cr3t",
    "credential=me:s3cr3t",
    "jdbc.password=s3cr3t",
    "s3.secret-access-key=s3cr3t",
    "s3.session-token=s3cr3t",
    "header.Authorization=Bearer s3cr3t",
    "uri=jdbc:postgresql://me:s3cr3t@h/db",
    "uri=jdbc:postgresql://h/db?user=me&password=s3cr3t",
    "uri=https://h?TOKEN=s3cr3t"
  })
  void aSecretInTheClearIsRefusedAndNotRepeated(String property) {
    assertThatThrownBy(() -> CatalogChoice.parse("prod", "type=rest," + property))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Option --catalogProperties")
        .hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({
    "token-refresh-enabled",
    "token-expires-in-ms",
    "oauth2-server-uri",
    "client.credentials-provider",
    "warehouse"
  })
  void whatOnlySoundsLikeASecretIsNone(String property) {
    assertThat(CatalogChoice.isSecret(property)).isFalse();
  }
}
