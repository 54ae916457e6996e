package io.stockpile.bench.job;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DayFacts;
import io.stockpile.bench.peer.ParquetContents;
import io.stockpile.bench.peer.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** The archive that the measured commands work on, as far as its layout is promised to users. */
public record Archive(Path root, DataFacts facts, Width width) {
  Path tables() {
    return root.resolve("stocktwits").resolve("messages");
  }

  private Path landed(LocalDate day) {
    return root.resolve("_landing/firestream/message").resolve(day + ".gz");
  }

  /** The landed files as DuckDB wants them. */
  String landedGlob() {
    return root.resolve("_landing/firestream/message/*.gz").toString();
  }

  /**
   * Says whether the landed files are the generated ones, to the byte.
   *
   * @throws IOException when one is missing or differs
   */
  void checkLanded() throws IOException {
    for (DayFacts day : facts.days()) {
      if (Files.mismatch(day.file(), landed(day.day())) >= 0) {
        throw new IOException(landed(day.day()) + " is not what was served, " + day.file());
      }
    }
  }

  /** When the manifest of each unit was written. */
  SortedMap<LocalDate, FileTime> manifestTimes() throws IOException {
    SortedMap<LocalDate, FileTime> times = new TreeMap<>();
    for (DayFacts day : facts.days()) {
      Path manifest = root.resolve("_manifests/firestream/message").resolve(day.day() + ".json");
      times.put(day.day(), Files.getLastModifiedTime(manifest));
    }
    return times;
  }

  ParquetContents contents() throws SQLException {
    return ParquetContents.ofArchive(root, width.job());
  }
}
