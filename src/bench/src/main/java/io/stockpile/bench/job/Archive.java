package io.stockpile.bench.job;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.peer.ParquetContents;
import io.stockpile.bench.peer.PeerJob;
import io.stockpile.bench.peer.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The archive that the measured commands work on. Only what users are promised about the layout of
 * archives is used.
 */
public record Archive(Path root, DataFacts facts, Width width) {
  Series series() {
    return Series.of(facts.settings().shape());
  }

  PeerJob peerJob() {
    return width.job(facts.settings().shape());
  }

  List<Path> tables() {
    return peerJob().tables().stream().map(root::resolve).toList();
  }

  private Path landed(FileFacts file) {
    return root.resolve(series().landed(file.unit()));
  }

  /** The landed files as a glob for DuckDB. */
  String landedGlob() {
    return root.resolve(series().landed("*")).toString();
  }

  /**
   * Checks that the landed files have the same bytes as the generated ones.
   *
   * @throws IOException when a file is missing or differs
   */
  void checkLanded() throws IOException {
    for (FileFacts file : facts.files()) {
      if (Files.mismatch(file.file(), landed(file)) >= 0) {
        throw new IOException(landed(file) + " is not what was served, " + file.file());
      }
    }
  }

  /** When the manifest of a unit was written; empty when there is none. */
  Optional<FileTime> committed(FileFacts file) throws IOException {
    Path manifest = root.resolve(series().manifest(file.unit()));
    return Files.exists(manifest)
        ? Optional.of(Files.getLastModifiedTime(manifest))
        : Optional.empty();
  }

  ParquetContents contents() throws SQLException {
    return ParquetContents.ofArchive(root, peerJob());
  }
}
