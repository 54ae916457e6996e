package io.stockpile.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one stream as the rules API keeps them: by their values, whatever their tags. A
 * request with an invalid rule in it adds none. Thread-safe.
 */
final class SimulatedRules {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long FIRST_ID = 715_947_673_707_089_920L;
  private static final int MOST_BYTES = 5_000_000;

  private record Rule(String tag, long id) {}

  private final Map<String, Rule> held = new LinkedHashMap<>();
  private long nextId = FIRST_ID;

  /** Puts a rule in force that has no tag. */
  synchronized void put(String value) {
    held.putIfAbsent(value, new Rule("", nextId++));
  }

  synchronized Reply answer(ReceivedRequest request) throws IOException {
    if (request.method().equals("GET")) {
      return Reply.text(200, "application/json", list());
    }
    if (request.body().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Reply.text(413, "Request Entity Too Large");
    }
    JsonNode rules = MAPPER.readTree(request.body()).path("rules");
    if (!rules.isArray()) {
      return Reply.text(
          400,
          "application/json",
          "{\"error\":{\"message\":\"Invalid JSON. The body must be ...\"}}");
    }
    if (request.target().contains("_method=delete")) {
      return Reply.text(200, "application/json", delete(rules));
    }
    for (JsonNode rule : rules) {
      if (problem(rule).isPresent()) {
        return Reply.text(422, "application/json", refusal(rules));
      }
    }
    return Reply.text(201, "application/json", add(rules));
  }

  private String list() {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode rules = json.putArray("rules");
    held.forEach(
        (value, rule) -> {
          ObjectNode object = rules.addObject().put("value", value);
          object.put("tag", rule.tag().isEmpty() ? null : rule.tag());
          object.put("id", rule.id()).put("id_str", Long.toString(rule.id()));
        });
    return json.put("sent", "2016-06-01T00:00:00.000Z").toString();
  }

  private String add(JsonNode rules) {
    Answer answer = new Answer("created");
    for (JsonNode rule : rules) {
      Rule added = new Rule(rule.path("tag").asText(""), nextId++);
      boolean there = held.putIfAbsent(rule.path("value").asText(), added) != null;
      answer.detail(
          rule,
          !there,
          there ? Optional.of("A rule with this value already exists") : Optional.empty());
    }
    return answer.text();
  }

  private String delete(JsonNode rules) {
    Answer answer = new Answer("deleted");
    for (JsonNode rule : rules) {
      if (held.remove(rule.path("value").asText()) == null) {
        answer.detail(rule, false, Optional.of("Rule does not exist"));
      } else {
        answer.count(true);
      }
    }
    return answer.text();
  }

  private String refusal(JsonNode rules) {
    Answer answer = new Answer("created");
    rules.forEach(rule -> answer.detail(rule, false, problem(rule)));
    return answer.text();
  }

  private static Optional<String> problem(JsonNode rule) {
    String value = rule.path("value").asText();
    int and = value.indexOf(" AND ");
    if (and >= 0) {
      return Optional.of(
          "Ambiguous use of and as a keyword. Use a space to logically join two clauses, or"
              + " \"and\" to find occurrences of and in text (at position "
              + (and + 2)
              + ")\n");
    }
    return value.startsWith("-")
        ? Optional.of("Rules must contain a non-negation term (at position 1)\n")
        : Optional.empty();
  }

  /** An answer as it is being made. */
  private static final class Answer {
    private final ObjectNode json = MAPPER.createObjectNode();
    private final ObjectNode summary = json.putObject("summary");
    private final ArrayNode details = json.putArray("detail");
    private final String verb;
    private int done;
    private int undone;

    Answer(String verb) {
      this.verb = verb;
    }

    void count(boolean changed) {
      done += changed ? 1 : 0;
      undone += changed ? 0 : 1;
    }

    void detail(JsonNode rule, boolean changed, Optional<String> message) {
      count(changed);
      ObjectNode detail = details.addObject();
      detail.set("rule", rule);
      detail.put(verb, changed);
      message.ifPresent(text -> detail.put("message", text));
    }

    String text() {
      summary.put(verb, done).put("not_" + verb, undone);
      return json.put("sent", "2016-06-01T00:00:00.000Z").toString();
    }
  }
}
