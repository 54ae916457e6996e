package io.stockpile.pipeline.report.facts;

import java.util.OptionalLong;

/**
 * The lines of a series that were rejected for one reason.
 *
 * @param units how many units have such lines
 * @param example the newest unit that has such a line
 * @param file the file of rejected lines of that unit
 * @param line the number of the first such line in that unit; empty when it is not known
 */
public record RejectedReason(
    String series,
    String reason,
    long lines,
    long units,
    String example,
    String file,
    OptionalLong line) {}
