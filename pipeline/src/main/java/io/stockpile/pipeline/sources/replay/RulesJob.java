package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.rules.RuleChange;
import io.stockpile.connectors.rules.RuleDifference;
import io.stockpile.connectors.rules.RuleSet;
import io.stockpile.connectors.rules.RulesClient;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.JobResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Lists and changes the rules of a PowerTrack Replay stream. What was done is found out by
 * comparing the rules in force before and after. The service's answers are not relied on, because
 * an answer can be lost.
 */
public final class RulesJob {
  private static final String STANDARD_INPUT = "-";

  private final RulesArgs args;
  private final Surroundings surroundings;
  private final InputStream in;
  private final RulesReport report;

  /**
   * @param in read instead of a file named {@code -}
   * @param out receives the summary
   */
  public RulesJob(RulesArgs args, Surroundings surroundings, InputStream in, PrintStream out) {
    this.args = args;
    this.surroundings = surroundings;
    this.in = in;
    this.report = new RulesReport(out, args.settings().stream().toString());
  }

  /**
   * Runs the command, and prints at the end how many rules are in force.
   *
   * @return {@link JobResult#FAILED} when the rules in force at the end are not the wanted ones
   * @throws UsageException when the file cannot be read as rules; no request was made then
   * @throws IOException when the service refuses or cannot be reached; what was done before has
   *     been printed
   */
  public JobResult run() throws IOException, UsageException, InterruptedException {
    RuleSet given = args.action().takesFile() ? given() : RuleSet.of(List.of());
    try (RulesClient client = new RulesClient(args.settings(), surroundings)) {
      RuleSet inForce = client.list();
      if (args.action() == RulesAction.LIST) {
        report.list(inForce, args.json());
        return JobResult.COMPLETE;
      }
      RuleSet wanted = wanted(inForce, given);
      RuleDifference change = RuleDifference.between(inForce, wanted);
      RuleDifference asked = RuleDifference.between(inForce, given);
      if (args.dryRun()) {
        report.planned(change);
        report.asItWas(args.action(), asked);
        report.inForce(inForce);
        return JobResult.COMPLETE;
      }
      return apply(client, inForce, wanted, change, asked);
    }
  }

  private RuleSet wanted(RuleSet inForce, RuleSet given) {
    return switch (args.action()) {
      case LIST -> inForce;
      case ADD -> inForce.plus(given.minus(inForce));
      case DELETE -> inForce.minus(given);
      case SYNC -> given;
    };
  }

  private JobResult apply(
      RulesClient client,
      RuleSet inForce,
      RuleSet wanted,
      RuleDifference change,
      RuleDifference asked)
      throws IOException, InterruptedException {
    boolean sync = args.action() == RulesAction.SYNC;
    if (sync) {
      report.difference(change);
    }
    RuleSet after;
    RuleChange answered;
    try {
      answered = client.apply(change);
      after = change.isEmpty() ? inForce : client.list();
    } catch (IOException e) {
      report.stopped(client.done());
      throw e;
    }
    RuleDifference left = RuleDifference.between(after, wanted);
    // Changes by others meanwhile matter only for sync, which is about the whole set.
    RuleDifference undone = sync ? left : left.within(change);
    report.done(change.without(left));
    report.undone(undone, answered.reasons());
    report.asItWas(args.action(), asked);
    report.inForce(after);
    boolean tagged = args.action() == RulesAction.ADD && !asked.retagged().isEmpty();
    return undone.isEmpty() && !tagged ? JobResult.COMPLETE : JobResult.FAILED;
  }

  private RuleSet given() throws UsageException {
    String name = args.file().orElseThrow();
    byte[] content;
    try {
      content = name.equals(STANDARD_INPUT) ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new UsageException("There is no file '" + name + "' to read rules from.", e);
    } catch (IOException e) {
      throw new UsageException(
          "The rules in '" + name + "' cannot be read: " + Failures.inOneLine(e), e);
    }
    try {
      return RuleSet.parse(
          name.equals(STANDARD_INPUT) ? "The standard input" : "'" + name + "'", content);
    } catch (IOException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
