package io.stockpile.pipeline.report.facts;

import java.util.OptionalLong;

/**
 * Lines of a series that were rejected for one reason.
 *
 * @param units how many units have such lines
 * @param example the newest unit that has one
 * @param file its file of rejected lines
 * @param line the number of the first such line in the unit's landed bytes, if it is known
 */
public record RejectedReason(
    String series,
    String reason,
    long lines,
    long units,
    String example,
    String file,
    OptionalLong line) {}
