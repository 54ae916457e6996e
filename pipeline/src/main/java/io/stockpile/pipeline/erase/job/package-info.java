/** The command {@code erase}: what is to be gone, where it stands, out with it, and the ledger. */
package io.stockpile.pipeline.erase.job;
