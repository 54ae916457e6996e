package io.stockpile.bench.peer;

import io.stockpile.bench.data.Shape;
import java.util.List;

/**
 * A job of one width: which members it reads, which columns it writes, and which values are
 * compared.
 */
public sealed interface PeerJob
    permits NarrowMessages,
        WideMessages,
        NarrowActivities,
        WideActivities,
        NarrowTweets,
        WideTweets {
  /** The members of a record that the job reads. */
  SqlType.Struct read();

  /** The output columns as SQL over the members of {@link #read}, without the partition columns. */
  String select();

  /** The values by which its output is compared with an archive. */
  List<ComparedValue> compared();

  /** The archive's tables for these records. */
  default List<String> tables() {
    return List.of("stocktwits/messages");
  }

  /**
   * The time of a record's event as SQL over the members of {@link #read}. Its day is the last
   * partition column.
   */
  default String time() {
    return "created_at";
  }

  /**
   * The SQL that follows FROM.
   *
   * @param lines SQL for the lines that are read
   */
  default String from(String lines) {
    return lines;
  }

  /** Further arguments of {@code read_json}, each after a comma. */
  default String readOptions() {
    return "";
  }

  /** The partition columns of the output. */
  default List<String> partitions() {
    return List.of("date");
  }

  /**
   * The query over the files of a glob, with the partition column {@code date}.
   *
   * @param shape says where the record is in a line
   */
  default String query(String glob, Shape shape) {
    return "SELECT %s, CAST(%s AS DATE) AS date FROM %s"
        .formatted(select(), time(), from(source(glob, shape)));
  }

  private String source(String glob, Shape shape) {
    return switch (shape) {
      case BARE, ACTIVITIES, TWEETS -> readJson(glob, read());
      case ENVELOPE ->
          "(SELECT data.* FROM "
              + readJson(glob, SqlType.struct(SqlType.member("data", read())))
              + ")";
    };
  }

  private String readJson(String glob, SqlType.Struct line) {
    return "read_json(%s, format='newline_delimited', compression='gzip', columns=%s%s)"
        .formatted(SqlType.quoted(glob), line.columns(), readOptions());
  }
}
