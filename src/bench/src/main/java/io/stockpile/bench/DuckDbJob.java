package io.stockpile.bench;

import io.stockpile.bench.data.Shape;
import io.stockpile.bench.peer.PeerJob;
import io.stockpile.bench.peer.Width;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The peer: DuckDB turns gzip files of one shape into Parquet files, compressed with zstd and
 * partitioned by date. It gets what makes it fast: the types of the columns, a thread for each
 * processor, and permission to write rows in any order.
 *
 * <p>{@code --input=GLOB --output=DIR --peer=narrow|wide --shape=SHAPE --threads=N}
 */
public final class DuckDbJob {
  private static final List<String> OPTIONS =
      List.of("input", "output", "peer", "shape", "threads");

  private DuckDbJob() {}

  /** Runs the job. The exit code is 2 when the options are wrong, and 1 when DuckDB fails. */
  public static void main(String[] arguments) throws SQLException {
    String input;
    Path output;
    PeerJob job;
    Shape shape;
    int threads;
    try {
      CommandLine line = new CommandLine(OPTIONS, List.of(arguments));
      input = line.required("input");
      output = Path.of(line.required("output"));
      shape = Shape.named(line.text("shape").orElse("bare"));
      job = Width.named(line.text("peer").orElse("narrow")).job(shape);
      threads = line.count("threads", Runtime.getRuntime().availableProcessors());
    } catch (IllegalArgumentException e) {
      System.err.println("duckdb: " + e.getMessage());
      System.exit(2);
      return;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads=" + threads);
      statement.execute("SET preserve_insertion_order=false");
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (%s))"
              .formatted(
                  job.query(input, shape),
                  output.toString().replace("'", "''"),
                  String.join(", ", job.partitions())));
    }
  }
}
