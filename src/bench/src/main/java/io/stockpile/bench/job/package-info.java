/** What is measured: commands of Stockpile's on an archive, and the peer on the archive's files. */
package io.stockpile.bench.job;
