package io.stockpile.connectors.rules;

import java.util.List;

/**
 * What a change of rules came to.
 *
 * @param changed how many rules were added or deleted
 * @param unchanged how many were not, for example because they were there, or not there, before
 * @param messages what the service says about those; for people
 */
public record RuleChange(long changed, long unchanged, List<String> messages) {
  static final RuleChange NONE = new RuleChange(0, 0, List.of());

  public RuleChange {
    messages = List.copyOf(messages);
  }
}
