package io.stockpile.pipeline.derive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.parquet.TableFile;
import io.stockpile.pipeline.parquet.WriterSettings;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.testing.DuckDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Derives units in an archive in a directory, and reads them with DuckDB. */
final class DerivingArchive {
  static final FirestreamUnit UNIT =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2018, 1, 1));
  static final String KEY = UNIT.landingKey();
  static final DeriveSettings SETTINGS =
      new DeriveSettings(Duration.ofDays(7), 1, 1 << 24, WriterSettings.defaults());

  private final Path root;
  private final ObjectStore store;

  DerivingArchive(Path root) throws IOException {
    this.root = root;
    store = ObjectStores.open(new StoreLocation(root.toString(), null, false, false));
  }

  ObjectStore store() {
    return store;
  }

  static byte[] text(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  /** A gzip file with a member for each part. */
  static byte[] gzip(byte[]... parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      try (GZIPOutputStream member = new GZIPOutputStream(out)) {
        member.write(part);
      }
    }
    return out.toByteArray();
  }

  void land(String key, byte[] content) throws IOException {
    store.putIfAbsent(key, content);
  }

  DerivedUnit derive(byte[] content, DeriveSettings settings)
      throws IOException, InterruptedException {
    return derive(UNIT, Vocabulary.STOCKTWITS, KEY, content, settings);
  }

  /** Derives {@link #UNIT} from objects that were landed before. */
  DerivedUnit derive(List<LandedInput> landed, DeriveProgress progress)
      throws IOException, InterruptedException {
    return derive(UNIT, Vocabulary.STOCKTWITS, landed, SETTINGS, progress);
  }

  private DerivedUnit derive(
      ArchiveUnit unit, Vocabulary vocabulary, String key, byte[] content, DeriveSettings settings)
      throws IOException, InterruptedException {
    land(key, content);
    return derive(
        unit, vocabulary, List.of(LandedInput.unproven(key)), settings, DeriveProgress.NONE);
  }

  private DerivedUnit derive(
      ArchiveUnit unit,
      Vocabulary vocabulary,
      List<LandedInput> landed,
      DeriveSettings settings,
      DeriveProgress progress)
      throws IOException, InterruptedException {
    return new UnitDeriver()
        .derive(unit, Generation.FIRST, vocabulary, landed, store, settings, progress);
  }

  /** Derives a unit, and makes its files visible. */
  DerivedUnit deriveAndComplete(byte[] content) throws IOException, InterruptedException {
    return deriveAndComplete(UNIT, Vocabulary.STOCKTWITS, KEY, content);
  }

  /** Derives a unit from a single object, and makes its files visible. */
  DerivedUnit deriveAndComplete(ArchiveUnit unit, Vocabulary vocabulary, String key, byte[] content)
      throws IOException, InterruptedException {
    DerivedUnit derived = derive(unit, vocabulary, key, content, SETTINGS);
    for (TableFile file : derived.files()) {
      store.complete(file.pending());
    }
    if (derived.rejected().isPresent()) {
      store.complete(derived.rejected().get().pending());
    }
    return derived;
  }

  /** The rows of a query; {@code $table} means a table's files. */
  List<List<Object>> query(String sql) throws SQLException {
    String full =
        sql.replaceAll(
            "\\$([a-z_]+)",
            "read_parquet('" + root + "/*/$1/*/*.parquet', hive_partitioning=true)");
    try (DuckDb duckdb = new DuckDb()) {
      return duckdb.rows(full);
    }
  }

  /** The rows of a query over the rejected lines, whose table is {@code rejected}. */
  List<List<Object>> rejected(String select) throws SQLException {
    Path file = root.resolve(UNIT.rejectedKey());
    return query(select + " FROM read_parquet('" + file + "') ORDER BY source_line");
  }

  /** The paths of all files in the archive except landed ones; staged files are included. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(file -> !file.startsWith("_landing"))
          .filter(file -> !file.endsWith(".lock"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
