package io.stockpile.bench.data;

import io.stockpile.bench.data.parts.GzipText;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.twitter.TweetWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the answer to one Replay request, two hours of tweets, in the form in which an archive
 * lands it: a file with the bytes of the answer, and beside it the record of the attempt. The
 * minutes of the tweets ascend, but their order within a minute is random. Between them are
 * keep-alives, and at the end is the message of completion. Answers of the night are shorter.
 */
final class AnswerFile {
  /** The number of answers for a day. */
  static final int A_DAY = 12;

  /** The answer's name within its unit. */
  static final String NAME = "1.json.gz";

  private static final Duration SPAN = Duration.ofDays(1).dividedBy(A_DAY);
  private static final double SWING = 0.6;
  private static final int TWEETS_A_KEEP_ALIVE = 2_000;

  private final DataSettings settings;
  private final int index;
  private final TweetWriter writer;
  private final Instant from;

  /**
   * @param index the number of the answer in the data set, from 0
   */
  AnswerFile(DataSettings settings, int index, TweetWriter writer) {
    this.settings = settings;
    this.index = index;
    this.writer = writer;
    this.from =
        settings.firstDay().atStartOfDay().toInstant(ZoneOffset.UTC).plus(SPAN.multipliedBy(index));
  }

  /**
   * Writes both files into a new directory with the name of the unit. To be called once.
   *
   * @param directory the directory of the data set
   */
  FileFacts writeInto(Path directory) throws IOException {
    AttemptRecord attempt = new AttemptRecord(from, from.plus(SPAN));
    Path unit = Files.createDirectories(directory.resolve(attempt.unit()));
    Path file = unit.resolve(NAME);
    int day = index / A_DAY;
    long first = before(index % A_DAY);
    long tweets = before(index % A_DAY + 1) - first;
    Randomness random = Randomness.of(settings.seed(), "answer", index);
    BigInteger idSum = BigInteger.ZERO;
    long keepAlives = 0;
    GzipText text = new GzipText(file);
    try (text) {
      for (long tweet = 0; tweet < tweets; tweet++) {
        if (tweet % TWEETS_A_KEEP_ALIVE == TWEETS_A_KEEP_ALIVE - 1) {
          text.line().raw("\r\n");
          keepAlives++;
        }
        double share = (tweet + random.unit()) / tweets;
        long time = from.toEpochMilli() + (long) (share * SPAN.toMillis());
        long number = (long) day * settings.recordsADay() + first + tweet;
        long id = TweetWriter.id(time, number);
        writer.write(text.line(), id, random);
        text.line().raw("\r\n");
        idSum = idSum.add(BigInteger.valueOf(id));
      }
      text.line().raw(attempt.completion(tweets)).raw("\r\n");
    }
    attempt.write(unit, file, tweets, keepAlives, text.bytes());
    SortedMap<LocalDate, Long> byDate = new TreeMap<>();
    if (tweets > 0) {
      byDate.put(settings.day(day), tweets);
    }
    return new FileFacts(
        attempt.unit(),
        settings.day(day),
        file,
        tweets,
        idSum,
        text.bytes(),
        Files.size(file),
        byDate);
  }

  /** How many tweets of a day come before one of its answers. */
  private long before(int answer) {
    double share = (double) answer / A_DAY;
    double quietAtMidnight = share - SWING / (2 * Math.PI) * Math.sin(2 * Math.PI * share);
    return Math.round(quietAtMidnight * settings.recordsADay());
  }
}
