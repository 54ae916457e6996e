package io.stockpile.connectors.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How two sets of rules differ. The service knows a rule by its value alone, so a rule whose tag is
 * another one is neither missing nor too much.
 *
 * @param missing what is wanted and not in force
 * @param retagged what is in force with another tag, as it is wanted
 * @param surplus what is in force and not wanted
 * @param same what is in force as it is wanted
 */
public record RuleDifference(RuleSet missing, RuleSet retagged, RuleSet surplus, RuleSet same) {

  /** What has to be done to the rules in force to make them those that are wanted. */
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

  /** What of this difference is not in another. */
  public RuleDifference without(RuleDifference other) {
    return new RuleDifference(
        missing.minus(other.missing),
        retagged.minus(other.retagged).minus(other.missing),
        surplus.minus(other.surplus),
        same);
  }

  /** What of this difference is in another too. */
  public RuleDifference within(RuleDifference other) {
    return new RuleDifference(
        missing.and(other.missing), retagged.and(other.retagged), surplus.and(other.surplus), same);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return missing.isEmpty() && retagged.isEmpty() && surplus.isEmpty();
  }
}
