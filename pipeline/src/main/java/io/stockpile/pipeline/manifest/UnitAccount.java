package io.stockpile.pipeline.manifest;

/** What a manifest says of how a unit was asked for, in a section of its own. */
public sealed interface UnitAccount permits ReplayAccount, SweepAccount {}
