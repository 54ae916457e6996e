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

/** Ids of a series between those that are held. */
final class IdRangeRule {
  private IdRangeRule() {}

  /** One finding for all that can be had, because one command closes it, and one for the rest. */
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

  /** What is missing was written after the newest record below it was the newest of all. */
  private static Optional<Instant> from(IdHistory ids, IdHistory.Gap gap) {
    return ids.held().stream()
        .filter(range -> range.newest() == gap.above())
        .map(IdHistory.Range::seenAt)
        .findFirst();
  }

  /** What is missing was written before the oldest record above it. */
  private static Optional<Instant> to(IdHistory ids, IdHistory.Gap gap) {
    return ids.held().stream()
        .filter(range -> range.oldest() == gap.below())
        .flatMap(range -> range.oldestAt().stream())
        .findFirst();
  }
}
