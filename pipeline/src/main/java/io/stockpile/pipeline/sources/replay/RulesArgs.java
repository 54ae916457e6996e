package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.rules.RulesSettings;
import java.util.Optional;

/**
 * What {@code rules} was asked for.
 *
 * @param file of rules; {@code -} for the standard input; there for every action that takes one
 * @param json whether a list is for scripts
 */
public record RulesArgs(
    RulesAction action,
    Optional<String> file,
    RulesSettings settings,
    boolean json,
    boolean dryRun) {}
