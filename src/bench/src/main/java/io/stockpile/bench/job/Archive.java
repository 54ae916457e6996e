package io.stockpile.bench.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.data.FreeIds;
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
  private static final ObjectMapper MAPPER = new ObjectMapper();

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

  /** The ids of a committed unit's records, as its manifest has them; empty when it has none. */
  Optional<FreeIds.Range> ids(FileFacts file) throws IOException {
    JsonNode manifest = MAPPER.readTree(root.resolve(series().manifest(file.unit())).toFile());
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (JsonNode table : manifest.required("files")) {
      least = Math.min(least, table.required("min_id").asLong());
      greatest = Math.max(greatest, table.required("max_id").asLong());
    }
    return least > greatest ? Optional.empty() : Optional.of(new FreeIds.Range(least, greatest));
  }

  /** Where the ids that are to be gone are kept. */
  Path tombstones() {
    return root.resolve("_tombstones");
  }

  ParquetContents contents() throws SQLException {
    return ParquetContents.ofArchive(root, peerJob());
  }
}
