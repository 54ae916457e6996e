package io.stockpile.connectors.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of adding or deleting rules, as far as the service answered. A request that was
 * answered only when it was sent again may have done more than is counted here; the list of the
 * rules in force tells.
 *
 * @param created how many rules were added
 * @param deleted how many rules were deleted
 * @param reasons why rules were not, in the service's words, by the rules' values
 */
public record RuleChange(long created, long deleted, Map<String, String> reasons) {
  static final RuleChange NONE = new RuleChange(0, 0, Map.of());

  public RuleChange {
    reasons = Map.copyOf(reasons);
  }

  /** Both. */
  RuleChange plus(RuleChange other) {
    Map<String, String> all = new LinkedHashMap<>(reasons);
    all.putAll(other.reasons);
    return new RuleChange(created + other.created, deleted + other.deleted, all);
  }
}
