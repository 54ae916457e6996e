package io.stockpile.bench.peer;

import io.stockpile.bench.data.Shape;
import java.util.List;

/** A job of one width: what is read of a line, what is written of it, what must come out equal. */
public sealed interface PeerJob
    permits NarrowMessages,
        WideMessages,
        NarrowActivities,
        WideActivities,
        NarrowTweets,
        WideTweets {
  /** The members of a record that are read. */
  SqlType.Struct read();

  /** The output columns as SQL over {@link #read}, without the partitions'. */
  String select();

  /** The values by which the output and an archive are compared. */
  List<ComparedValue> compared();

  /** The archive's tables that have these records. */
  default List<String> tables() {
    return List.of("stocktwits/messages");
  }

  /** When a record's event was, as SQL over {@link #read}; its day is the last partition. */
  default String time() {
    return "created_at";
  }

  /** What {@link #select} is over, given the SQL of what is read. */
  default String from(String lines) {
    return lines;
  }

  /** What {@code read_json} is told beside the columns, as further arguments. */
  default String readOptions() {
    return "";
  }

  /** The columns that the output is partitioned by. */
  default List<String> partitions() {
    return List.of("date");
  }

  /**
   * The query over the files of a glob, with the partition's column {@code date}; the shape says
   * where in a line the record is.
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
