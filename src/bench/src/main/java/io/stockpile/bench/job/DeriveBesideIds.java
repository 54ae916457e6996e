package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.ParquetContents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * {@code stockpile derive} of an archive with a list of ids that are to be gone, or with none.
 *
 * @param listed the list, made before; empty for none
 */
public record DeriveBesideIds(DeriveJob derive, Archive archive, Optional<ListedIds> listed)
    implements Job {
  @Override
  public String name() {
    return derive.name() + listed.map(ListedIds::suffix).orElse("");
  }

  @Override
  public void prepare() throws IOException {
    Directories.delete(archive.tombstones());
    if (listed.isPresent()) {
      listed.get().putBack();
    }
    derive.prepare();
  }

  @Override
  public Command command() {
    return derive.command();
  }

  @Override
  public void check() throws IOException {
    derive.check();
  }

  @Override
  public List<Path> tables() {
    return archive.tables();
  }

  @Override
  public ParquetContents contents() throws SQLException {
    return archive.contents();
  }
}
