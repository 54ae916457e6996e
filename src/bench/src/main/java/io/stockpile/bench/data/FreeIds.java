package io.stockpile.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/** Ids that stand nowhere in the text of a data set, so that nothing of it has to do with them. */
public final class FreeIds {
  /** How many ids are looked at for each that is wanted, because the records have some of them. */
  private static final int CANDIDATES = 3;

  private static final int MOST_DIGITS = 18;
  private static final int BUFFER_BYTES = 1 << 16;

  private final DataFacts facts;

  public FreeIds(DataFacts facts) {
    this.facts = facts;
  }

  /** Ids of the records of one unit: the least and the greatest. */
  public record Range(long least, long greatest) {
    long size() {
      return greatest - least + 1;
    }
  }

  /**
   * Ids that lie among those of the units' records.
   *
   * @param count how many
   * @return the ids in rising order
   * @throws IOException when a file cannot be read, or there are not so many
   */
  public long[] among(List<Range> units, int count) throws IOException {
    long each = (long) count * CANDIDATES / units.size() + 1;
    return free(units.stream().flatMapToLong(unit -> spread(unit, each)), count);
  }

  private static LongStream spread(Range range, long count) {
    long ids = Math.min(range.size(), count);
    double step = (double) range.size() / ids;
    return LongStream.range(0, ids).map(index -> range.least() + (long) (index * step));
  }

  /**
   * Ids that lie before and behind those of all units' records, as close together as these.
   *
   * @param count how many
   * @return the ids in rising order
   * @throws IOException when a file cannot be read, or there are not so many
   */
  public long[] outside(List<Range> units, int count) throws IOException {
    long least = units.stream().mapToLong(Range::least).min().orElseThrow();
    long greatest = units.stream().mapToLong(Range::greatest).max().orElseThrow();
    long step = Math.max(1, (greatest - least) / Math.max(1, facts.records()));
    LongStream candidates =
        LongStream.rangeClosed(1, count)
            .flatMap(index -> LongStream.of(least - index * step, greatest + index * step))
            .filter(id -> id > 0);
    return free(candidates, count);
  }

  private long[] free(LongStream candidates, int count) throws IOException {
    long[] ids = candidates.sorted().distinct().toArray();
    BitSet named = new BitSet(ids.length);
    for (FileFacts file : facts.files()) {
      try (InputStream text =
          new GZIPInputStream(Files.newInputStream(file.file()), BUFFER_BYTES)) {
        markNamed(text, ids, named);
      }
    }
    int free = ids.length - named.cardinality();
    if (free < count) {
      throw new IOException(
          "Of %d ids %d stand nowhere in the data, fewer than %d; ask for fewer"
              .formatted(ids.length, free, count));
    }
    long[] chosen = new long[count];
    int at = -1;
    int passed = 0;
    for (int index = 0; index < count; index++) {
      int wanted = (int) ((long) index * free / count);
      do {
        at = named.nextClearBit(at + 1);
      } while (passed++ < wanted);
      chosen[index] = ids[at];
    }
    return chosen;
  }

  /** Marks every id that is a run of digits of the text, whatever it is there. */
  private static void markNamed(InputStream text, long[] ids, BitSet named) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long number = 0;
    int digits = 0;
    for (int length = text.read(buffer); length >= 0; length = text.read(buffer)) {
      for (int at = 0; at < length; at++) {
        int digit = buffer[at] - '0';
        if (digit >= 0 && digit <= 9) {
          number = number * 10 + digit;
          digits++;
        } else if (digits > 0) {
          if (digits <= MOST_DIGITS && number >= ids[0] && number <= ids[ids.length - 1]) {
            int index = Arrays.binarySearch(ids, number);
            if (index >= 0) {
              named.set(index);
            }
          }
          number = 0;
          digits = 0;
        }
      }
    }
  }
}
