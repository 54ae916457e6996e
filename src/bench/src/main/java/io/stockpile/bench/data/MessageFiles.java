package io.stockpile.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Data sets of synthetic message files, one {@code stocktwits_messages_YYYY_MM_DD.gz} a day, and
 * {@code facts.json} beside them. Text is a function of the settings alone; the bytes of the gzip
 * files depend on the JDK's zlib too.
 */
public final class MessageFiles {
  private static final DateTimeFormatter FILE_NAME =
      DateTimeFormatter.ofPattern("'stocktwits_messages_'uuuu_MM_dd'.gz'", Locale.ROOT);

  private MessageFiles() {}

  /** The name of a day's file. */
  public static String fileName(LocalDate day) {
    return day.format(FILE_NAME);
  }

  /**
   * Takes the data set that lies in the directory when it was made from the same settings and is
   * whole, and makes it otherwise.
   */
  public static DataFacts ensure(Path directory, DataSettings settings)
      throws IOException, InterruptedException {
    Optional<DataFacts> present = FactsJson.read(directory);
    if (present.isPresent() && present.get().settings().equals(settings) && whole(present.get())) {
      return present.get();
    }
    return generate(directory, settings);
  }

  /**
   * Makes a data set, with as many days at a time as the machine has processors. The facts are
   * written last; after a failure there are none.
   */
  public static DataFacts generate(Path directory, DataSettings settings)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Files.deleteIfExists(FactsJson.path(directory));
    Population population = Population.invent(settings.seed());
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<DayFacts>> days = new ArrayList<>();
      for (int index = 0; index < settings.days(); index++) {
        int day = index;
        Path file = directory.resolve(fileName(settings.day(day)));
        days.add(threads.submit(() -> new DayFile(settings, day, population).writeTo(file)));
      }
      List<DayFacts> facts = new ArrayList<>();
      for (Future<DayFacts> day : days) {
        facts.add(day.get());
      }
      DataFacts dataFacts = new DataFacts(settings, facts);
      FactsJson.write(directory, dataFacts);
      return dataFacts;
    } catch (ExecutionException e) {
      throw new IOException("Cannot write the message files to " + directory, e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean whole(DataFacts facts) throws IOException {
    for (DayFacts day : facts.days()) {
      if (!Files.exists(day.file()) || Files.size(day.file()) != day.gzipBytes()) {
        return false;
      }
    }
    return true;
  }
}
