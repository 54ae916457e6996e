package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.lines.LineSource;
import io.stockpile.pipeline.records.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts the rejected lines of a unit by reason, and remembers the first. */
final class RejectedTally {
  private static final int EXAMPLE_CHARACTERS = 300;

  /** Characters that a terminal might take for commands, that are invisible, or that end a line. */
  private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
  private final SortedMap<String, Long> firstLines = new TreeMap<>();
  private long lines;
  private String example = "";

  void add(LineSource line, long number, RejectReason reason, String detail) {
    if (lines == 0) {
      example = example(line, number, reason, detail);
    }
    lines++;
    reasons.merge(reason, 1L, Long::sum);
    firstLines.putIfAbsent(reason.label(), number);
  }

  private static String example(LineSource line, long number, RejectReason reason, String detail) {
    int length = Math.min(line.to() - line.from(), EXAMPLE_CHARACTERS);
    String text = new String(line.bytes(), line.from(), length, StandardCharsets.UTF_8);
    String said = "line %d, %s (%s): %s".formatted(number, reason.label(), detail, text);
    return NOT_SHOWN.matcher(said).replaceAll("\uFFFD");
  }

  long lines() {
    return lines;
  }

  /** How many lines were rejected for each reason. */
  SortedMap<String, Long> reasons() {
    SortedMap<String, Long> counts = new TreeMap<>();
    reasons.forEach((reason, count) -> counts.put(reason.label(), count));
    return counts;
  }

  /** For each reason the number of the first line that was rejected for it. */
  SortedMap<String, Long> firstLines() {
    return Collections.unmodifiableSortedMap(firstLines);
  }

  /**
   * The beginning of the first rejected line, for messages: on one line, with U+FFFD in place of
   * control characters; empty when no line was rejected.
   */
  String example() {
    return example;
  }
}
