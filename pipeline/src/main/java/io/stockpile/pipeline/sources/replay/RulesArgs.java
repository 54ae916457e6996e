package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.rules.RulesSettings;
import java.util.Optional;

/**
 * The arguments of {@code rules}.
 *
 * @param file the file of rules; {@code -} for the standard input; present for every action that
 *     takes one
 * @param json whether rules are listed as JSON
 */
public record RulesArgs(
    RulesAction action,
    Optional<String> file,
    RulesSettings settings,
    boolean json,
    boolean dryRun) {}
