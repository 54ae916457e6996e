package io.stockpile.schedule;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.cli.Stockpile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a command line in this process. */
final class Launched {
  private Launched() {}

  static Nightly.Ended run(Surroundings surroundings, List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Stockpile(
                surroundings,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words.toArray(new String[0]));
    return new Nightly.Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
