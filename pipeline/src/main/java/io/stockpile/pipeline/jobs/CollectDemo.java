package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.stocktwits.CollectArgs;
import io.stockpile.pipeline.sources.stocktwits.CollectJob;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedStockTwits;
import java.io.IOException;
import java.util.List;

/** Runs {@code collect} against a simulated API in the process. */
final class CollectDemo {
  private static final String SYMBOL = "symbol/QLMT";
  private static final int MESSAGES = 100;

  private final StoreLocation output;
  private final JobContext context;

  /**
   * @param context its environment has the simulated service's token
   */
  CollectDemo(StoreLocation output, JobContext context) {
    this.output = output;
    this.context = context;
  }

  JobResult run(CredentialsReference credentials) throws IOException, UsageException {
    try (SimulatedStockTwits api = SimulatedStockTwits.start(context.surroundings().clock())) {
      List<Long> ids = api.post(SYMBOL, MESSAGES);
      api.delete(ids.get(MESSAGES / 2));
      api.script(Fault.none(), Fault.status(503, "busy"), Fault.closeAfter(1000));
      context
          .out()
          .println(
              "A simulated StockTwits API at "
                  + api.url()
                  + " has a symbol's stream of four pages, one of which comes at the third attempt,"
                  + " a deletion, and what trends.");
      return new CollectJob(
              new CollectArgs(
                  new RunArgs(output, OnExisting.SKIP, false, DeriveSettings.defaults()),
                  List.of(
                      ApiStream.parse(SYMBOL),
                      ApiStream.parse("deletions/messages"),
                      ApiStream.parse("trending/symbols")),
                  ApiSettings.defaults().withUrl(api.url()).withCredentials(credentials)),
              context)
          .run();
    }
  }
}
