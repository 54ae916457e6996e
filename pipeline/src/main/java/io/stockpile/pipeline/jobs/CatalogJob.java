package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.run.ArchiveRun;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.unit.JobResult;
import java.io.IOException;

/** Makes the tables of an archive visible as Iceberg tables. */
public final class CatalogJob {
  private final CatalogArgs args;
  private final JobContext context;

  public CatalogJob(CatalogArgs args, JobContext context) {
    this.args = args;
    this.context = context;
  }

  /**
   * Brings the tables to what the manifests prove; a second run has nothing to do.
   *
   * @return {@link JobResult#FAILED} when a table could not be, {@link JobResult#REFUSED} when the
   *     catalog refused the credentials
   * @throws UsageException when the catalog is not one that they can be published in
   * @throws IOException when the archive cannot be read
   */
  public JobResult run() throws IOException, UsageException {
    try (ObjectStore store = ArchiveRun.open(args.output())) {
      boolean published = ArchiveRun.publish(store, args.output(), args.catalog(), context);
      return published ? JobResult.COMPLETE : JobResult.FAILED;
    } catch (CatalogRefusedException e) {
      if (e.isOfCredentials()) {
        context.out().println("Refused: " + e.getMessage() + ".");
        return JobResult.REFUSED;
      }
      throw new UsageException(e.getMessage(), e);
    }
  }
}
