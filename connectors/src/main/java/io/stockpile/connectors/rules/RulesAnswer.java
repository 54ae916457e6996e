package io.stockpile.connectors.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockpile.connectors.http.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service's answer to one request to add or delete rules. */
final class RulesAnswer {
  private final RuleSet batch;
  private final JsonNode json;
  private final String verb;
  private final boolean refused;

  /**
   * @param batch the rules of the request
   * @param verb {@code created} or {@code deleted}, as the answer's fields have it
   * @param refused whether the status says that the service did not change any rule of the batch
   */
  RulesAnswer(RuleSet batch, JsonNode json, String verb, boolean refused) {
    this.batch = batch;
    this.json = json;
    this.verb = verb;
    this.refused = refused;
  }

  /** Whether the answer says something about single rules. */
  static boolean isIn(JsonNode json) {
    return json.path("summary").isObject() && json.path("detail").isArray();
  }

  /** How many rules were created or deleted. */
  long changed() {
    return refused ? 0 : json.path("summary").path(verb).asLong(batch.size());
  }

  /** Why rules were not created or deleted, by their values. */
  Map<String, String> reasons(Redaction redaction) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (JsonNode detail : json.path("detail")) {
      if (!detail.path(verb).asBoolean(true) && detail.hasNonNull("message")) {
        reasons.put(
            detail.path("rule").path("value").asText(""),
            redaction.text(detail.path("message").asText()));
      }
    }
    return reasons;
  }

  /**
   * The rules of a refused batch without an error of their own. They were refused only because of
   * an invalid rule in the same batch, and must be sent again.
   */
  RuleSet spared(Map<String, String> reasons) {
    if (!refused) {
      return RuleSet.of(List.of());
    }
    List<PowerTrackRule> spared = new ArrayList<>(batch.rules());
    spared.removeIf(rule -> reasons.containsKey(rule.value()));
    return RuleSet.of(spared);
  }
}
