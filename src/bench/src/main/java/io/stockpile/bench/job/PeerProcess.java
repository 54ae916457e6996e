package io.stockpile.bench.job;

import io.stockpile.bench.measure.Command;
import io.stockpile.bench.peer.ParquetContents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs DuckDB over the landed files, into a directory of its own.
 *
 * @param main the main class that runs DuckDB
 */
public record PeerProcess(Class<?> main, Archive archive, Path output, int threads) implements Job {
  /** Options for a JVM as small as possible, because DuckDB does not work in Java. */
  private static final List<String> SMALL_JVM =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  @Override
  public String name() {
    return "duckdb-" + archive.width();
  }

  @Override
  public void prepare() throws IOException {
    Directories.delete(output);
  }

  @Override
  public Command command() {
    return Command.ofMainClass(
        main,
        SMALL_JVM,
        List.of(
            "--input=" + archive.landedGlob(),
            "--output=" + output,
            "--peer=" + archive.width(),
            "--shape=" + archive.facts().settings().shape(),
            "--threads=" + threads),
        output.getParent());
  }

  @Override
  public void check() {}

  @Override
  public List<Path> tables() {
    return List.of(output);
  }

  @Override
  public ParquetContents contents() throws SQLException {
    return ParquetContents.ofPeer(output, archive.peerJob());
  }
}
