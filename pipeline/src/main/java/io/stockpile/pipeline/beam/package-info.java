/**
 * Transforms for reading the archive and its sources in any Beam pipeline: {@link
 * io.stockpile.pipeline.beam.FirestreamIO}, {@link io.stockpile.pipeline.beam.ReplayIO} and {@link
 * io.stockpile.pipeline.beam.ArchiveIO}.
 */
package io.stockpile.pipeline.beam;
