package io.stockpile.pipeline.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding of a rule.
 *
 * @param subject the series or table that it is about
 * @param from the first instant concerned
 * @param to the first instant after it
 * @param message one or two sentences that say what is wrong, with the values
 * @param values the values by name, for scripts
 * @param command the command that helps; empty when none does
 * @param when the source drops the first of it
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
