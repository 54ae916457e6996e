package io.stockpile.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.parquet.ParquetFooters;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands, and what Iceberg's own reader finds after them. */
class CatalogCommandTest {
  private static final String MESSAGES = "stocktwits/messages";

  private TestArchive archive;
  private ObjectStore store;

  @BeforeEach
  void fill(@TempDir Path directory) {
    archive = new TestArchive(directory.resolve("the archive")).filled();
    store = archive.open();
  }

  @AfterEach
  void close() {
    store.close();
    archive.close();
  }

  private void publish() {
    TestArchive.Ending ending = archive.run("catalog");
    assertThat(ending.err()).isEmpty();
    assertThat(ending.code()).isZero();
  }

  private Table table(String name) {
    return ReadBack.table(store, archive.location(), name);
  }

  /** The number of rows of a table, according to the footers of its files. */
  private long rowsOf(String table) throws IOException {
    long rows = 0;
    for (String file : archive.files(table)) {
      rows += ParquetFooters.read(store, file).rows();
    }
    return rows;
  }

  @Test
  void everyTableHasTheRowsOfItsFilesAndTheIdsAndDocsOfItsSchema() throws IOException {
    publish();

    int found = 0;
    for (TableSchema schema : Tables.all()) {
      if (archive.files(schema.name()).isEmpty()) {
        assertThat(archive.files("_iceberg/" + schema.name())).isEmpty();
        continue;
      }
      found++;
      Table table = table(schema.name());
      assertThat(ReadBack.rows(table)).as(schema.name()).hasSize((int) rowsOf(schema.name()));
      for (Leaf leaf : schema.leaves()) {
        assertThat(idOf(table.schema(), leaf)).as(leaf.dotted()).isEqualTo(leaf.fieldId());
      }
      assertThat(table.schema().columns()).noneMatch(column -> column.doc().isBlank());
      assertThat(table.spec().fields())
          .singleElement()
          .satisfies(
              field -> assertThat(field.transform().toString()).isEqualTo("day"),
              field ->
                  assertThat(table.schema().findColumnName(field.sourceId()))
                      .isEqualTo(schema.partitionColumn()));
    }
    assertThat(found).isEqualTo(5);
  }

  private static Integer idOf(Schema schema, Leaf leaf) {
    return TypeUtil.indexByName(schema.asStruct()).entrySet().stream()
        .filter(entry -> entry.getKey().replaceAll("\\.element\\b", "").equals(leaf.dotted()))
        .map(Map.Entry::getValue)
        .filter(id -> schema.findType(id).isPrimitiveType())
        .findFirst()
        .orElse(null);
  }

