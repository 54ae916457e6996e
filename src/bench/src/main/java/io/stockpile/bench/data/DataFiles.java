package io.stockpile.bench.data;

import io.stockpile.bench.data.parts.RecordWriter;
import io.stockpile.bench.data.stocktwits.ActivityWriter;
import io.stockpile.bench.data.stocktwits.EnvelopeWriter;
import io.stockpile.bench.data.stocktwits.MessageWriter;
import io.stockpile.bench.data.stocktwits.Population;
import io.stockpile.bench.data.twitter.TweetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Generates data sets: files of one shape, and {@code facts.json} beside them. Messages and
 * activities have a file for each day, {@code stocktwits_messages_YYYY_MM_DD.gz} or {@code
 * stocktwits_activity_...}; tweets are in answers of two hours each (see {@link AnswerFile}). The
 * text depends only on the settings; the bytes of the gzip files also depend on the JDK's zlib.
 */
public final class DataFiles {
  /** The stream that the answers with tweets belong to, as it is written in an archive's keys. */
  public static final String REPLAY_SERIES = "replay/powertrack/bench/prod";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu_MM_dd", Locale.ROOT);

  private DataFiles() {}

  /**
   * Returns the facts about the data set in the directory. Generates it first, unless a complete
   * one from the same settings is there.
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
   * Generates a data set; as many files are written at a time as the machine has processors. {@code
   * facts.json} is written last, so after a failure there is none.
   */
  public static DataFacts generate(Path directory, DataSettings settings)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Files.deleteIfExists(FactsJson.path(directory));
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<FileFacts> facts = new ArrayList<>();
      for (Future<FileFacts> file : threads.invokeAll(tasks(directory, settings))) {
        facts.add(file.get());
      }
      DataFacts dataFacts = new DataFacts(settings, facts);
      FactsJson.write(directory, dataFacts);
      return dataFacts;
    } catch (ExecutionException e) {
      throw new IOException("Cannot write the data to " + directory, e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Callable<FileFacts>> tasks(Path directory, DataSettings settings) {
    return settings.shape() == Shape.TWEETS
        ? answers(directory, settings)
        : days(directory, settings);
  }

  private static List<Callable<FileFacts>> answers(Path directory, DataSettings settings) {
    long start = settings.firstDay().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    TweetWriter writer = TweetWriter.of(settings.seed(), start);
    List<Callable<FileFacts>> tasks = new ArrayList<>();
    for (int index = 0; index < settings.days() * AnswerFile.A_DAY; index++) {
      AnswerFile answer = new AnswerFile(settings, index, writer);
      tasks.add(() -> answer.writeInto(directory));
    }
    return tasks;
  }

  private static List<Callable<FileFacts>> days(Path directory, DataSettings settings) {
    Population population = Population.invent(settings.seed());
    List<Callable<FileFacts>> tasks = new ArrayList<>();
    for (int index = 0; index < settings.days(); index++) {
      int day = index;
      Path file = directory.resolve(fileName(settings.shape(), settings.day(day)));
      tasks.add(
          () -> new DayFile(settings, day, writer(settings.shape(), population)).writeTo(file));
    }
    return tasks;
  }

  private static String fileName(Shape shape, LocalDate day) {
    String type = shape == Shape.ACTIVITIES ? "activity" : "messages";
    return "stocktwits_" + type + "_" + day.format(DAY) + ".gz";
  }

  private static RecordWriter writer(Shape shape, Population population) {
    return switch (shape) {
      case BARE -> new MessageWriter(population);
      case ENVELOPE -> new EnvelopeWriter(new MessageWriter(population));
      case ACTIVITIES -> new ActivityWriter(population);
      case TWEETS -> throw new IllegalArgumentException("Tweets are in no day's file");
    };
  }

  private static boolean whole(DataFacts facts) throws IOException {
    for (FileFacts file : facts.files()) {
      if (!Files.exists(file.file()) || Files.size(file.file()) != file.gzipBytes()) {
        return false;
      }
    }
    return true;
  }
}
