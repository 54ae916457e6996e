package io.stockpile.bench;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.DayFacts;
import io.stockpile.bench.data.MessageFiles;
import io.stockpile.bench.data.MessageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes a data set and nothing more: {@code --output=DIR --days=10 --messages=200000
 * --first=2017-09-18 --seed=42 --shape=bare|envelope}. Prints a line for each file and one for all.
 */
public final class GenerateMessages {
  private static final List<String> OPTIONS =
      List.of("output", "days", "messages", "first", "seed", "shape");

  private GenerateMessages() {}

  /** Ends with 2 when the options are wrong. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path output;
    DataSettings settings;
    try {
      CommandLine line = new CommandLine(OPTIONS, List.of(arguments));
      output = Path.of(line.text("output").orElse("messages"));
      settings =
          new DataSettings(
              line.number("seed", DataSettings.DEFAULT_SEED),
              line.day("first", DataSettings.DEFAULT_FIRST_DAY),
              line.count("days", 10),
              line.count("messages", 200_000),
              MessageShape.named(line.text("shape").orElse("bare")));
    } catch (IllegalArgumentException e) {
      System.err.println("generate: " + e.getMessage());
      System.exit(2);
      return;
    }
    DataFacts facts = MessageFiles.generate(output, settings);
    for (DayFacts day : facts.days()) {
      System.out.printf(
          Locale.ROOT,
          "%s: %d lines, id sum %d, %d bytes of text, %d of gzip%n",
          day.file(),
          day.lines(),
          day.idSum(),
          day.textBytes(),
          day.gzipBytes());
    }
    System.out.printf(
        Locale.ROOT,
        "all: %d lines, id sum %d, %d bytes of text, %d of gzip%n",
        facts.lines(),
        facts.idSum(),
        facts.textBytes(),
        facts.gzipBytes());
  }
}
