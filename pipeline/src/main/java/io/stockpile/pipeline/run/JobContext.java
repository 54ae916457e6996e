package io.stockpile.pipeline.run;

import io.stockpile.connectors.credentials.CredentialsMissingException;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.Surroundings;
import java.io.PrintStream;
import java.util.Optional;

/**
 * What the process gives to the job that it runs.
 *
 * @param run the name of this run, which no other run has; it is fit for a file name
 * @param surroundings clock, pauses, jitter and environment variables
 * @param out receives the summary
 * @param progress shows how far a run has come
 * @param pipelineOptions makes the options of the pipeline
 * @param workersHere whether workers run in this process and see its environment
 */
public record JobContext(
    String run,
    Surroundings surroundings,
    PrintStream out,
    ProgressDisplay progress,
    PipelineOptionsSource pipelineOptions,
    boolean workersHere) {

  /** Why the credentials cannot be found in this process; empty when they can be. */
  public Optional<String> missing(CredentialsReference credentials) {
    try {
      credentials.resolve(surroundings.environment());
      return Optional.empty();
    } catch (CredentialsMissingException e) {
      return Optional.of(e.getMessage());
    }
  }
}
