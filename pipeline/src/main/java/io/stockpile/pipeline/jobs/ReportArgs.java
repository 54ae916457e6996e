package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.StoreLocation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code report} looks at and writes.
 *
 * @param page the file of the page; empty for none
 * @param metrics the file of the metrics; empty for none
 * @param json whether the findings are printed for scripts instead of people
 * @param failOnFindings whether something that needs a hand, or a look, is told by the exit code
 */
public record ReportArgs(
    StoreLocation output,
    Optional<Path> page,
    Optional<Path> metrics,
    boolean json,
    boolean failOnFindings) {}
