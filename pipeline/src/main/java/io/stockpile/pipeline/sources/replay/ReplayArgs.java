package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.pipeline.run.RunArgs;

/** What {@code replay}, and {@code plan} for it, work on. */
public record ReplayArgs(
    RunArgs run, ReplayStream stream, MinuteRange range, ReplayAccess replay) {}
