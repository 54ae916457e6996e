/**
 * The ids to erase: those that were deleted at their source, which are read from the archive, and
 * those that users ask for. They are kept in {@code _tombstones}.
 */
package io.stockpile.pipeline.erase.tombstones;
