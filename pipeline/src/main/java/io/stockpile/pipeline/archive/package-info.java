/**
 * What the archive holds and how that changes: manifests, the ledger that reads them, and the
 * commit that makes a unit's files visible together. Plain Java over {@link
 * io.stockpile.connectors.store.ObjectStore}; knows nothing of Beam.
 */
package io.stockpile.pipeline.archive;
