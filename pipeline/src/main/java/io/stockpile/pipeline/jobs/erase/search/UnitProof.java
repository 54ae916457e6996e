package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that nothing is left of erased ids in one unit: in columns of ids, in the landed lines,
 * and in rows whose texts name one and whose line does not show that it stays.
 */
public final class UnitProof {
  private static final String REJECTED = "rejected";

  private final IdHits hits;
  private final LandedHits inLines;
  private final RowDoubts doubts = new RowDoubts();
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final List<String> unreadable = new ArrayList<>();

  /**
   * @param form what the unit's landed objects are
   */
  public UnitProof(ObjectStore store, Source.LandedForm form, TombstoneIds ids) {
    hits = new IdHits(store, form.vocabulary(), ids, IdHits.Look.PROVE);
    inLines = new LandedHits(store, form, ids);
  }

  /**
   * What the unit still contains, a line for each file; empty when it contains none of the ids. To
   * be called once.
   */
  public List<String> differences(ManifestContent.Derived held) throws InterruptedException {
    for (DataFile file : held.files()) {
      table(file.table(), file.path());
    }
    if (!held.rejected().none()) {
      table(REJECTED, held.rejected().path());
    }
    List<String> landedLines = new ArrayList<>();
    long before = 0;
    for (LandedFacts landed : held.landed()) {
      landed(landed, before, landedLines);
      before += landed.lines();
    }
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (path, certain) -> left(path, certain + doubts.left(path), "row").ifPresent(lines::add));
    lines.addAll(unreadable);
    lines.addAll(landedLines);
    return lines;
  }

  private void table(String table, String path) {
    try {
      rows.put(path, hits.left(table, path, doubts));
    } catch (IOException | RuntimeException e) {
      unreadable.add(cannot(path, e));
    }
  }

  private void landed(LandedFacts landed, long before, List<String> lines)
      throws InterruptedException {
    try {
      long left =
          inLines.lines(
              landed,
              true,
              (number, line, from, to) -> doubts.judge(before + number, line, from, to));
      left(landed.key(), left, "line").ifPresent(lines::add);
    } catch (IOException | RuntimeException e) {
      lines.add(cannot(landed.key(), e));
    }
  }

  private static Optional<String> left(String path, long count, String what) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            path
                + ": "
                + HumanText.count(count, what)
                + " still "
                + (count == 1 ? "has" : "have")
                + " what is to be gone; run erase");
  }

  private static String cannot(String path, Exception because) {
    return path + ": cannot be looked through: " + Failures.inOneLine(because);
  }
}
