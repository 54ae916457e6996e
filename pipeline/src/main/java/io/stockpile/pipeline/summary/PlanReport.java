package io.stockpile.pipeline.summary;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.archive.Ledger;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.inventory.PlannedUnit;
import io.stockpile.pipeline.inventory.UnitOrder;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.text.TextTable;
import io.stockpile.pipeline.unit.UnitOutcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Prints what a job would do. Changes nothing. */
public final class PlanReport {
  private final PrintStream out;
  private final String root;

  public PlanReport(PrintStream out, String root) {
    this.out = out;
    this.root = root;
  }

  public void print(
      String asked, List<PlannedUnit> planned, OnExisting onExisting, DeriveSettings derive) {
    out.println(asked + " → " + root + " (a plan: nothing is changed)");
    TextTable table = new TextTable(List.of("type", "from", "to", "units", "state", "would be"));
    List<PlannedUnit> run = new ArrayList<>();
    for (PlannedUnit unit : sorted(planned)) {
      if (!run.isEmpty() && !continues(run.get(run.size() - 1), unit, onExisting)) {
        row(table, run, onExisting);
        run.clear();
      }
      run.add(unit);
    }
    if (!run.isEmpty()) {
      row(table, run, onExisting);
    }
    table.print(out);
    long work = planned.stream().filter(unit -> unit.settled().isEmpty()).count();
    int cores = Runtime.getRuntime().availableProcessors();
    out.println(
        "Units to work on: "
            + HumanText.count(work)
            + " of "
            + HumanText.count(planned.size())
            + ", "
            + Math.min(work, cores)
            + " at a time on this machine's "
            + HumanText.count(cores, "core"));
    out.println(
        "Memory: about "
            + HumanText.bytes(Math.max(1, Math.min(work, cores)) * memoryOfOne(derive))
            + " for those at a time, whatever their number and size; this JVM may use "
            + HumanText.bytes(Runtime.getRuntime().maxMemory()));
  }

  private static List<PlannedUnit> sorted(List<PlannedUnit> planned) {
    List<PlannedUnit> sorted = new ArrayList<>(planned);
    sorted.sort(Comparator.comparing(PlannedUnit::unit, UnitOrder.SERIES_BY_SERIES));
    return sorted;
  }

  private static boolean continues(PlannedUnit last, PlannedUnit next, OnExisting onExisting) {
    return last.unit().series().equals(next.unit().series())
        && last.unit().to().equals(next.unit().from())
        && state(last).equals(state(next))
        && action(last, onExisting).equals(action(next, onExisting));
  }

  private static void row(TextTable table, List<PlannedUnit> run, OnExisting onExisting) {
    PlannedUnit first = run.get(0);
    ArchiveUnit last = run.get(run.size() - 1).unit();
    table.row(
        List.of(
            HumanText.kind(first.unit().series()),
            first.unit().timeText(first.unit().from()),
            last.timeText(last.to()),
            HumanText.count(run.size()),
            state(first),
            action(first, onExisting)));
  }

  private static String state(PlannedUnit unit) {
    Ledger.State state = unit.state();
    if (state instanceof Ledger.State.Held) {
      return unit.lengthUndeclared() ? "held, length undeclared" : "held";
    }
    if (state instanceof Ledger.State.Incomplete) {
      return "incomplete";
    }
    if (state instanceof Ledger.State.CoveredBy covered) {
      return "held by " + covered.manifest().unit().name();
    }
    if (state instanceof Ledger.State.KnownAbsent && !unit.landed()) {
      return "absent";
    }
    if (state instanceof Ledger.State.Overlapped) {
      return "overlapped";
    }
    if (state instanceof Ledger.State.Torn) {
      return "half replaced";
    }
    if (state instanceof Ledger.State.Unreadable) {
      return "unreadable manifest";
    }
    return unit.landed() ? "landed" : "missing";
  }

  private static String action(PlannedUnit unit, OnExisting onExisting) {
    if (unit.settled().isPresent()) {
      UnitOutcome outcome = unit.settled().get();
      return outcome instanceof UnitOutcome.AlreadyHeld
          ? (onExisting == OnExisting.FAIL ? "a reason to fail" : "skipped")
          : "refused: " + outcome.message();
    }
    if (unit.state() instanceof Ledger.State.Incomplete && onExisting != OnExisting.REPLACE) {
      return "completed";
    }
    boolean held =
        unit.state() instanceof Ledger.State.Held
            || unit.state() instanceof Ledger.State.Incomplete;
    if (held) {
      return "replaced";
    }
    if (!unit.landed() || onExisting == OnExisting.REPLACE) {
      return "brought in";
    }
    return unit.unit().landedInParts() ? "completed" : "derived from what was landed";
  }

  /**
   * The memory for deriving one unit in gigabytes: open row groups, lines in work, and what the JVM
   * itself takes.
   */
  private static double memoryOfOne(DeriveSettings derive) {
    return derive.writer().rowGroupBytes() + 2.0 * derive.maxLineBytes() + (64 << 20);
  }
}
