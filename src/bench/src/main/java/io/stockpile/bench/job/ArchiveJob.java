package io.stockpile.bench.job;

import io.stockpile.bench.peer.ParquetContents;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A job whose Parquet files are the tables of an archive. */
interface ArchiveJob extends Job {
  /** The archive that it writes to. */
  Archive archive();

  @Override
  default List<Path> tables() {
    return archive().tables();
  }

  @Override
  default ParquetContents contents() throws SQLException {
    return archive().contents();
  }
}
