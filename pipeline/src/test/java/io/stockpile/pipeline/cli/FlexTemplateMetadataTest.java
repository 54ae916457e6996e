package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checked-in metadata is that which the options generate; {@code -Dflex.metadata=write} writes
 * it.
 */
class FlexTemplateMetadataTest {
  private static final Path DIRECTORY = Path.of("..", "deploy", "dataflow");

  @ParameterizedTest
  @EnumSource(names = {"BACKFILL", "REPLAY", "DERIVE"})
  void theMetadataIsWhatTheOptionsGive(Command command) throws IOException {
    Path file = DIRECTORY.resolve("flex-template-" + command.word() + ".json");
    String metadata = FlexTemplateMetadata.of(command);
    if ("write".equals(System.getProperty("flex.metadata"))) {
      Files.writeString(file, metadata);
    }

    assertThat(file)
        .as(
            "%s must follow the options; write it anew with mvn -pl pipeline -am test"
                + " -Dtest=FlexTemplateMetadataTest -Dflex.metadata=write"
                + " -Dsurefire.failIfNoSpecifiedTests=false",
            file)
        .hasContent(metadata);
  }

  @ParameterizedTest
  @EnumSource(names = {"BACKFILL", "REPLAY", "DERIVE"})
  void credentialsAreTakenAsReferencesOnly(Command command) throws IOException {
    for (JsonNode parameter :
        new ObjectMapper().readTree(FlexTemplateMetadata.of(command)).get("parameters")) {
      String name = parameter.get("name").asText();
      assertThat(name).doesNotContainIgnoringCase("password").doesNotContainIgnoringCase("secret");
      if (name.endsWith("Credentials")) {
        String pattern = parameter.get("regexes").get(0).asText();
        assertThat("env:FIRESTREAM").matches(pattern);
        assertThat("gcp-secret:projects/p/secrets/s/versions/3").matches(pattern);
        assertThat("user:password").doesNotMatch(pattern);
      }
    }
  }
}
