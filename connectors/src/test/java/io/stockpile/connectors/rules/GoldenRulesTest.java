package io.stockpile.connectors.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.json.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenRulesTest {
  private static final RuleSet RULES =
      RuleSet.of(
          List.of(
              new PowerTrackRule("\"apple pie\" OR ($AAPL has:geo)", "fruit"),
              new PowerTrackRule("zürich 東京 \u0001 \\ /", ""),
              new PowerTrackRule("$AAPL", "tag with \"quotes\"")));

  @Test
  void rulesForPeopleAndScriptsAreWrittenAndReadAsEver() throws IOException {
    GoldenFile.hold("rules.json", RULES.toText().getBytes(StandardCharsets.UTF_8));
    assertThat(RuleSet.parse("rules.json", GoldenFile.read("rules.json"))).isEqualTo(RULES);
  }

  @Test
  void rulesForTheServiceAreWrittenAsEver() throws IOException {
    GoldenFile.hold("rules-request.json", RULES.toJson());
    assertThat(RuleSet.parse("x", GoldenFile.read("rules-request.json"))).isEqualTo(RULES);
  }

  @Test
  void noRulesAreWrittenAndReadAsEver() throws IOException {
    RuleSet none = RuleSet.of(List.of());
    GoldenFile.hold("rules-none.json", none.toText().getBytes(StandardCharsets.UTF_8));
    assertThat(RuleSet.parse("x", GoldenFile.read("rules-none.json"))).isEqualTo(none);
  }

  @Test
  void theHashOfASetIsWhatItAlwaysWas() {
    assertThat(RULES.sha256())
        .isEqualTo("7fb46a330315447c7268896ebf485dbb84f7eab9c02a87623c09655ff7d40fde");
  }
}
