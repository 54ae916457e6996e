package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.pipeline.run.RunArgs;

/** The arguments of {@code replay}, and of {@code plan} for it. */
public record ReplayArgs(
    RunArgs run, ReplayStream stream, MinuteRange range, ReplayAccess replay) {}
