package io.stockpile.pipeline.sources.replay;

import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;

/** What {@code replay}, and {@code plan} for it, work on. */
public record ReplayArgs(
    StoreLocation output,
    ReplayStream stream,
    MinuteRange range,
    OnExisting onExisting,
    boolean dryRun,
    ReplayWork replay,
    DeriveSettings derive) {}
