package io.stockpile.schedule;

import io.kubernetes.client.openapi.models.V1PodFailurePolicy;
import io.kubernetes.client.openapi.models.V1PodFailurePolicyOnExitCodesRequirement;
import io.kubernetes.client.openapi.models.V1PodFailurePolicyOnPodConditionsPattern;
import io.kubernetes.client.openapi.models.V1PodFailurePolicyRule;
import java.util.List;
import java.util.Set;

/** What Kubernetes does with a failed pod, according to its documentation. */
record FailurePolicy(V1PodFailurePolicy policy) {

  /** The action for a container that ended with this code on a pod with these conditions. */
  String actionFor(int exitCode, Set<String> conditions) {
    for (V1PodFailurePolicyRule rule : policy.getRules()) {
      V1PodFailurePolicyOnExitCodesRequirement codes = rule.getOnExitCodes();
      if (codes != null
          && codes.getValues().contains(exitCode) == codes.getOperator().equals("In")) {
        return rule.getAction();
      }
      List<V1PodFailurePolicyOnPodConditionsPattern> patterns = rule.getOnPodConditions();
      if (patterns != null
          && patterns.stream().anyMatch(pattern -> conditions.contains(pattern.getType()))) {
        return rule.getAction();
      }
    }
    return "Count";
  }
}
