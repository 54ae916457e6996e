package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.pipeline.run.RunArgs;
import java.util.List;

/**
 * What {@code collect} is told.
 *
 * @param streams each once
 */
public record CollectArgs(RunArgs run, List<ApiStream> streams, ApiSettings api) {
  public CollectArgs {
    streams = List.copyOf(streams);
  }
}
