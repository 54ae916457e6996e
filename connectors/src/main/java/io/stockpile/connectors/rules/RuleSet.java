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
 * A set of rules. Immutable.
 *
 * @param rules the rules, ordered by their values
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
   * @throws IOException when the file is none of these, is blank, or has a value with two tags; the
   *     message says what is wrong
   */
  public static RuleSet parse(String where, byte[] content) throws IOException {
    return new RuleFile(where).read(content);
  }

  /**
   * Parses a list of rules in the form of the API's answers.
   *
   * @throws IllegalArgumentException when it is not such a list
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

  /** The set in the form that the API takes. */
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
   * A digest that identifies the set: the SHA-256, in lower-case hex, of all values and tags in
   * order. The ids that the service gives to rules do not count.
   */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    for (PowerTrackRule rule : rules) {
      digest.update((rule.value() + "\0" + rule.tag() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest);
  }
}
