package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code stockpile derive} of an archive with a list of ids that are to be gone, or with none.
 *
 * @param listed the list, made before; empty for none
 */
public record DeriveBesideIds(DeriveJob derive, Archive archive, Optional<ListedIds> listed)
    implements ArchiveJob {
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
}
