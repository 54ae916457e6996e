/**
 * What is held and what is being committed: the ledger, and the commit that makes the files of a
 * unit visible together. Plain Java over {@link io.stockpile.connectors.store.ObjectStore}; knows
 * nothing of Beam.
 */
package io.stockpile.pipeline.archive;
