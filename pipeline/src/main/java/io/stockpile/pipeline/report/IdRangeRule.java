package io.stockpile.pipeline.report;

import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.report.facts.SeriesFacts;
import io.stockpile.pipeline.text.HumanText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds ids of a series that are missing between held ones. */
final class IdRangeRule {
  private IdRangeRule() {}

  /**
   * One finding for all gaps that can be filled, because one command fills them, and one for all
   * others.
   */
  static List<Finding> findings(SeriesFacts series, IdHistory ids) {
    return Stream.of(false, true)
        .flatMap(forGood -> finding(series, ids, forGood).stream())
        .toList();
  }

  private static Optional<Finding> finding(SeriesFacts series, IdHistory ids, boolean forGood) {
    List<IdHistory.Gap> gaps = ids.gaps().stream().filter(gap -> gap.forGood() == forGood).toList();
    if (gaps.isEmpty()) {
      return Optional.empty();
    }
    Instant from = series.units().get(0).from();
    Instant to = series.units().get(series.units().size() - 1).to();
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("holes", gaps.size());
    values.put(
        "ids", gaps.stream().filter(gap -> gap.above() > 0).mapToLong(IdHistory.Gap::ids).sum());
    values.put("above", gaps.get(0).above());
    values.put("below", gaps.get(gaps.size() - 1).below());
    String what =
        "Nothing is here of "
            + HumanText.count(gaps.size(), "range")
            + " of ids: "
            + HumanText.shortList(gaps.stream().map(IdRangeRule::text).toList())
            + ".";
    return Optional.of(
        new Finding(
            Rule.ID_RANGE_MISSING,
            forGood ? Severity.NOTE : Severity.ACT,
            series.name(),
            from(ids, gaps.get(0)).orElse(from),
            to(ids, gaps.get(gaps.size() - 1)).orElse(to),
            forGood
                ? what + " The source was asked for them and does not have them any more."
                : what,
            values,
            forGood ? "" : series.guide().fetch(from, to),
            Optional.empty()));
  }

  private static String text(IdHistory.Gap gap) {
    return gap.above() == 0
        ? "below " + gap.below()
        : (gap.above() + 1) + " to " + (gap.below() - 1);
  }

  /**
   * When the missing records were written at the earliest: after the newest record below the gap
   * was the newest of all.
   */
  private static Optional<Instant> from(IdHistory ids, IdHistory.Gap gap) {
    return ids.held().stream()
        .filter(range -> range.newest() == gap.above())
        .map(IdHistory.Range::seenAt)
        .findFirst();
  }

  /**
   * When the missing records were written at the latest: before the oldest record above the gap.
   */
  private static Optional<Instant> to(IdHistory ids, IdHistory.Gap gap) {
    return ids.held().stream()
        .filter(range -> range.oldest() == gap.below())
        .flatMap(range -> range.oldestAt().stream())
        .findFirst();
  }
}
