/**
 * What is to be gone: ids that sources deleted or that somebody asked for, read out of the archive
 * and kept in {@code _tombstones}.
 */
package io.stockpile.pipeline.tombstones;
