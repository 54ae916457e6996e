package io.stockpile.bench.data;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one day's file: as many messages as asked, roughly in the order of their times, with the
 * night quiet and the middle of the day busy, and a few that belong to a neighbouring day.
 */
final class DayFile {
  private static final long SECONDS_A_DAY = 86_400;
  private static final double NEIGHBOURING_DAY_SHARE = 0.0005;
  private static final int CHUNK_BYTES = 1 << 18;
  private static final long FIRST_ID = 96_000_000;

  /** Ids rise by this much on average over three draws, so none comes twice. */
  private static final int ID_STEP = 3;

  private final DataSettings settings;
  private final int dayIndex;
  private final Randomness random;
  private final MessageWriter writer;
  private final SortedMap<LocalDate, Long> linesByDate = new TreeMap<>();
  private long idSum;
  private long textBytes;

  DayFile(DataSettings settings, int dayIndex, Population population) {
    this.settings = settings;
    this.dayIndex = dayIndex;
    this.random = Randomness.of(settings.seed(), "day", dayIndex);
    this.writer = new MessageWriter(population);
  }

  /** Writes the file, instead of one that is there; to be called once. */
  DayFacts writeTo(Path file) throws IOException {
    JsonBuffer json = new JsonBuffer();
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int line = 0; line < settings.messagesADay(); line++) {
        line(json, line);
        if (json.length() > CHUNK_BYTES) {
          textBytes += json.length();
          json.drainTo(out);
        }
      }
      textBytes += json.length();
      json.drainTo(out);
    }
    return new DayFacts(
        settings.day(dayIndex),
        file,
        settings.messagesADay(),
        BigInteger.valueOf(idSum),
        textBytes,
        Files.size(file),
        linesByDate);
  }

  private void line(JsonBuffer json, int line) {
    long index = (long) dayIndex * settings.messagesADay() + line;
    long id = FIRST_ID + index * ID_STEP + random.below(ID_STEP);
    long epochSecond = epochSecond((line + random.unit()) / settings.messagesADay());
    if (settings.shape() == MessageShape.ENVELOPE) {
      json.raw("{\"object\":\"Message\",\"action\":\"create\",\"data\":");
      writer.write(json, id, epochSecond, random);
      json.raw(",\"time\":").timestamp(epochSecond).raw('}');
    } else {
      writer.write(json, id, epochSecond, random);
    }
    json.raw('\n');
    idSum += id;
    linesByDate.merge(
        LocalDate.ofEpochDay(Math.floorDiv(epochSecond, SECONDS_A_DAY)), 1L, Long::sum);
  }

  /**
   * When a message was written.
   *
   * @param share how much of the day's messages lies before it, from 0 to 1
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
