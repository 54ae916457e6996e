/**
 * The archive and its sources in pipelines of anybody's: {@link
 * io.stockpile.pipeline.beam.FirestreamIO}, {@link io.stockpile.pipeline.beam.ReplayIO} and {@link
 * io.stockpile.pipeline.beam.ArchiveIO}.
 */
package io.stockpile.pipeline.beam;
