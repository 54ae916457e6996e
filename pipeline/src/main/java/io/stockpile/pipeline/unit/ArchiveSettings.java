package io.stockpile.pipeline.unit;

import io.stockpile.connectors.firestream.FirestreamSettings;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.sources.replay.ReplayWork;
import java.io.Serializable;

/**
 * All that a worker needs to work on units. Holds no secret.
 *
 * @param run the name of the run, unlike any other's
 * @param derivations how many units may be derived at a time in one JVM
 */
public record ArchiveSettings(
    StoreLocation output,
    FirestreamSettings firestream,
    ReplayWork replay,
    DeriveSettings derive,
    String run,
    int derivations)
    implements Serializable {}
