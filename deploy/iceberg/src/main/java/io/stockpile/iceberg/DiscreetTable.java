package io.stockpile.iceberg;

import io.stockpile.pipeline.catalog.ChangedMeanwhileException;
import io.stockpile.pipeline.catalog.PublishedTable;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.text.Failures;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** A table in a foreign catalog. It removes secrets from the catalog's error messages. */
record DiscreetTable(PublishedTable table, CatalogSettings settings, String catalog)
    implements PublishedTable {

  @Override
  public List<PublishedFile> files() {
    return table.files();
  }

  @Override
  public boolean bringUpToDate() throws IOException, ChangedMeanwhileException {
    try {
      return table.bringUpToDate();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public void replace(List<DataFile> added, Collection<String> gone)
      throws IOException, ChangedMeanwhileException {
    try {
      table.replace(added, gone);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public int forgetFormer() throws IOException {
    try {
      return table.forgetFormer();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  /** The cause is left out, because its text may contain a secret. */
  private IOException failed(RuntimeException e) {
    return new IOException(
        "The catalog "
            + catalog
            + " did not take the change: "
            + settings.withoutSecrets(Failures.inOneLine(e)));
  }
}
