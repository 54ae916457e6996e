/**
 * The command {@code erase}: reads what is to be erased, finds the units that contain it, builds
 * them again and keeps the ledger.
 */
package io.stockpile.pipeline.jobs.erase;
