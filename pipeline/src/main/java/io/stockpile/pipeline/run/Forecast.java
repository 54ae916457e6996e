package io.stockpile.pipeline.run;

import io.stockpile.connectors.credentials.CredentialsReference;
import java.util.List;
import java.util.Optional;

/**
 * What a run is going to ask of a service.
 *
 * @param plan the lines of a plan about these requests
 * @param notices the lines that a run prints before it begins
 * @param requests whether there will be any request
 * @param credentials how the run logs in; empty when no service is asked
 */
public record Forecast(
    List<String> plan, List<String> notices, boolean requests, Optional<Login> credentials) {

  /** No service is asked. */
  public static final Forecast NOTHING =
      new Forecast(List.of(), List.of(), false, Optional.empty());

  public Forecast {
    plan = List.copyOf(plan);
    notices = List.copyOf(notices);
  }

  /**
   * How a run logs in at a service.
   *
   * @param option the name of the option for the credentials, without hyphens
   */
  public record Login(String option, CredentialsReference reference) {}
}
