package io.stockpile.connectors.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.json.RecordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rules without an order and without one twice. Immutable.
 *
 * @param rules in the order of their values
 */
public record RuleSet(List<PowerTrackRule> rules) {
  public RuleSet {
    rules = List.copyOf(new TreeSet<>(rules));
  }

  public static RuleSet of(Collection<PowerTrackRule> rules) {
    return new RuleSet(List.copyOf(rules));
  }

  /**
   * Reads a file of rules: JSON as the API has it, {@code
   * {"rules":[{"value":"…","tag":"…"},{"value":"…"}]}}, or the array in it alone, or text with a
   * rule's value on each line.
   *
   * @param where the file's name, for messages
   * @throws IOException when it is none of these, is blank, or has a value with two tags; the
   *     message says what is wrong with it
   */
  public static RuleSet parse(String where, byte[] content) throws IOException {
    return new RuleFile(where).read(content);
  }

  /**
   * Reads a list of rules as the API answers it.
   *
   * @throws IllegalArgumentException when it is none
   */
  static RuleSet ofJson(JsonNode json) {
    JsonNode array = json.path("rules");
    if (!array.isArray()) {
      throw new IllegalArgumentException("it has no array 'rules'");
    }
    List<PowerTrackRule> rules = new ArrayList<>();
    for (JsonNode rule : array) {
      if (!rule.path("value").isTextual()) {
        throw new IllegalArgumentException("a rule without a text 'value' is in it");
      }
      rules.add(new PowerTrackRule(rule.path("value").textValue(), rule.path("tag").asText("")));
    }
    return of(rules);
  }

  /** The set as {@link #parse} reads it, with a rule on each line. */
  public String toText() {
    return rules.stream()
        .map(RecordFile::line)
        .collect(Collectors.joining(",\n", "{\"rules\":[\n", "\n]}\n"));
  }

  /** As the API takes it. */
  byte[] toJson() {
    return RecordFile.line(this).getBytes(StandardCharsets.UTF_8);
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  public int size() {
    return rules.size();
  }

  /** The rules of both sets. */
  public RuleSet plus(RuleSet other) {
    List<PowerTrackRule> all = new ArrayList<>(rules);
    all.addAll(other.rules);
    return of(all);
  }

  /** The rules of this set whose values the other does not have, whatever their tags. */
  public RuleSet minus(RuleSet other) {
    Set<String> values = other.values();
    return of(rules.stream().filter(rule -> !values.contains(rule.value())).toList());
  }

  /** The rules of this set whose values the other has too, whatever their tags. */
  RuleSet and(RuleSet other) {
    return minus(minus(other));
  }

  private Set<String> values() {
    return rules.stream().map(PowerTrackRule::value).collect(Collectors.toSet());
  }

  /**
   * Tells two sets apart: the SHA-256, in lower-case hex, of all values and tags in order. Ids,
   * which the service gives, are no part of it.
   */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    for (PowerTrackRule rule : rules) {
      digest.update((rule.value() + "\0" + rule.tag() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest);
  }
}
