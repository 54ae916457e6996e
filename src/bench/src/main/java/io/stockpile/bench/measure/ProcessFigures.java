package io.stockpile.bench.measure;

import java.time.Duration;

/**
 * What a whole process took, from its start to its end.
 *
 * @param wall elapsed time
 * @param cpu processor time in user and kernel mode of the process and all it waited for; the
 *     kernel counts it in steps of 10 ms
 * @param peakMemoryBytes the most memory that it had resident at one time
 */
public record ProcessFigures(Duration wall, Duration cpu, long peakMemoryBytes) {}