  @Test
  void nestedValuesAreThere() throws IOException {
    publish();

    List<Record> rows = ReadBack.rows(table(MESSAGES));

    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.getField("created_at")).isNotNull();
              assertThat(((Record) row.getField("user")).getField("username")).isNotNull();
            });
    assertThat(rows).anySatisfy(row -> assertThat((List<?>) row.getField("symbols")).isNotEmpty());
    Set<Object> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.getField("id")));
    assertThat(ids).hasSize(rows.size());
  }

  @Test
  void queriesOpenOnlyTheFilesThatCanHoldWhatTheyAskFor() throws IOException {
    publish();
    Table table = table(MESSAGES);

    assertThat(ReadBack.planned(table, Expressions.alwaysTrue())).hasSize(6);
    assertThat(
            ReadBack.planned(
                table, Expressions.greaterThanOrEqual("created_at", "2016-12-07T00:00:00+00:00")))
        .containsExactly("2016-12-07/firestream-message-2016-12-07-0000.parquet");
    assertThat(
            ReadBack.planned(
                table,
                Expressions.and(
                    Expressions.greaterThanOrEqual("created_at", "2016-12-05T23:59:50+00:00"),
                    Expressions.lessThan("created_at", "2016-12-06T00:00:00+00:00"))))
        .as("the late message lies in a file of its own")
        .contains("2016-12-05/firestream-message-2016-12-06-0000.parquet");
    Object id = ReadBack.rows(table).get(0).getField("id");
    assertThat(ReadBack.planned(table, Expressions.equal("id", id))).hasSize(1);
  }

  @Test
  void aSecondRunCommitsNothing() {
    publish();
    List<String> before = archive.files("_iceberg");

    TestArchive.Ending again = archive.run("catalog");

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("as the manifests say").doesNotContain("added");
    assertThat(archive.files("_iceberg")).isEqualTo(before);
  }

  @Test
  void aReplacedDayChangesInOneStepAndNothingFormerStays() throws IOException {
    publish();
    Table planned = table(MESSAGES);
    planned.newScan().planFiles().close();
    long former = planned.currentSnapshot().snapshotId();
    archive.offer(TestArchive.FIRST, 8, 90);
    assertThat(archive.backfill("--date=2016-12-05", "--onExisting=replace").code()).isZero();

    publish();

    Table table = table(MESSAGES);
    assertThat(ReadBack.rows(table)).hasSize((int) rowsOf(MESSAGES));
    assertThat(ReadBack.planned(table, Expressions.alwaysTrue()))
        .contains("2016-12-05/firestream-message-2016-12-05-g2-0000.parquet")
        .doesNotContain("2016-12-05/firestream-message-2016-12-05-0000.parquet");
    assertThat(table.snapshots()).hasSize(1);
    assertThat(table.snapshot(former)).isNull();
    assertThat(table.currentSnapshot().operation()).isEqualTo("overwrite");
    assertThat(onDisk()).isEqualTo(ReadBack.metadata(table));
    assertThat(archive.run("verify").code()).isZero();
  }

  /** The metadata files of snapshots and manifests that exist. */
  private Set<String> onDisk() {
    Set<String> files = new TreeSet<>();
    for (String file : archive.files("_iceberg/" + MESSAGES)) {
      if (file.endsWith(".avro")) {
        files.add(file.substring(file.lastIndexOf('/') + 1));
      }
    }
    return files;
  }

  @Test
  void daysThatAreOnlyAddedLeaveTheFormerSnapshotsToTravelBackTo() throws IOException {
    publish();
    long former = table(MESSAGES).currentSnapshot().snapshotId();
    long rows = rowsOf(MESSAGES);
    archive.offer(TestArchive.FIRST.plusDays(3), 7, 50);
    assertThat(archive.backfill("--date=2016-12-08").code()).isZero();

    publish();

    Table table = table(MESSAGES);
    assertThat(table.currentSnapshot().operation()).isEqualTo("append");
    assertThat(table.snapshot(former).summary()).containsEntry("total-records", "" + rows);
  }

  @Test
  void verifyTellsWhatIsNotPublishedAsTheManifestsSay() {
    assertThat(archive.run("verify").code()).isZero();
    publish();
    assertThat(archive.run("verify").code()).isZero();
    archive.offer(TestArchive.FIRST, 8, 90);
    assertThat(archive.backfill("--date=2016-12-05", "--onExisting=replace").code()).isZero();

    TestArchive.Ending ending = archive.run("verify");

    assertThat(ending.code()).isEqualTo(5);
    assertThat(ending.out())
        .contains(
            "stocktwits/messages: names"
                + " stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet")
        .contains("firestream-message-2016-12-05-g2-0000.parquet is not published");
  }

  @Test
  void metadataHasNoTextOfPeople() throws IOException {
    publish();
    Record row = ReadBack.rows(table(MESSAGES)).get(0);
    List<String> texts =
        List.of(
            row.getField("body").toString(),
            ((Record) row.getField("user")).getField("username").toString());

    for (String file : archive.files("_iceberg")) {
      String content = new String(archive.read(file), StandardCharsets.UTF_8);
      for (String text : texts) {
        String beginning = text.substring(0, Math.min(8, text.length()));
        assertThat(content).as(file).doesNotContain(beginning);
      }
    }
    assertThat(table(MESSAGES).properties())
        .containsEntry("write.metadata.metrics.default", "none")
        .containsEntry("gc.enabled", "false");
  }

  @Test
  void anArchiveThatWasMovedSaysWhatToDo(@TempDir Path elsewhere) throws IOException {
    publish();
    Path moved = elsewhere.resolve("moved");
    Files.move(archive.root(), moved);
    try (TestArchive there = new TestArchive(moved)) {
      TestArchive.Ending ending = there.run("catalog");

      assertThat(ending.code()).isEqualTo(2);
      assertThat(ending.err()).contains("was published when the archive was at", "remove");
    }
  }

  @Test
  void aColumnThatCameLaterIsAddedByItsId() throws IOException {
    TableSchema before = withoutField(Tables.MESSAGES, "links");
    try (ArchiveCatalog catalog = new ArchiveCatalog(store, archive.location())) {
      catalog.create(before);
    } catch (CatalogRefusedException e) {
      throw new IOException(e);
    }
    assertThat(table(MESSAGES).schema().findField("links")).isNull();

    publish();

    Table table = table(MESSAGES);
    assertThat(table.schema().findField("links").fieldId())
        .isEqualTo(idOf(Tables.MESSAGES, "links"));
    assertThat(ReadBack.rows(table)).hasSize((int) rowsOf(MESSAGES));
    TableMetadata metadata = ((BaseTable) table).operations().current();
    assertThat(metadata.schemas()).hasSize(2);
  }

  private static int idOf(TableSchema schema, String field) {
    return schema.fields().stream()
        .filter(each -> each.name().equals(field))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static TableSchema withoutField(TableSchema schema, String field) {
    return new TableSchema(
        schema.name(),
        schema.version(),
        schema.doc(),
        schema.partitionColumn(),
        schema.formats(),
        schema.fields().stream().filter(each -> !each.name().equals(field)).toList());
  }

  @Test
  void aTableOfAnOlderProgramKeepsTheColumnsOfANewerOne() throws IOException {
    publish();
    Table table = table(MESSAGES);
    TableMetadata metadata = ((BaseTable) table).operations().current();
    List<Types.NestedField> columns = new ArrayList<>(metadata.schema().columns());
    columns.add(Types.NestedField.optional(9000, "of_tomorrow", Types.LongType.get()));
    ((BaseTable) table)
        .operations()
        .commit(
            metadata,
            TableMetadata.buildFrom(metadata).setCurrentSchema(new Schema(columns), 9000).build());

    publish();

    assertThat(table(MESSAGES).schema().findField("of_tomorrow")).isNotNull();
  }

  @Test
  void rowsWithoutATimeAreFoundByEveryFilter(@TempDir Path old) throws IOException {
    Files.writeString(
        old.resolve("20161205_1000_compliance.json"),
        "{\"delete\":{\"status\":{\"id\":601430178305220608,\"user_id\":3198576760}}}\n"
            + "{\"delete\":{\"status\":{\"id\":601430178305220609,\"user_id\":3198576760},"
            + "\"timestamp_ms\":\"1480932000000\"}}\n");
    TestArchive.Ending ending =
        archive.run(
            "import",
            "--files=" + old.resolve("*"),
            "--fileType=compliance",
            "--from=2016-12-05T10:00Z",
            "--to=2016-12-05T10:10Z");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    publish();

    Table table = table("twitter/compliance_events");
    assertThat(ReadBack.rows(table)).hasSize(2);
    assertThat(ReadBack.rows(table, Expressions.isNull("time"))).hasSize(1);
    assertThat(
            ReadBack.rows(
                table, Expressions.greaterThanOrEqual("time", "2016-12-05T00:00:00+00:00")))
        .hasSize(1);
    StructLike day = table.newScan().planFiles().iterator().next().partition();
    assertThat(day.size()).as("such a file is in no day").isZero();
  }
}
