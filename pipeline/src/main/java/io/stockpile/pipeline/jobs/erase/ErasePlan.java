package io.stockpile.pipeline.jobs.erase;

import io.stockpile.pipeline.jobs.erase.search.UnitSearch;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.text.TextTable;
import io.stockpile.pipeline.unit.JobResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Prints what would be erased and how long that would take. */
final class ErasePlan {
  /** How many bytes of landed text one core parses and writes again in a second. */
  private static final long BYTES_A_SECOND = 60L << 20;

  private final PrintStream out;

  ErasePlan(PrintStream out) {
    this.out = out;
  }

  /** Prints a line for each unit. */
  JobResult print(List<UnitSearch.Found> found) {
    if (!found.isEmpty()) {
      TextTable table =
          new TextTable(List.of("unit", "rows to go", "of rows", "files", "bytes to rewrite"));
      for (UnitSearch.Found each : found) {
        ManifestContent.Derived held = each.manifest().derived().orElseThrow();
        table.row(
            List.of(
                each.manifest().unit().name(),
                HumanText.count(each.rows()),
                HumanText.count(held.counts().rows()),
                HumanText.count(held.files().size() + held.landed().size()),
                HumanText.count(each.bytes())));
      }
      table.print(out);
    }
    long text =
        found.stream()
            .flatMap(each -> each.manifest().derived().orElseThrow().landed().stream())
            .mapToLong(part -> part.uncompressedBytes())
            .sum();
    out.println(
        HumanText.count(found.stream().mapToLong(UnitSearch.Found::rows).sum(), "row")
            + " in "
            + HumanText.count(found.size(), "unit")
            + " would go or change; "
            + HumanText.bytes(found.stream().mapToLong(UnitSearch.Found::bytes).sum())
            + " would be read and written again, in about "
            + HumanText.duration(Duration.ofSeconds(text / BYTES_A_SECOND + found.size() / 20))
            + " on one core. Nothing was changed.");
    return JobResult.COMPLETE;
  }
}
