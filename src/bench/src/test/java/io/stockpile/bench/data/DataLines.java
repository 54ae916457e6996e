package io.stockpile.bench.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the lines of generated files. */
public final class DataLines {
  private DataLines() {}

  /** The lines of one file, without line ends. */
  public static List<String> of(FileFacts facts) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(facts.file())), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** The tweets of all files of a data set. */
  public static List<String> tweets(DataFacts facts) throws IOException {
    List<String> tweets = new ArrayList<>();
    for (FileFacts file : facts.files()) {
      of(file).stream().filter(line -> line.startsWith("{\"created_at\":")).forEach(tweets::add);
    }
    return tweets;
  }
}
