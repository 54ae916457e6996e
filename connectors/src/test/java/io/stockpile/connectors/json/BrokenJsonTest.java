package io.stockpile.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenJsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\"", "{\"a\":tru}", "x", "\"ab", "{\"a\":1}}"})
  void placeAndProblemAreSaidWithoutTheParsersOwnNoise(String text) {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    JsonProcessingException broken =
        catchThrowableOfType(JsonProcessingException.class, () -> mapper.readTree(text));

    assertThat(BrokenJson.problem(broken))
        .matches("line 1, column \\d+: \\w.*")
        .doesNotContain("Source", "REDACTED", "start marker", "\n");
  }
}
