package io.stockpile.simulated.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up the content of a day's backup files. The same seed, day and number of lines give the
 * same lines. Every id occurs once; times ascend through the day. Immutable and thread-safe.
 *
 * <p>Of the lines of {@link #messages}, most are messages in an envelope; every 20th is a deletion
 * (of a message of the same day), and of every 50 one is a bare message and one an Activity Streams
 * note, as older files have them.
 */
public final class SimulatedData {
  private static final long FIRST_MESSAGE_ID = 60_000_000;
  private static final long IDS_A_DAY = 1_000_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2009, 1, 1);
  private static final long SECONDS_A_DAY = ChronoUnit.DAYS.getDuration().toSeconds();

  private final long seed;

  public SimulatedData(long seed) {
    this.seed = seed;
  }

  /** A day's messages; at most a million lines. */
  public SimulatedDay messages(LocalDate day, int lines) {
    MessageLines make = messageLines(day);
    List<String> made = new ArrayList<>(lines);
    for (int i = 0; i < lines; i++) {
      Instant at = instant(day, i, lines);
      long id = firstId(day) + i;
      made.add(
          switch (i % 50) {
            case 19, 39 -> make.destroyed(id, instant(day, i / 2, lines), at).toString();
            case 27 -> make.message(id, at).toString();
            case 44 -> make.activityStreams(id, at).toString();
            default -> make.created(id, at).toString();
          });
    }
    return new SimulatedDay(made);
  }

  /** A day's follows, blocks and likes, and the undoing of some; at most a million lines. */
  public SimulatedDay activities(LocalDate day, int lines) {
    Random random = random(day);
    ActivityLines make = new ActivityLines(random, new Vocabulary(random));
    List<String> made = new ArrayList<>(lines);
    for (int i = 0; i < lines; i++) {
      made.add(make.line(firstId(day) + i, instant(day, i, lines)).toString());
    }
    return new SimulatedDay(made);
  }

  /** A message of the last seconds of the day before, as it may stand in the day's file. */
  public String lateMessage(LocalDate day) {
    Instant late = instant(day, 0, 1).minusSeconds(2);
    return messageLines(day).created(firstId(day) - 1, late).toString();
  }

  /** An activity of the last seconds of the day before, as it may stand in the day's file. */
  public String lateActivity(LocalDate day) {
    Random random = random(day);
    Instant late = instant(day, 0, 1).minusSeconds(2);
    return new ActivityLines(random, new Vocabulary(random))
        .line(firstId(day) - 1, late)
        .toString();
  }

  /** A line that ends in the middle, so that it is not JSON. */
  public String malformedLine(LocalDate day) {
    String whole = messageLines(day).created(firstId(day) - 2, instant(day, 0, 1)).toString();
    return whole.substring(0, whole.length() / 2);
  }

  private MessageLines messageLines(LocalDate day) {
    Random random = random(day);
    return new MessageLines(random, new Vocabulary(random));
  }

  private Random random(LocalDate day) {
    return new Random(seed * 1_000_003 + day.toEpochDay());
  }

  private static long firstId(LocalDate day) {
    return FIRST_MESSAGE_ID + ChronoUnit.DAYS.between(FIRST_DAY, day) * IDS_A_DAY;
  }

  private static Instant instant(LocalDate day, int index, int count) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(SECONDS_A_DAY * index / count);
  }
}
