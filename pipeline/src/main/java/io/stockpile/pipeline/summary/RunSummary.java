package io.stockpile.pipeline.summary;

import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.DerivedSummary;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Prints how a job went: first a line for each unit that needs attention, then totals, then what is
 * missing.
 */
public final class RunSummary {
  private final PrintStream out;
  private final UnaryOperator<String> aboutAbsent;

  /**
   * @param aboutAbsent for the name of a source the sentence that is printed once when units are
   *     absent; empty for none
   */
  public RunSummary(PrintStream out, UnaryOperator<String> aboutAbsent) {
    this.out = out;
    this.aboutAbsent = aboutAbsent;
  }

  /**
   * Prints the summary.
   *
   * @param root the archive's location as the user wrote it
   * @param asked what was asked for, as messages say it
   */
  public JobResult print(String asked, String root, List<UnitOutcome> outcomes, Duration took) {
    JobResult result = JobResult.COMPLETE;
    for (UnitOutcome outcome : outcomes) {
      result = result.or(outcome.result());
      line(outcome);
    }
    out.println(asked + " in " + root + ": " + counts(outcomes) + ".");
    totals(outcomes, took);
    if (outcomes.stream().anyMatch(outcome -> outcome.result() == JobResult.INCOMPLETE)) {
      missing(outcomes);
    }
    if (result == JobResult.FAILED) {
      out.println(
          "Failed: mend what the lines above name, if they do, and run the same command again; it"
              + " goes on from here.");
    } else if (result == JobResult.REFUSED) {
      out.println("Refused: put the credentials right, then run the same command again.");
    }
    return result;
  }

  private void line(UnitOutcome outcome) {
    String name = outcome.unit().name();
    if (outcome instanceof UnitOutcome.Committed committed) {
      printBuilt(name, committed.built());
    } else if (outcome instanceof UnitOutcome.IncompleteUnit incomplete) {
      printBuilt(name, incomplete.built());
    } else if (outcome instanceof UnitOutcome.CutUnit cut) {
      printBuilt(name, cut.built());
      out.println(word(outcome) + " " + withoutName(name, outcome.message()));
    } else if (!outcome.message().isEmpty()) {
      out.println(word(outcome) + " " + withoutName(name, outcome.message()));
    }
  }

  private void printBuilt(String name, DerivedSummary built) {
    built.warnings().forEach(warning -> out.println("warning " + name + ": " + warning));
    if (built.counts().rejected() > 0) {
      out.println(
          name
              + ": "
              + HumanText.count(built.counts().rejected())
              + " of "
              + HumanText.count(built.counts().lines(), "line")
              + " rejected "
              + built.reasons()
              + "; they lie in "
              + built.rejectedPath());
    }
  }

  private static String withoutName(String name, String message) {
    return message.startsWith(name) ? message : name + ": " + message;
  }

  private static String word(UnitOutcome outcome) {
    if (outcome instanceof UnitOutcome.AlreadyHeld) {
      return "held   ";
    }
    if (outcome instanceof UnitOutcome.AbsentUnit) {
      return "absent ";
    }
    return outcome.result() == JobResult.REFUSED ? "refused" : "failed ";
  }

  private static String counts(List<UnitOutcome> outcomes) {
    TreeMap<Integer, String> parts = new TreeMap<>();
    count(outcomes, UnitOutcome.Committed.class, "committed", parts);
    count(outcomes, UnitOutcome.IncompleteUnit.class, "incomplete", parts);
    count(outcomes, UnitOutcome.CutUnit.class, "cut short", parts);
    count(outcomes, UnitOutcome.AlreadyHeld.class, "already held", parts);
    count(outcomes, UnitOutcome.AbsentUnit.class, "absent", parts);
    count(outcomes, UnitOutcome.RefusedUnit.class, "refused", parts);
    count(outcomes, UnitOutcome.FailedUnit.class, "failed", parts);
    return HumanText.count(outcomes.size(), "unit")
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts.values()));
  }

  private static void count(
      List<UnitOutcome> outcomes,
      Class<? extends UnitOutcome> type,
      String word,
      TreeMap<Integer, String> parts) {
    long number = outcomes.stream().filter(type::isInstance).count();
    if (number > 0) {
      parts.put(parts.size(), HumanText.count(number) + " " + word);
    }
  }

  private void totals(List<UnitOutcome> outcomes, Duration took) {
    List<DerivedSummary> built = new ArrayList<>();
    for (UnitOutcome outcome : outcomes) {
      if (outcome instanceof UnitOutcome.Committed committed) {
        built.add(committed.built());
      } else if (outcome instanceof UnitOutcome.CutUnit cut) {
        built.add(cut.built());
      } else if (outcome instanceof UnitOutcome.IncompleteUnit incomplete
          && incomplete.built().counts().lines() > 0) {
        built.add(incomplete.built());
      }
    }
    if (built.isEmpty()) {
      return;
    }
    long rows = built.stream().mapToLong(unit -> unit.counts().rows()).sum();
    long duplicates = built.stream().mapToLong(unit -> unit.counts().duplicates()).sum();
    long rejected = built.stream().mapToLong(unit -> unit.counts().rejected()).sum();
    long landed = built.stream().mapToLong(DerivedSummary::landedBytes).sum();
    long written = built.stream().mapToLong(DerivedSummary::writtenBytes).sum();
    out.println(
        HumanText.count(rows, "row")
            + ", "
            + HumanText.count(duplicates, "duplicate")
            + " left out, "
            + HumanText.count(rejected)
            + " rejected; "
            + HumanText.bytes(written)
            + " written from "
            + HumanText.bytes(landed)
            + " landed, in "
            + HumanText.duration(took)
            + ".");
  }

  private void missing(List<UnitOutcome> outcomes) {
    out.println("Incomplete: this is not to be had now");
    Set<String> notes = new LinkedHashSet<>();
    for (UnitOutcome outcome : outcomes) {
      if (outcome instanceof UnitOutcome.IncompleteUnit) {
        out.println("  " + outcome.message());
      } else if (outcome instanceof UnitOutcome.AbsentUnit absent) {
        notes.add(aboutAbsent.apply(absent.unit().source()));
        out.println("  " + absent(absent));
      }
    }
    notes.stream().filter(note -> !note.isEmpty()).forEach(out::println);
  }

  private static String absent(UnitOutcome.AbsentUnit absent) {
    return absent.unit().type()
        + " "
        + absent.unit().spanText()
        + (absent.kept()
            ? ": any more; what the archive holds of it stays as it is"
            : ": seen first at "
                + absent.firstSeen()
                + (absent.times() == 1 ? "" : ", " + absent.times() + " times by now"));
  }
}
