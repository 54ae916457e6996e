package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Measures the CPU time that one row takes, from the shredded record to the compressed page,
 * without a store. Not a test: run it by hand, alone on the machine, with {@code
 * -XX:TieredStopAtLevel=1} and without, and compare the fastest of its rounds.
 */
final class WriterMeasurement {
  private static final int ROWS = 20_000;
  private static final int PASSES = 6;
  private static final int ROUNDS = 12;

  private WriterMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    TableSchema schema = messages();
    List<ShreddedRecord> records = records(schema);
    long entries = records.stream().mapToLong(ShreddedRecord::size).sum() / ROWS;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    long bytes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      try (ColumnarFile file =
          new ColumnarFile(schema, WriterSettings.defaults(), new CountedObject())) {
        for (int pass = 0; pass < PASSES; pass++) {
          for (ShreddedRecord record : records) {
            file.write(record);
          }
        }
        bytes = file.finish().pending().bytes();
      }
      long spent = threads.getCurrentThreadCpuTime() - before;
      best = Math.min(best, spent / (double) (ROWS * PASSES));
    }
    System.out.printf(
        Locale.ROOT,
        "%.0f ns a row of %d entries, %.1f bytes a row%n",
        best,
        entries,
        bytes / (double) (ROWS * PASSES));
  }

  private static TableSchema messages() {
    return TestTables.table(
        "test/messages",
        TestTables.required(1, "id", TestTables.scalar(Primitive.INT64)),
        TestTables.required(2, "body", TestTables.scalar(Primitive.STRING)),
        TestTables.required(3, "created_at", TestTables.scalar(Primitive.TIMESTAMP)),
        TestTables.optional(
            4,
            "user",
            TestTables.group(
                TestTables.optional(5, "id", TestTables.scalar(Primitive.INT64)),
                TestTables.optional(6, "username", TestTables.scalar(Primitive.STRING)),
                TestTables.optional(7, "name", TestTables.scalar(Primitive.STRING)),
                TestTables.optional(8, "official", TestTables.scalar(Primitive.BOOLEAN)),
                TestTables.optional(9, "followers", TestTables.scalar(Primitive.INT64)),
                TestTables.optional(10, "joined", TestTables.scalar(Primitive.DATE)),
                TestTables.optional(11, "experience", TestTables.scalar(Primitive.STRING)))),
        TestTables.optional(
            12,
            "symbols",
            TestTables.list(
                13,
                TestTables.group(
                    TestTables.optional(14, "id", TestTables.scalar(Primitive.INT64)),
                    TestTables.optional(15, "symbol", TestTables.scalar(Primitive.STRING)),
                    TestTables.optional(16, "title", TestTables.scalar(Primitive.STRING)),
                    TestTables.optional(17, "score", TestTables.scalar(Primitive.DOUBLE))))),
        TestTables.optional(18, "sentiment", TestTables.scalar(Primitive.STRING)),
        TestTables.optional(19, "extra", TestTables.scalar(Primitive.JSON)));
  }

  private static List<ShreddedRecord> records(TableSchema schema) {
    Random random = new Random(1);
    TreeShredder shredder = new TreeShredder(schema);
    List<ShreddedRecord> records = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("id", 96_000_000L + i * 10L + random.nextInt(10));
      message.put("body", words(random, 5 + random.nextInt(20)));
      message.put("created_at", 1_506_000_000_000_000L + i * 400_000L);
      message.put("user", user(random));
      List<Object> symbols = new ArrayList<>();
      for (int j = random.nextInt(3); j >= 0; j--) {
        symbols.add(symbol((int) (random.nextDouble() * random.nextDouble() * 5_000)));
      }
      message.put("symbols", symbols);
      message.put("sentiment", List.of("Bullish", "Bearish").get(random.nextInt(2)));
      message.put("extra", random.nextInt(4) == 0 ? "{\"n\":" + random.nextInt() + "}" : null);
      records.add(shredder.shred(message));
    }
    return records;
  }

  private static Map<String, Object> user(Random random) {
    int id = (int) (random.nextDouble() * random.nextDouble() * 30_000);
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("id", id * 37L);
    user.put("username", "user" + Integer.toString(id * 7919, 36));
    user.put("name", words(new Random(id), 2));
    user.put("official", id % 100 == 0);
    user.put("followers", id % 700L);
    user.put("joined", 15_000L + id % 2_000);
    user.put("experience", id % 3 == 0 ? null : List.of("Novice", "Professional").get(id % 2));
    return user;
  }

  private static Map<String, Object> symbol(int id) {
    Map<String, Object> symbol = new LinkedHashMap<>();
    symbol.put("id", (long) id);
    symbol.put("symbol", Integer.toString(id * 31, 36));
    symbol.put("title", words(new Random(id), 3));
    symbol.put("score", id / 8.0);
    return symbol;
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int word = (int) (random.nextDouble() * random.nextDouble() * 20_000);
      words.append(Integer.toString(word * 1_009 + 500, 36)).append(' ');
    }
    return words.toString();
  }

  /** Counts the bytes that are written to it. */
  private static final class CountedObject extends StagedObject {
    private long position;

    @Override
    public long position() {
      return position;
    }

    @Override
    public String sha256() {
      return "";
    }

    @Override
    public void write(int value) {
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      position += length;
    }

    @Override
    public PendingObject finish() {
      return new PendingObject("measurement", position, "", "");
    }

    @Override
    public void close() {
      // There is nothing to discard.
    }
  }
}
