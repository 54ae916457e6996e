package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.replay.MinuteRange;
import io.stockpile.connectors.replay.ReplayStream;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;

/** What {@code replay}, and {@code plan} for it, work on. */
public record ReplayArgs(
    StoreLocation output,
    ReplayStream stream,
    MinuteRange range,
    OnExisting onExisting,
    boolean dryRun,
    ReplayWork replay,
    DeriveSettings derive) {}
