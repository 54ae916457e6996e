package io.stockpile.connectors.rules;

import io.stockpile.connectors.http.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists, adds and deletes the rules of a PowerTrack Replay stream, which are not those of the
 * realtime stream. The service identifies a rule by its value: there is at most one rule with a
 * value, and it has one tag.
 *
 * <p>Rules are sent in batches of a size that the service takes. If a batch has an invalid rule,
 * the service adds none of it; the others are then sent again without that one. If a batch fails,
 * the earlier ones stay done. {@link #done} tells what was done, and repeating the call does the
 * rest. Not thread-safe; must be closed.
 */
public final class RulesClient implements AutoCloseable {
  private static final int BATCH_RULES = 1000;

  /** The service's own limit is five times that. */
  private static final int BATCH_BYTES = 1_000_000;

  private final URI url;
  private final RulesService service;
  private RuleChange done = RuleChange.NONE;

  public RulesClient(RulesSettings settings) {
    this(settings, Surroundings.system());
  }

  /**
   * @param surroundings clock, pauses, jitter and environment variables
   */
  public RulesClient(RulesSettings settings, Surroundings surroundings) {
    this.url = settings.rulesUrl();
    this.service = new RulesService(settings, surroundings);
  }

  /**
   * The rules that are in force.
   *
   * @throws RulesRefusedException when the service refuses
   * @throws IOException when the service cannot be reached or its answers cannot be parsed, in all
   *     attempts
   */
  public RuleSet list() throws IOException, InterruptedException {
    RulesService.Answer answer = service.ask(url, Optional.empty());
    try {
      return RuleSet.ofJson(answer.json());
    } catch (IllegalArgumentException e) {
      throw new IOException(
          url + " answered something that is no list of rules: " + e.getMessage(), e);
    }
  }

  /**
   * Adds rules. A rule whose value is in force already keeps its tag.
   *
   * @throws IOException as for {@link #list}
   */
  public RuleChange add(RuleSet rules) throws IOException, InterruptedException {
    RuleChange sum = RuleChange.NONE;
    for (RuleSet batch : batches(rules)) {
      Map<String, String> reasons = new LinkedHashMap<>();
      long created = 0;
      RuleSet left = batch;
      while (!left.isEmpty()) {
        RulesService.Answer answer = service.ask(url, Optional.of(left.toJson()));
        RulesAnswer said = new RulesAnswer(left, answer.json(), "created", answer.refused());
        Map<String, String> more = said.reasons(answer.redaction());
        reasons.putAll(more);
        created += said.changed();
        left = withoutProgress(more, left) ? RuleSet.of(List.of()) : said.spared(more);
      }
      sum = sum.plus(count(new RuleChange(created, 0, reasons)));
    }
    return sum;
  }

  /**
   * Whether a refusal names no rule of the batch, so that sending the rest again would have the
   * same result.
   */
  private static boolean withoutProgress(Map<String, String> reasons, RuleSet batch) {
    return batch.rules().stream().noneMatch(rule -> reasons.containsKey(rule.value()));
  }

  /**
   * Deletes the rules of these values, whatever their tags.
   *
   * @throws IOException as for {@link #list}
   */
  public RuleChange delete(RuleSet rules) throws IOException, InterruptedException {
    URI deleting = URI.create(url + "?_method=delete");
    RuleChange sum = RuleChange.NONE;
    for (RuleSet batch : batches(rules)) {
      RulesService.Answer answer = service.ask(deleting, Optional.of(batch.toJson()));
      RulesAnswer said = new RulesAnswer(batch, answer.json(), "deleted", answer.refused());
      sum = sum.plus(count(new RuleChange(0, said.changed(), said.reasons(answer.redaction()))));
    }
    return sum;
  }

  /**
   * Makes the rules in force equal to a set: adds missing rules, then deletes surplus ones, then
   * changes tags, for which a rule is deleted and added again. If the service finds one of the
   * missing rules invalid, nothing is deleted.
   *
   * @param difference the difference between the rules in force and the wanted ones
   * @throws IOException as for {@link #list}
   */
  public RuleChange apply(RuleDifference difference) throws IOException, InterruptedException {
    RuleChange change = add(difference.missing());
    if (change.created() < difference.missing().size()
        && !RuleDifference.between(list(), difference.missing()).missing().isEmpty()) {
      return change;
    }
    change = change.plus(delete(difference.surplus()));
    // Rules are deleted exactly as they are listed, in case the service compares the tag as well.
    RuleSet inForce = difference.retagged().isEmpty() ? RuleSet.of(List.of()) : list();
    for (RuleSet batch : batches(difference.retagged())) {
      change = change.plus(delete(inForce.and(batch))).plus(add(batch));
    }
    return change;
  }

  /** What all calls so far have done, including calls that failed. */
  public RuleChange done() {
    return done;
  }

  private RuleChange count(RuleChange change) {
    done = done.plus(change);
    return change;
  }

  static List<RuleSet> batches(RuleSet rules) {
    List<RuleSet> batches = new ArrayList<>();
    List<PowerTrackRule> batch = new ArrayList<>();
    int bytes = 0;
    for (PowerTrackRule rule : rules.rules()) {
      int size = new RuleSet(List.of(rule)).toJson().length;
      if (!batch.isEmpty() && (batch.size() == BATCH_RULES || bytes + size > BATCH_BYTES)) {
        batches.add(RuleSet.of(batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(rule);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(RuleSet.of(batch));
    }
    return List.copyOf(batches);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
