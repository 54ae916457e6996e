package io.stockpile.pipeline.run;

import io.stockpile.connectors.http.CredentialsReference;
import java.util.List;
import java.util.Optional;

/**
 * What a run is going to ask of a service.
 *
 * @param plan what a plan says of it, a line each
 * @param notices what a run says before it begins, a line each
 * @param requests whether anything is going to be requested
 * @param credentials empty when no service is asked
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
   * How a service is told who asks.
   *
   * @param option the name of the option that says where the credentials are, without hyphens
   */
  public record Login(String option, CredentialsReference reference) {}
}
