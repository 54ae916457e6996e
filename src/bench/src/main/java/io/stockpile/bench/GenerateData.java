package io.stockpile.bench;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.data.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Generates a data set without measuring: {@code --output=DIR --days=10 --messages=200000
 * --first=2017-09-18 --seed=42 --shape=bare|envelope|activities|tweets}. Prints a line for each
 * file and a line with the totals.
 */
public final class GenerateData {
  private static final List<String> OPTIONS =
      List.of("output", "days", "messages", "first", "seed", "shape");

  private GenerateData() {}

  /** Generates the data set. The exit code is 2 when the options are wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path output;
    DataSettings settings;
    try {
      CommandLine line = new CommandLine(OPTIONS, List.of(arguments));
      output = Path.of(line.text("output").orElse("data"));
      settings =
          new DataSettings(
              line.number("seed", DataSettings.DEFAULT_SEED),
              line.day("first", DataSettings.DEFAULT_FIRST_DAY),
              line.count("days", 10),
              line.count("messages", 200_000),
              Shape.named(line.text("shape").orElse("bare")));
    } catch (IllegalArgumentException e) {
      System.err.println("generate: " + e.getMessage());
      System.exit(2);
      return;
    }
    DataFacts facts = DataFiles.generate(output, settings);
    for (FileFacts file : facts.files()) {
      System.out.printf(
          Locale.ROOT,
          "%s: %d records, id sum %d, %d bytes of text, %d of gzip%n",
          file.file(),
          file.records(),
          file.idSum(),
          file.textBytes(),
          file.gzipBytes());
    }
    System.out.printf(
        Locale.ROOT,
        "all: %d records, id sum %d, %d bytes of text, %d of gzip%n",
        facts.records(),
        facts.idSum(),
        facts.textBytes(),
        facts.gzipBytes());
  }
}
