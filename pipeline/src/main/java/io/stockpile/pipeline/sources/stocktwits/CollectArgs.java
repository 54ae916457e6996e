package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.pipeline.run.RunArgs;
import java.util.List;

/**
 * The arguments of {@code collect}.
 *
 * @param streams the streams, without repetition
 */
public record CollectArgs(RunArgs run, List<ApiStream> streams, ApiSettings api) {
  public CollectArgs {
    streams = List.copyOf(streams);
  }
}
