package io.stockpile.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules of one stream, by value and tag, as the rules API keeps them. Thread-safe. */
final class SimulatedRules {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long FIRST_ID = 715_947_673_707_089_920L;
  private static final int MOST_IN_A_REQUEST = 1000;

  private record Rule(String value, String tag) {}

  private final Map<Rule, Long> ids = new LinkedHashMap<>();
  private long nextId = FIRST_ID;

  synchronized Reply answer(ReceivedRequest request) throws IOException {
    if (request.method().equals("GET")) {
      return Reply.text(200, "application/json", list());
    }
    JsonNode rules = MAPPER.readTree(request.body()).path("rules");
    if (!rules.isArray() || rules.size() > MOST_IN_A_REQUEST) {
      return Reply.text(422, "{\"error\":{\"message\":\"Rules are missing or too many\"}}");
    }
    boolean deletes = request.target().contains("_method=delete");
    return Reply.text(deletes ? 200 : 201, "application/json", change(rules, deletes));
  }

  private String list() {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode rules = json.putArray("rules");
    ids.forEach(
        (rule, id) -> {
          ObjectNode object = rules.addObject().put("value", rule.value());
          object.put("tag", rule.tag().isEmpty() ? null : rule.tag());
          object.put("id", id).put("id_str", Long.toString(id));
        });
    return json.put("sent", "2016-06-01T00:00:00.000Z").toString();
  }

  private String change(JsonNode rules, boolean deletes) {
    String verb = deletes ? "deleted" : "created";
    ObjectNode json = MAPPER.createObjectNode();
    ObjectNode summary = json.putObject("summary");
    ArrayNode details = json.putArray("detail");
    int done = 0;
    for (JsonNode node : rules) {
      Rule rule = new Rule(node.path("value").asText(), node.path("tag").asText(""));
      boolean changes = deletes == ids.containsKey(rule);
      if (changes && deletes) {
        ids.remove(rule);
      } else if (changes) {
        ids.put(rule, nextId++);
      }
      done += changes ? 1 : 0;
      ObjectNode detail = details.addObject();
      detail.putObject("rule").put("value", rule.value());
      detail.put(verb, changes);
      if (!changes) {
        detail.put("message", deletes ? "No such rule" : "A rule with this value already exists");
      }
    }
    summary.put(verb, done).put("not_" + verb, rules.size() - done);
    return json.toString();
  }
}
