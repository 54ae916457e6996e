/**
 * The jobs that are measured: commands of Stockpile on an archive, and the peer on the archive's
 * landed files.
 */
package io.stockpile.bench.job;
