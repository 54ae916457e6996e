package io.stockpile.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.catalog.Publication;
import io.stockpile.pipeline.parquet.ParquetFooters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publications at the same time, and publications that are killed. */
class PublicationTest {
  private static final String MESSAGES = "stocktwits/messages";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private TestArchive archive;
  private ObjectStore store;

  @BeforeEach
  void fill(@TempDir Path directory) {
    archive = new TestArchive(directory.resolve("archive")).filled();
    store = archive.open();
  }

  @AfterEach
  void close() {
    store.close();
    archive.close();
  }

  private boolean publish(ObjectStore through) throws IOException {
    try (ArchiveCatalog catalog = new ArchiveCatalog(through, archive.location())) {
      return new Publication(through, catalog, new PrintStream(said, true, StandardCharsets.UTF_8))
          .publish();
    } catch (CatalogRefusedException e) {
      throw new IOException(e);
    }
  }

  private void assertPublishedOnce() throws IOException {
    for (String name : List.of(MESSAGES, "stocktwits/message_deletions", "stocktwits/blocks")) {
      Table table = ReadBack.table(store, archive.location(), name);
      List<String> files = ReadBack.planned(table, Expressions.alwaysTrue());
      assertThat(files).hasSize(archive.files(name).size());
      assertThat(new HashSet<>(files)).hasSize(files.size());
      long rows = 0;
      for (String file : archive.files(name)) {
        rows += ParquetFooters.read(store, file).rows();
      }
      assertThat(ReadBack.rows(table)).hasSize((int) rows);
    }
    assertThat(archive.run("verify").code()).isZero();
  }

  private void replaceADay(int seed) {
    archive.offer(TestArchive.FIRST, seed, 90);
    assertThat(
            archive
                .backfill("--date=2016-12-05", "--fileTypes=message", "--onExisting=replace")
                .code())
        .isZero();
  }

  @Test
  void publishersAtOncePublishEachFileOnce() throws Exception {
    publishTogether();
    assertPublishedOnce();

    replaceADay(8);
    publishTogether();
    assertPublishedOnce();
  }

  private void publishTogether() throws Exception {
    int publishers = 3;
    ExecutorService threads = Executors.newFixedThreadPool(publishers);
    CyclicBarrier start = new CyclicBarrier(publishers);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < publishers; i++) {
      work.add(
          () -> {
            try (ObjectStore own = archive.open()) {
              start.await();
              return publish(own);
            }
          });
    }
    for (Future<Boolean> done : threads.invokeAll(work)) {
      assertThat(done.get()).isTrue();
    }
    threads.shutdown();
  }

  @Test
  void aPublicationThatDiesAnywhereIsMadeGoodByTheNext() throws IOException {
    publish(store);
    replaceADay(8);
    int last = 0;
    for (int change = 1; ; change++) {
      AtomicInteger changes = new AtomicInteger();
      boolean whole;
      try {
        whole = publish(FaultyStore.dyingAt(store, change, changes));
      } catch (IOException | RuntimeException e) {
        whole = false;
      }
      // It was killed when nothing was left to do but to remove files without use, or not at all.
      if (changes.get() < change) {
        assertThat(whole).isTrue();
        break;
      }
      last = change;
      replaceADay(8 + change);
    }
    assertThat(last).isGreaterThan(5);
    assertThat(publish(store)).isTrue();
    assertPublishedOnce();
    assertThat(ReadBack.table(store, archive.location(), MESSAGES).snapshots()).hasSize(1);
  }

  @Test
  void afterADeathAtAnyChangeTheSameFilesArePublished() throws IOException {
    for (int change : List.of(1, 2, 3, 4, 5, 6, 7)) {
      AtomicInteger changes = new AtomicInteger();
      try {
        assertThat(publish(FaultyStore.dyingAt(store, change, changes))).isFalse();
      } catch (IOException | RuntimeException e) {
        assertThat(e).hasStackTraceContaining("Died at change " + change);
      }
    }
    assertThat(publish(store)).isTrue();
    assertPublishedOnce();
  }

  @Test
  void anArchiveOnS3IsPublishedThere() throws Exception {
    try (EmbeddedS3 server = EmbeddedS3.start();
        ObjectStore there = server.open("an/archive")) {
      for (String file : archive.files("")) {
        if (!file.startsWith("_staging")) {
          there.putIfAbsent(file, archive.read(file));
        }
      }
      StoreLocation location = server.location("an/archive");
      for (int i = 0; i < 2; i++) {
        try (ArchiveCatalog catalog = new ArchiveCatalog(there, location)) {
          assertThat(
                  new Publication(
                          there, catalog, new PrintStream(said, true, StandardCharsets.UTF_8))
                      .publish())
              .isTrue();
        }
      }
      Table table = ReadBack.table(there, location, MESSAGES);
      assertThat(table.location()).isEqualTo("s3://archive/an/archive/_iceberg/" + MESSAGES);
      assertThat(ReadBack.rows(table)).hasSize(579);
      assertThat(table.history()).hasSize(1);
    }
  }

  @Test
  void aManifestThatCannotBeReadStopsEverything() throws IOException {
    publish(store);
    List<String> before = archive.files("_iceberg");
    Files.writeString(archive.root().resolve("_manifests/firestream/message/2016-12-05.json"), "{");

    TestArchive.Ending ending = archive.run("catalog");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("2016-12-05.json", "Nothing is published");
    assertThat(archive.files("_iceberg")).isEqualTo(before);
  }

  @Test
  void aFileThatIsGoneIsNamedAndStopsOnlyItsTable() throws IOException {
    Files.delete(
        archive
            .root()
            .resolve(
                "stocktwits/blocks/date=2016-12-06/firestream-activity-2016-12-06-0000.parquet"));

    TestArchive.Ending ending = archive.run("catalog");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out())
        .contains("Failed: stocktwits/blocks", "firestream-activity-2016-12-06-0000.parquet")
        .contains("stocktwits/messages: 6 files added");
  }
}
