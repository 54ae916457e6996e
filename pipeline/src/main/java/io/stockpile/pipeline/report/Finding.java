package io.stockpile.pipeline.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a rule found.
 *
 * @param subject the series or the table that it is about
 * @param from the first instant concerned
 * @param to the first instant after it
 * @param message what is wrong, with the values, in one sentence or two
 * @param values the same for scripts, by name
 * @param command what to type; empty when no command helps
 * @param until when the first of it can no longer be had
 */
public record Finding(
    Rule rule,
    Severity severity,
    String subject,
    Instant from,
    Instant to,
    String message,
    Map<String, Number> values,
    String command,
    Optional<Instant> until) {

  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
