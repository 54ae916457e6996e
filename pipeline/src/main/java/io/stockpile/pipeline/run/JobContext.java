package io.stockpile.pipeline.run;

import io.stockpile.connectors.http.CredentialsMissingException;
import io.stockpile.connectors.http.CredentialsReference;
import io.stockpile.connectors.http.Surroundings;
import java.io.PrintStream;
import java.util.Optional;

/**
 * What a job takes from the process that runs it.
 *
 * @param run the name of this run, unlike any other's and fit for a file name
 * @param surroundings clock, pauses, jitter and environment variables
 * @param out takes the summary
 * @param progress shows how far a run has come
 * @param pipelineOptions what a pipeline runs with
 * @param workersHere whether workers see this process's environment
 */
public record JobContext(
    String run,
    Surroundings surroundings,
    PrintStream out,
    ProgressDisplay progress,
    PipelineOptionsSource pipelineOptions,
    boolean workersHere) {

  /** Why credentials cannot be found in this process; empty when they are. */
  public Optional<String> missing(CredentialsReference credentials) {
    try {
      credentials.resolve(surroundings.environment());
      return Optional.empty();
    } catch (CredentialsMissingException e) {
      return Optional.of(e.getMessage());
    }
  }
}
