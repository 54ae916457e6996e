package io.stockpile.bench.peer;

import io.stockpile.bench.data.MessageShape;
import java.util.List;

/** A job of one width: what is read of a line, what is written of it, what must come out equal. */
public sealed interface PeerJob permits NarrowJob, WideJob {
  /** The members of a message that are read. */
  SqlType.Struct read();

  /** The output columns as SQL over {@link #read}, without the partition's. */
  String select();

  /** The values by which the output and an archive are compared. */
  List<ComparedValue> compared();

  /**
   * The query over the files of a glob, with the partition's column {@code date}; the shape says
   * where in a line the message is.
   */
  default String query(String glob, MessageShape shape) {
    return "SELECT %s, CAST(created_at AS DATE) AS date FROM %s"
        .formatted(select(), source(glob, shape));
  }

  private String source(String glob, MessageShape shape) {
    return switch (shape) {
      case BARE -> readJson(glob, read());
      case ENVELOPE ->
          "(SELECT data.* FROM "
              + readJson(glob, SqlType.struct(SqlType.member("data", read())))
              + ")";
    };
  }

  private static String readJson(String glob, SqlType.Struct line) {
    return "read_json(%s, format='newline_delimited', compression='gzip', columns=%s)"
        .formatted(SqlType.quoted(glob), line.columns());
  }
}
