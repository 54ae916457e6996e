package io.stockpile.pipeline.manifest;

/** A manifest's section on how the unit was requested. */
public sealed interface UnitAccount permits ReplayAccount, SweepAccount {}
