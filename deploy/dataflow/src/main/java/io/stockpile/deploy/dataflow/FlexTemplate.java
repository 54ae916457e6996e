package io.stockpile.deploy.dataflow;

import io.stockpile.pipeline.cli.Stockpile;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The main class of a Dataflow Flex Template. The launcher passes only options, so the command
 * comes from the image: the variable {@code STOCKPILE_COMMAND}, by default {@code backfill}.
 */
public final class FlexTemplate {
  private FlexTemplate() {}

  /** Runs the command with the launcher's options and leaves the process with its exit code. */
  public static void main(String[] options) {
    String command = Optional.ofNullable(System.getenv("STOCKPILE_COMMAND")).orElse("backfill");
    Stockpile.main(Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new));
  }
}
