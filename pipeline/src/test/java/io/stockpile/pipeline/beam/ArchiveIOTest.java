package io.stockpile.pipeline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.commands.Archive;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.data.OldArchive;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIOTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final String FIRST =
      "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet";

  private final SimulatedData data = new SimulatedData(7);
  private Path directory;
  private Archive archive;

  @BeforeEach
  void archiveTwoDays(@TempDir Path directory) throws IOException {
    this.directory = directory;
    archive = new Archive(directory.resolve("archive"));
    importDay(DAY, 100);
    importDay(DAY.plusDays(1), 50);
  }

  private void importDay(LocalDate day, int lines, String... options) throws IOException {
    Path file =
        directory.resolve("stocktwits_messages_%s.gz".formatted(day.toString().replace('-', '_')));
    Files.write(file, data.messages(day, lines).gzip());
    List<String> words = new ArrayList<>(List.of("--files=" + file));
    words.addAll(List.of(options));
    Archive.Ending ending = archive.run("import", words.toArray(new String[0]));
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  private List<Row> rows(ArchiveIO.Read read) {
    Pipeline pipeline = Pipeline.create();
    StoreLocation location = StoreLocation.of(archive.root().toString());
    return Collected.of(pipeline, pipeline.apply(read.from(location)));
  }

  private static ArchiveIO.Read messages() {
    return ArchiveIO.read("stocktwits/messages");
  }

  private String failure(ArchiveIO.Read read) {
    List<String> message = new ArrayList<>();
    assertThatThrownBy(() -> rows(read))
        .isInstanceOf(Pipeline.PipelineExecutionException.class)
        .cause()
        .satisfies(e -> message.add(e.getMessage()));
    return message.get(0);
  }

  @Test
  void theRowsAreThoseThatAnotherReaderFinds() throws Exception {
    List<List<String>> expected =
        DuckDb.query(
            archive.root(),
            "SELECT id, epoch_us(created_at), body, sentiment, \"user\".username,"
                + " array_to_string([s.symbol FOR s IN symbols], ' '), source_unit, source_line,"
                + " extra FROM TABLE(stocktwits/messages)");

    List<List<String>> found = new ArrayList<>();
    for (Row row : rows(messages())) {
      List<String> symbols = new ArrayList<>();
      if (row.getArray("symbols") != null) {
        row.<Row>getArray("symbols").forEach(symbol -> symbols.add(symbol.getString("symbol")));
      }
      List<Object> values = new ArrayList<>();
      values.add(row.getInt64("id"));
      values.add(
          ChronoUnit.MICROS.between(
              Instant.EPOCH, row.getLogicalTypeValue("created_at", Instant.class)));
      values.add(row.getString("body"));
      values.add(row.getString("sentiment"));
      values.add(row.getRow("user").getString("username"));
      values.add(row.getArray("symbols") == null ? null : String.join(" ", symbols));
      values.add(row.getString("source_unit"));
      values.add(row.getInt64("source_line"));
      values.add(row.getString("extra"));
      found.add(values.stream().map(String::valueOf).toList());
    }

    assertThat(found).hasSize(144).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void chosenColumnsAndDaysAreAllThatIsRead() throws IOException {
    Files.write(archive.root().resolve(FIRST.replace("12-05", "12-06")), new byte[] {1, 2, 3});

    List<Row> rows =
        rows(
            messages()
                .withColumns("symbols.symbol", "created_at", "user.username")
                .withDates(DAY.minusDays(3), DAY.plusDays(1)));

    assertThat(rows).hasSize(96);
    Schema schema = rows.get(0).getSchema();
    assertThat(schema.getFieldNames()).containsExactly("created_at", "user", "symbols");
    assertThat(schema.getField("user").getType().getRowSchema().getFieldNames())
        .containsExactly("username");
    assertThat(
            schema
                .getField("created_at")
                .getType()
                .isLogicalType(SqlTypes.TIMESTAMP.getIdentifier()))
        .isTrue();
    assertThat(rows).allSatisfy(row -> assertThat(row.getRow("user")).isNotNull());
    assertThat(rows(messages().withDates(DAY.plusDays(2), DAY.plusDays(9)))).isEmpty();
  }

  @Test
  void aFileThatNoManifestNamesIsNotThere() throws IOException {
    Path first = archive.root().resolve(FIRST);
    Files.copy(first, first.resolveSibling("firestream-message-2016-12-05-g7-0000.parquet"));
    Files.write(first.resolveSibling("part-0.parquet"), new byte[] {1});

    assertThat(rows(messages().withColumns("id"))).hasSize(144).doesNotHaveDuplicates();
  }

  @Test
  void ofAReplacedUnitOnlyItsLastGenerationIsRead() throws IOException {
    Path first = archive.root().resolve(FIRST);
    byte[] former = Files.readAllBytes(first);
    importDay(DAY, 40, "--onExisting=replace");
    Files.write(first, former);

    assertThat(rows(messages().withDates(DAY, DAY.plusDays(1)).withColumns("id", "source_line")))
        .hasSize(38)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatAFileOfAnOlderVersionHasNoColumnForIsNull() throws IOException {
    archive = new Archive(directory.resolve("old"));
    OldArchive.copyTo(archive.root());
    importDay(DAY.plusDays(1), 50);

    List<Row> rows = rows(messages());

    assertThat(rows).hasSize(51);
    Row old = rows.stream().filter(row -> row.getInt64("id") == 101).findFirst().orElseThrow();
    assertThat(old.getSchema()).isEqualTo(ArchiveIO.schemaOf("stocktwits/messages"));
    assertThat(old.getRow("gnip")).isNull();
    Row symbol = old.<Row>getArray("symbols").iterator().next();
    assertThat(symbol.getString("symbol")).isEqualTo("TEST");
    assertThat(symbol.getString("earnings_uuid")).isNull();
    assertThat(old.getString("extra")).contains("earnings_id");
  }

  @Test
  void filesThatAreNotAsTheirManifestSaysAreNotRead() throws IOException {
    Path first = archive.root().resolve(FIRST);
    byte[] whole = Files.readAllBytes(first);
    Files.write(first, new byte[whole.length - 1]);
    assertThat(failure(messages()))
        .contains(FIRST, (whole.length - 1) + " bytes", "says " + whole.length, "verify");

    byte[] damaged = whole.clone();
    damaged[damaged.length - 6] ^= 0x55;
    Files.write(first, damaged);
    assertThat(failure(messages())).contains("firestream-message-2016-12-05-0000.parquet");

    Files.delete(first);
    assertThat(failure(messages()))
        .contains(FIRST, "is gone", "_manifests/firestream/message/2016-12-05.json");
  }

  @Test
  void fewerRowsThanTheManifestSaysAreAnError() throws IOException {
    Path manifest = archive.root().resolve("_manifests/firestream/message/2016-12-05.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replace("\"rows\" : 96", "\"rows\" : 97")
            .replace("\"lines\" : 100", "\"lines\" : 101")
            .replace("\"rows\" : 100", "\"rows\" : 101"));

    assertThat(failure(messages())).contains(FIRST, "96 rows", "says 97");
  }

  @Test
  void aManifestThatCannotBeReadIsAnError() throws IOException {
    Files.writeString(
        archive.root().resolve("_manifests/firestream/message/2016-12-06.json"), "{\"version\":1,");

    assertThat(failure(messages())).contains("_manifests/firestream/message/2016-12-06.json");
  }

  @Test
  void aPlaceThatIsNoArchiveIsAnError() {
    archive = new Archive(directory.resolve("elsewhere"));

    assertThat(failure(messages())).contains("no archive", archive.root().toString());
  }

  @Test
  void whatCannotBeReadIsRefusedWhereItIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArchiveIO.read("messages"))
        .withMessageContaining("stocktwits/messages");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArchiveIO.read("rejected"))
        .withMessageContaining("twitter/tweets");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages().withColumns("user.nickname"))
        .withMessageContaining("username");
    assertThatIllegalArgumentException().isThrownBy(() -> messages().withDates(DAY, DAY));
  }

  @Test
  void whatIsReadIsDisplayed() {
    String display =
        DisplayData.from(
                messages()
                    .withColumns("id", "user")
                    .withDates(DAY, DAY.plusDays(1))
                    .from(StoreLocation.of("s3://bucket/archive")))
            .toString();

    assertThat(display)
        .contains("stocktwits/messages", "user.username", "2016-12-05", "s3://bucket/archive");
  }
}
