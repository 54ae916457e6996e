package io.stockpile.connectors.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference between two sets of rules. The service identifies a rule by its value only, so a
 * rule with another tag is neither missing nor surplus.
 *
 * @param missing wanted rules that are not in force
 * @param retagged wanted rules that are in force with another tag
 * @param surplus rules that are in force but not wanted
 * @param same wanted rules that are in force
 */
public record RuleDifference(RuleSet missing, RuleSet retagged, RuleSet surplus, RuleSet same) {

  /** The difference that must be removed to make the wanted rules the ones in force. */
  public static RuleDifference between(RuleSet inForce, RuleSet wanted) {
    Map<String, PowerTrackRule> left = new LinkedHashMap<>();
    inForce.rules().forEach(rule -> left.put(rule.value(), rule));
    List<PowerTrackRule> missing = new ArrayList<>();
    List<PowerTrackRule> retagged = new ArrayList<>();
    List<PowerTrackRule> same = new ArrayList<>();
    for (PowerTrackRule rule : wanted.rules()) {
      PowerTrackRule held = left.remove(rule.value());
      if (held == null) {
        missing.add(rule);
      } else if (held.equals(rule)) {
        same.add(rule);
      } else {
        retagged.add(rule);
      }
    }
    return new RuleDifference(
        RuleSet.of(missing), RuleSet.of(retagged), RuleSet.of(left.values()), RuleSet.of(same));
  }

  /** The part of this difference that is not in another one. */
  public RuleDifference without(RuleDifference other) {
    return new RuleDifference(
        missing.minus(other.missing),
        retagged.minus(other.retagged).minus(other.missing),
        surplus.minus(other.surplus),
        same);
  }

  /** The part of this difference that is also in another one. */
  public RuleDifference within(RuleDifference other) {
    return new RuleDifference(
        missing.and(other.missing), retagged.and(other.retagged), surplus.and(other.surplus), same);
  }

  /** Whether there is no difference. */
  public boolean isEmpty() {
    return missing.isEmpty() && retagged.isEmpty() && surplus.isEmpty();
  }
}
