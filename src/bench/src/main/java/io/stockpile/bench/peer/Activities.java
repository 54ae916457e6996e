package io.stockpile.bench.peer;

import java.util.List;

/** What the jobs of both widths for activities share. */
final class Activities {
  static final List<String> TABLES =
      List.of("stocktwits/message_likes", "stocktwits/friendships", "stocktwits/blocks");

  /** One reading of the lines makes a directory for each kind of object, as for the archive. */
  static final List<String> PARTITIONS = List.of("object", "date");

  static final String TIME = "\"time\"";

  /** The values of the archive's tables, those of the envelope and those drawn from the data. */
  static final List<ComparedValue> COMPARED =
      List.of(
          same("object"),
          same("action"),
          new ComparedValue("time", "epoch_us(\"time\")", "epoch_us(\"time\")"),
          same("id"),
          same("user_id"),
          same("target_user_id"),
          same("message_id"));

  private Activities() {}

  private static ComparedValue same(String column) {
    return new ComparedValue(column, column, column);
  }
}
