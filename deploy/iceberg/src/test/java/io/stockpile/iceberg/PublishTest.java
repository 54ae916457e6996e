package io.stockpile.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that publish at their end. */
class PublishTest {
  private static final String MESSAGES = "stocktwits/messages";

  private TestArchive archive;
  private ObjectStore store;

  @BeforeEach
  void offer(@TempDir Path directory) {
    archive = new TestArchive(directory.resolve("archive"));
    archive.offer(TestArchive.FIRST, 7, 60).offer(TestArchive.FIRST.plusDays(1), 7, 60);
    store = archive.open();
  }

  @AfterEach
  void close() {
    store.close();
    archive.close();
  }

  private Table table(String name) {
    return ReadBack.table(store, archive.location(), name);
  }

  private List<String> published(String name) throws IOException {
    return ReadBack.planned(table(name), Expressions.alwaysTrue());
  }

  private void assertTrue(TestArchive.Ending ending) {
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void backfillImportAndDerivePublishWhatTheyCommitted(@TempDir Path kept) throws IOException {
    assertTrue(archive.backfill("--date=2016-12-05", "--publish"));
    assertThat(published(MESSAGES)).hasSize(2);

    Files.write(
        kept.resolve("stocktwits_messages_2016_12_06.gz"),
        new SimulatedData(9).messages(TestArchive.FIRST.plusDays(1), 40).gzip());
    assertTrue(archive.run("import", "--files=" + kept.resolve("*.gz"), "--publish"));
    assertThat(published(MESSAGES)).hasSize(3);

    assertTrue(archive.run("derive", "--onExisting=replace", "--publish"));
    assertThat(published(MESSAGES)).hasSize(3).allMatch(file -> file.contains("-g2-"));
    assertThat(table(MESSAGES).snapshots()).hasSize(1);
  }

  @Test
  void aRunWithNothingToDoPublishesWhatAFormerOneDidNot() throws IOException {
    assertThat(archive.backfill("--date=2016-12-05").code()).isZero();
    assertThat(archive.files("_iceberg")).isEmpty();

    assertTrue(archive.backfill("--date=2016-12-05", "--publish"));

    assertThat(published(MESSAGES)).hasSize(2);
  }

  @Test
  void aPlanPublishesNothing() {
    assertThat(archive.backfill("--date=2016-12-05").code()).isZero();

    assertThat(archive.backfill("--date=2016-12-05", "--publish", "--dryRun").code()).isZero();

    assertThat(archive.files("_iceberg")).isEmpty();
  }

  @Test
  void whatCannotBePublishedIsHeldAllTheSame() throws IOException {
    assertThat(archive.backfill("--date=2016-12-05").code()).isZero();
    Files.delete(
        archive
            .root()
            .resolve(
                "stocktwits/blocks/date=2016-12-05/firestream-activity-2016-12-05-0000.parquet"));

    TestArchive.Ending ending = archive.backfill("--date=2016-12-06", "--publish");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("2 committed", "Failed: stocktwits/blocks");
    assertThat(published(MESSAGES)).hasSize(4);
    assertThat(archive.run("status").out()).contains("2016-12-07");
  }

  @Test
  void whatIsReplacedStaysUntilItsSuccessorsArePublished() throws IOException {
    String former =
        "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet";
    assertTrue(archive.backfill("--from=2016-12-05", "--to=2016-12-07", "--publish"));
    int rows = ReadBack.rows(table(MESSAGES)).size();
    Path other = archive.root().resolve("_manifests/firestream/activity/2016-12-06.json");
    String manifest = Files.readString(other);
    Files.writeString(other, "{");
    archive.offer(TestArchive.FIRST, 8, 50);
    String[] replace = {
      "--date=2016-12-05", "--fileTypes=message", "--onExisting=replace", "--publish"
    };

    TestArchive.Ending ending = archive.backfill(replace);

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("1 committed", "Failed: the tables could not be published");
    assertThat(archive.files(MESSAGES)).contains(former, former.replace("-0000", "-g2-0000"));
    assertThat(ReadBack.rows(table(MESSAGES))).as("readers are not cut off").hasSize(rows);
    assertThat(archive.files("_commits")).hasSize(1);

    Files.writeString(other, manifest);
    assertTrue(archive.run("catalog"));

    assertThat(archive.files(MESSAGES)).doesNotContain(former);
    assertThat(archive.files("_landing/firestream/message"))
        .containsExactly(
            "_landing/firestream/message/2016-12-05.g2.gz",
            "_landing/firestream/message/2016-12-06.gz");
    assertThat(archive.files("_commits")).isEmpty();
    assertThat(published(MESSAGES)).hasSize(archive.files(MESSAGES).size());
    archive.offer(TestArchive.FIRST, 9, 50);
    assertTrue(archive.backfill(replace));
    assertThat(archive.files("_commits")).isEmpty();
    assertThat(published(MESSAGES)).hasSize(archive.files(MESSAGES).size());
  }

  @Test
  void whatWasErasedIsInNoSnapshot(@TempDir Path lists) throws IOException {
    assertTrue(archive.backfill("--date=2016-12-05", "--publish"));
    List<Record> rows = ReadBack.rows(table(MESSAGES));
    Object erased = rows.get(3).getField("id");
    Path ids = Files.writeString(lists.resolve("ids"), "message " + erased + "\n");

    TestArchive.Ending ending =
        archive.run("erase", "--ids=" + ids, "--reason=asked for", "--publish");

    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ReadBack.rows(table(MESSAGES), Expressions.equal("id", erased))).isEmpty();
    assertThat(ReadBack.rows(table(MESSAGES)).size()).isLessThan(rows.size());
    assertThat(table(MESSAGES).snapshots()).hasSize(1);
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void aRunThatDoesNotPublishEndsWhatOneThatDidLeft() throws IOException {
    assertTrue(archive.backfill("--date=2016-12-05", "--publish"));
    Path other = archive.root().resolve("_manifests/firestream/activity/2016-12-05.json");
    String manifest = Files.readString(other);
    Files.writeString(other, "{");
    archive.offer(TestArchive.FIRST, 8, 50);
    String[] replace = {"--date=2016-12-05", "--fileTypes=message", "--onExisting=replace"};
    assertThat(archive.backfill(replace[0], replace[1], replace[2], "--publish").code()).isOne();
    Files.writeString(other, manifest);
    archive.offer(TestArchive.FIRST, 9, 50);

    assertThat(archive.backfill(replace).code()).isZero();

    assertThat(archive.files("_commits")).isEmpty();
    assertThat(archive.files(MESSAGES + "/date=2016-12-05"))
        .containsExactly(
            "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-g3-0000.parquet");
    assertTrue(archive.run("catalog"));
  }

  @Test
  void aTableWithOtherIdsIsRefusedBeforeAnythingBegins() {
    Schema fresh =
        new Schema(
            Types.NestedField.optional(1, "id", Types.LongType.get()),
            Types.NestedField.optional(2, "body", Types.StringType.get()));
    BaseTable table = (BaseTable) table(MESSAGES);
    ArchiveTableOperations operations = (ArchiveTableOperations) table.operations();
    operations.commit(
        null,
        TableMetadata.newTableMetadata(
            fresh, PartitionSpec.unpartitioned(), operations.location(), Map.of()));

    for (TestArchive.Ending ending :
        List.of(archive.backfill("--date=2016-12-05", "--publish"), archive.run("catalog"))) {
      assertThat(ending.code()).isEqualTo(2);
      assertThat(ending.err())
          .contains("field ids of its own", "the field id 2 is body string there");
    }
    assertThat(archive.files("_manifests")).isEmpty();
  }

  @Test
  void aCatalogWithoutPublicationIsAMistake() {
    TestArchive.Ending ending =
        archive.backfill("--date=2016-12-05", "--catalog=x", "--catalogProperties=type=rest,uri=x");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("--publish");
  }

  @Test
  void whatTheDemoMakesOfEverySourceIsPublished(@TempDir Path directory) throws IOException {
    try (TestArchive demo = new TestArchive(directory.resolve("demo"));
        ObjectStore there = demo.open()) {
      assertThat(demo.run("demo").code()).isZero();

      assertThat(demo.run("catalog").code()).isZero();

      assertThat(demo.run("verify").code()).isZero();
      List<String> tables = new ArrayList<>();
      for (TableSchema schema : Tables.all()) {
        if (!schema.partitionColumn().isEmpty() && !demo.files(schema.name()).isEmpty()) {
          tables.add(schema.name());
          assertThat(ReadBack.rows(ReadBack.table(there, demo.location(), schema.name())))
              .as(schema.name())
              .isNotEmpty();
        }
      }
      assertThat(tables)
          .contains("twitter/tweets", "stocktwits/observed_messages", "stocktwits/deletions");
    }
  }
}
