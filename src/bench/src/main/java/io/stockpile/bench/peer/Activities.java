package io.stockpile.bench.peer;

import java.util.List;

/** What both jobs for activities have in common. */
final class Activities {
  static final List<String> TABLES =
      List.of("stocktwits/message_likes", "stocktwits/friendships", "stocktwits/blocks");

  /**
   * The output has a directory for each kind of object, as the archive does; all are written while
   * the lines are read once.
   */
  static final List<String> PARTITIONS = List.of("object", "date");

  static final String TIME = "\"time\"";

  /** The compared values: those of the envelope, and those taken from {@code data}. */
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
