package io.stockpile.bench.data;

import io.stockpile.bench.data.parts.GzipText;
import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.RecordWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the Firestream file of one day. The records are roughly in the order of their times; there
 * are few at night and many in the middle of the day, and a few belong to a neighbouring day.
 */
final class DayFile {
  private static final long SECONDS_A_DAY = 86_400;
  private static final double NEIGHBOURING_DAY_SHARE = 0.0005;
  private static final long FIRST_ID = 96_000_000;

  /**
   * How many ids there are for each record to draw its id from. Records draw from different ids, so
   * none occurs twice.
   */
  private static final int ID_STEP = 3;

  private final DataSettings settings;
  private final int dayIndex;
  private final Randomness random;
  private final RecordWriter writer;
  private final SortedMap<LocalDate, Long> recordsByDate = new TreeMap<>();
  private long idSum;

  DayFile(DataSettings settings, int dayIndex, RecordWriter writer) {
    this.settings = settings;
    this.dayIndex = dayIndex;
    this.random = Randomness.of(settings.seed(), "day", dayIndex);
    this.writer = writer;
  }

  /** Writes the file, and replaces one that exists. To be called once. */
  FileFacts writeTo(Path file) throws IOException {
    GzipText text = new GzipText(file);
    try (text) {
      for (int line = 0; line < settings.recordsADay(); line++) {
        line(text.line(), line);
      }
    }
    LocalDate day = settings.day(dayIndex);
    return new FileFacts(
        day.toString(),
        day,
        file,
        settings.recordsADay(),
        BigInteger.valueOf(idSum),
        text.bytes(),
        Files.size(file),
        recordsByDate);
  }

  private void line(JsonBuffer json, int line) {
    long index = (long) dayIndex * settings.recordsADay() + line;
    long id = FIRST_ID + index * ID_STEP + random.below(ID_STEP);
    long epochSecond = epochSecond((line + random.unit()) / settings.recordsADay());
    writer.write(json, id, epochSecond, random);
    json.raw('\n');
    idSum += id;
    recordsByDate.merge(
        LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_A_DAY)), 1L, Long::sum);
  }

  /**
   * The time of a record's event.
   *
   * @param share the share of the day's records that come before it, from 0 to 1
   */
  private long epochSecond(double share) {
    long midnight = settings.day(dayIndex).toEpochDay() * SECONDS_A_DAY;
    if (random.chance(NEIGHBOURING_DAY_SHARE)) {
      int distance = random.below(900);
      return random.chance(0.5) ? midnight - 1 - distance : midnight + SECONDS_A_DAY + distance;
    }
    double busiestAtNoon = share + 0.12 * Math.sin(2 * Math.PI * share);
    long second = (long) (busiestAtNoon * SECONDS_A_DAY);
    if (random.chance(0.03)) {
      second -= random.below(600);
    }
    return midnight + Math.max(0, Math.min(SECONDS_A_DAY - 1, second));
  }
}
