package io.stockpile.connectors.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Rules without an order and without one twice. Immutable.
 *
 * @param rules in the order of their values
 */
public record RuleSet(List<PowerTrackRule> rules) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  public RuleSet {
    rules = List.copyOf(new TreeSet<>(rules));
  }

  public static RuleSet of(Collection<PowerTrackRule> rules) {
    return new RuleSet(List.copyOf(rules));
  }

  /**
   * Reads a file of rules: JSON as the API has it, {@code
   * {"rules":[{"value":"…","tag":"…"},{"value":"…"}]}}, or text with a rule's value on each line.
   *
   * @param where the file's name, for messages
   * @throws IOException when it is neither; the message says what is wrong with it
   */
  public static RuleSet parse(String where, byte[] content) throws IOException {
    String text = text(where, content).strip();
    if (!text.startsWith("{")) {
      return of(
          text.lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .map(line -> new PowerTrackRule(line, ""))
              .toList());
    }
    try {
      return ofJson(MAPPER.readTree(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(
          where
              + " is no file of rules ("
              + e.getMessage()
              + "). Write {\"rules\":[{\"value\":\"…\",\"tag\":\"…\"}]}, or a rule on each line.",
          e);
    }
  }

  static RuleSet ofJson(JsonNode json) {
    JsonNode array = json.path("rules");
    if (!array.isArray()) {
      throw new IllegalArgumentException("it has no array 'rules'");
    }
    TreeSet<PowerTrackRule> rules = new TreeSet<>();
    for (JsonNode rule : array) {
      if (!rule.path("value").isTextual()) {
        throw new IllegalArgumentException("a rule without a text 'value' is in it");
      }
      rules.add(new PowerTrackRule(rule.path("value").textValue(), rule.path("tag").asText("")));
    }
    return of(rules);
  }

  /** As the API takes it. */
  byte[] toJson() {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode array = json.putArray("rules");
    for (PowerTrackRule rule : rules) {
      ObjectNode object = array.addObject().put("value", rule.value());
      if (!rule.tag().isEmpty()) {
        object.put("tag", rule.tag());
      }
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  public int size() {
    return rules.size();
  }

  /** The rules that are in this set and not in the other. */
  public RuleSet minus(RuleSet other) {
    TreeSet<PowerTrackRule> left = new TreeSet<>(rules);
    left.removeAll(new TreeSet<>(other.rules));
    return of(left);
  }

  /**
   * Tells two sets apart: the SHA-256, in lower-case hex, of all values and tags in order. Ids,
   * which the service gives, are no part of it.
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (PowerTrackRule rule : rules) {
        digest.update((rule.value() + "\0" + rule.tag() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String text(String where, byte[] content) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(where + " is not UTF-8 text", e);
    }
  }
}
