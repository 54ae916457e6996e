package io.stockpile.pipeline.cli.args;

import io.stockpile.connectors.budget.RateLimit;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.stocktwits.ApiSettings;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.pipeline.cli.options.CollectOptions;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.stocktwits.CollectArgs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes typed, checked arguments of {@code collect}'s options. */
public final class CollectArgsFactory {
  private final DayText days;

  /**
   * @param clock says what day it is
   */
  public CollectArgsFactory(Clock clock) {
    days = new DayText(clock);
  }

  public CollectArgs collect(CollectOptions options, boolean plan) throws UsageException {
    return new CollectArgs(
        RunArgsFactory.runAnew(options, plan || options.getDryRun()),
        streams(options),
        api(options));
  }

  private static List<ApiStream> streams(CollectOptions options) throws UsageException {
    Set<ApiStream> streams = new LinkedHashSet<>();
    for (String part : OptionText.parts(options.getStreams())) {
      try {
        streams.add(ApiStream.parse(part));
      } catch (IllegalArgumentException e) {
        throw new UsageException("Option --streams: " + e.getMessage() + ".", e);
      }
    }
    if (streams.isEmpty()) {
      throw new UsageException("Option --streams names no stream, for example symbol/AAPL.");
    }
    return List.copyOf(streams);
  }

  private ApiSettings api(CollectOptions options) throws UsageException {
    ApiSettings settings =
        ApiSettings.defaults()
            .withMaxAttempts(OptionText.positiveInt("maxAttempts", options.getMaxAttempts()))
            .withReadTimeout(OptionText.duration("readTimeout", options.getReadTimeout(), false))
            .withMaxWait(OptionText.duration("maxWait", options.getMaxWait(), true))
            .withFrom(from(options));
    try {
      settings = settings.withCredentials(CredentialsReference.parse(options.getApiCredentials()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Option --apiCredentials: a token is given as a reference, never as a value: env:NAME"
              + " (for the variable NAME_TOKEN) or file:PATH (a file whose first line it is);"
              + " secrets of a cloud's secret manager need the bundle of that cloud's runner. What"
              + " was given is none of these.",
          e);
    }
    try {
      settings = settings.withLimit(RateLimit.parse(options.getApiRateLimit()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --apiRateLimit: " + e.getMessage(), e);
    }
    try {
      return settings.withUrl(
          OptionText.url("apiUrl", options.getApiUrl(), ApiSettings.DEFAULT_URL));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --apiUrl: " + e.getMessage(), e);
    }
  }

  private Instant from(CollectOptions options) throws UsageException {
    return options.getFrom().isEmpty()
        ? Instant.EPOCH
        : days.day("from", options.getFrom()).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
