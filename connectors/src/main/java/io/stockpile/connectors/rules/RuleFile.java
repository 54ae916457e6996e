package io.stockpile.connectors.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.connectors.json.BrokenJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses a file of rules that a user wrote. Anything unexpected in it is refused and not ignored.
 */
final class RuleFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final Set<String> RULE_FIELDS = Set.of("value", "tag", "id", "id_str");
  private static final Set<String> FILE_FIELDS = Set.of("rules", "sent");

  private final String where;

  /**
   * @param where the file's name, for messages
   */
  RuleFile(String where) {
    this.where = where;
  }

  RuleSet read(byte[] content) throws IOException {
    String text = text(content).strip();
    if (text.isEmpty()) {
      throw wrong("it is empty; no rules at all are written as {\"rules\":[]}");
    }
    List<PowerTrackRule> rules = new ArrayList<>();
    if (text.startsWith("{") || text.startsWith("[")) {
      for (JsonNode rule : array(json(text))) {
        rules.add(rule(rule, rules.size() + 1));
      }
    } else {
      text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line -> rules.add(new PowerTrackRule(line, "")));
    }
    Map<String, String> tags = new HashMap<>();
    for (PowerTrackRule rule : rules) {
      String other = tags.putIfAbsent(rule.value(), rule.tag());
      if (other != null && !other.equals(rule.tag())) {
        throw wrong(
            "it has the rule "
                + rule.value()
                + " with two tags, '"
                + other
                + "' and '"
                + rule.tag()
                + "', but a stream has a rule once");
      }
    }
    return RuleSet.of(rules);
  }

  private JsonNode json(String text) throws IOException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw wrong("it is broken JSON, " + BrokenJson.problem(e));
    }
  }

  private JsonNode array(JsonNode json) throws IOException {
    if (json.isArray()) {
      return json;
    }
    onlyThese(json, FILE_FIELDS, "its object");
    if (!json.path("rules").isArray()) {
      throw wrong("it has no array 'rules'");
    }
    return json.path("rules");
  }

  private PowerTrackRule rule(JsonNode json, int number) throws IOException {
    if (json.isTextual() && !json.textValue().isBlank()) {
      return new PowerTrackRule(json.textValue(), "");
    }
    String which = "rule number " + number;
    if (!json.isObject()) {
      throw wrong(which + " is neither an object nor a text with something in it");
    }
    onlyThese(json, RULE_FIELDS, which);
    JsonNode value = json.path("value");
    JsonNode tag = json.path("tag");
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(which + " has no text 'value'");
    }
    if (!tag.isTextual() && !tag.isNull() && !tag.isMissingNode()) {
      throw wrong("the 'tag' of " + which + " is no text");
    }
    return new PowerTrackRule(value.textValue(), tag.asText(""));
  }

  private void onlyThese(JsonNode json, Set<String> known, String which) throws IOException {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw wrong(which + " has a field '" + name + "' that rules do not have");
      }
    }
  }

  private IOException wrong(String problem) {
    return new IOException(
        where
            + " is no file of rules: "
            + problem
            + ". Write {\"rules\":[{\"value\":\"…\",\"tag\":\"…\"}]}, or a rule on each line.");
  }

  private String text(byte[] content) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(where + " is no file of rules: it is not UTF-8 text", e);
    }
  }
}
