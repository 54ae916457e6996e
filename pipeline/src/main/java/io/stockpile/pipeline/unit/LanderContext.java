package io.stockpile.pipeline.unit;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.archive.UnitCommitter;

/**
 * What a worker gives to its landers.
 *
 * @param store the archive
 * @param committer commits units of this run
 * @param listener is told how landings go on
 * @param surroundings clock, pauses, jitter and environment variables
 */
public record LanderContext(
    ObjectStore store,
    UnitCommitter committer,
    LandingListener listener,
    Surroundings surroundings) {}
