package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.rules.PowerTrackRule;
import io.stockpile.connectors.rules.RuleChange;
import io.stockpile.connectors.rules.RuleDifference;
import io.stockpile.connectors.rules.RuleSet;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.text.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Prints which rules there are, and which were created, deleted or left as they were. */
final class RulesReport {
  private static final int MOST_LINES = 100;

  /** Characters that a rule may contain but a terminal must not get. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final PrintStream out;
  private final String stream;

  /**
   * @param stream the stream's name for messages
   */
  RulesReport(PrintStream out, String stream) {
    this.out = out;
    this.stream = stream;
  }

  void list(RuleSet rules, boolean json) {
    if (json) {
      out.print(rules.toText());
      return;
    }
    if (!rules.isEmpty()) {
      TextTable table = new TextTable(List.of("tag", "rule"));
      rules.rules().forEach(rule -> table.row(List.of(shown(rule.tag()), shown(rule.value()))));
      table.print(out);
    }
    inForce(rules);
  }

  /** Prints how many rules are in force; the last line of every output but JSON. */
  void inForce(RuleSet rules) {
    out.println(
        HumanText.count(rules.size(), "rule")
            + (rules.size() == 1 ? " is" : " are")
            + " in force on "
            + stream
            + "; SHA-256 of the set "
            + rules.sha256());
  }

  /** Prints what would be done. */
  void planned(RuleDifference change) {
    difference(change);
    out.println(
        "Would create "
            + HumanText.count(change.missing().size(), "rule")
            + ", delete "
            + HumanText.count(change.surplus().size())
            + ", change the tag of "
            + HumanText.count(change.retagged().size())
            + ". Nothing was changed.");
  }

  /** Prints a line for each rule to create (+), to delete (-), or to give another tag (~). */
  void difference(RuleDifference change) {
    change.missing().rules().forEach(rule -> out.println("+ " + shown(rule)));
    change.surplus().rules().forEach(rule -> out.println("- " + shown(rule)));
    change.retagged().rules().forEach(rule -> out.println("~ " + shown(rule)));
  }

  /** Prints what was done. */
  void done(RuleDifference change) {
    out.println(
        "Created "
            + HumanText.count(change.missing().size(), "rule")
            + ", deleted "
            + HumanText.count(change.surplus().size())
            + ", changed the tag of "
            + HumanText.count(change.retagged().size())
            + ".");
  }

  /** Prints what was done before something failed. */
  void stopped(RuleChange done) {
    out.println(
        "Stopped; before that, as far as the service answered, "
            + HumanText.count(done.created(), "rule")
            + (done.created() == 1 ? " was" : " were")
            + " created and "
            + HumanText.count(done.deleted())
            + " deleted. The same command again does the rest.");
  }

  /**
   * Prints what was not done.
   *
   * @param reasons the service's reasons, by the rules' values
   */
  void undone(RuleDifference undone, Map<String, String> reasons) {
    lines(
        "Not created:",
        undone.missing(),
        rule -> shown(rule) + ": " + reasons.getOrDefault(rule.value(), "no reason was given"));
    lines("Not deleted:", undone.surplus(), RulesReport::shown);
    lines("In force with another tag than this:", undone.retagged(), RulesReport::shown);
  }

  /**
   * Prints which rules of the file were not changed: those that were there already, or that were
   * not found.
   *
   * @param asked the difference between the rules of the file and those that were in force
   */
  void asItWas(RulesAction action, RuleDifference asked) {
    if (action == RulesAction.DELETE) {
      lines("Not found:", asked.missing(), RulesReport::shown);
      return;
    }
    int same = asked.same().size();
    out.println(HumanText.count(same) + (same == 1 ? " was" : " were") + " there already.");
    if (action == RulesAction.ADD) {
      lines(
          "There with another tag than this, which only sync changes:",
          asked.retagged(),
          RulesReport::shown);
    }
  }

  private void lines(String head, RuleSet rules, Function<PowerTrackRule, String> text) {
    if (rules.isEmpty()) {
      return;
    }
    out.println(head);
    rules.rules().stream().limit(MOST_LINES).forEach(rule -> out.println("  " + text.apply(rule)));
    if (rules.size() > MOST_LINES) {
      out.println("  and " + HumanText.count(rules.size() - MOST_LINES) + " more");
    }
  }

  private static String shown(PowerTrackRule rule) {
    return shown(rule.toString());
  }

  private static String shown(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
