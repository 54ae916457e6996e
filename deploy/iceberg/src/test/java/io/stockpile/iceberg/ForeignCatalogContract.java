package io.stockpile.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.pipeline.parquet.ParquetFooters;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What publishing must do with every kind of foreign catalog. */
abstract class ForeignCatalogContract {
  static final String NAME = "prod";

  private static final TableIdentifier MESSAGES = TableIdentifier.of("stocktwits", "messages");

  private TestArchive archive;

  /** Starts the server of the catalog. */
  abstract void start(TestArchive of) throws IOException;

  abstract void stop() throws IOException;

  /** The catalog's properties, as a user writes them. */
  abstract String properties();

  /** Opens the catalog without the program. */
  abstract Catalog open();

  TestArchive archive() {
    return archive;
  }

  @BeforeEach
  void fill(@TempDir Path directory) throws IOException {
    archive = new TestArchive(directory.resolve("archive")).filled();
    start(archive);
  }

  @AfterEach
  void close() throws IOException {
    stop();
    archive.close();
  }

  TestArchive.Ending publish(String... more) {
    return archive.run(
        "catalog",
        Stream.concat(
                Stream.of("--catalog=" + NAME, "--catalogProperties=" + properties()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertPublished() throws IOException {
    Table table = open().loadTable(MESSAGES);
    List<String> files = ReadBack.planned(table, Expressions.alwaysTrue());
    List<String> held = archive.files("stocktwits/messages");
    assertThat(files).hasSize(held.size());
    assertThat(new HashSet<>(files)).hasSize(files.size());
    long rows = 0;
    try (ObjectStore store = archive.open()) {
      for (String file : held) {
        rows += ParquetFooters.read(store, file).rows();
      }
    }
    assertThat(ReadBack.rows(table)).hasSize((int) rows);
    assertThat(table.schema().sameSchema(IcebergSchemas.schema(Tables.MESSAGES))).isTrue();
  }

  @Test
  void theTablesAreRegisteredWithTheIdsOfTheFilesAndFollowWhatIsHeld() throws IOException {
    TestArchive.Ending ending = publish();
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains("the catalog prod: 5 tables of");
    assertPublished();
    assertThat(archive.files("_iceberg")).isEmpty();

    List<String> before = archive.files("_catalogs");
    assertThat(publish().code()).isZero();
    assertThat(archive.files("_catalogs")).isEqualTo(before);

    archive.offer(TestArchive.FIRST, 8, 90);
    TestArchive.Ending replaced =
        archive.backfill(
            "--date=2016-12-05",
            "--onExisting=replace",
            "--publish",
            "--catalog=" + NAME,
            "--catalogProperties=" + properties());
    assertThat(replaced.code()).as(replaced.out() + replaced.err()).isZero();
    assertPublished();
    assertThat(open().loadTable(MESSAGES).snapshots()).hasSize(1);
  }

  @Test
  void publishersAtOncePublishEachFileOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Callable<TestArchive.Ending> work = this::publish;
    for (Future<TestArchive.Ending> done : threads.invokeAll(List.of(work, work))) {
      assertThat(done.get().code()).as(done.get().out() + done.get().err()).isZero();
    }
    threads.shutdown();
    assertPublished();
  }

  @Test
  void aTableThatTheCatalogMadeItselfIsRefused() {
    Catalog catalog = open();
    ((SupportsNamespaces) catalog).createNamespace(Namespace.of("stocktwits"));
    Schema schema = IcebergSchemas.schema(Tables.MESSAGES);
    catalog
        .buildTable(MESSAGES, schema)
        .withLocation(ObjectStores.address(archive.location()) + "/_mine")
        .create();

    TestArchive.Ending ending = publish();

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("stocktwits.messages", "field ids of its own");
    assertThat(catalog.loadTable(MESSAGES).currentSnapshot()).isNull();
  }
}
