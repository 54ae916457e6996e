package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.RawHttpServer;
import io.stockpile.connectors.http.RawHttpServer.Request;
import io.stockpile.pipeline.testing.DuckDb;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days of 40 messages whose downloads end or are compressed in a way they should not. The rows are
 * read with DuckDB.
 */
class OddDownloadsTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final String MANIFEST = "_manifests/firestream/message/2016-12-05.json";
  private static final String LANDED = "_landing/firestream/message/2016-12-05.gz";
  private static final String NOTE = LANDED + ".ask-again";
  private static final String NO_LENGTH = "HTTP/1.1 200 OK\nConnection: close\n";

  private final SimulatedData data = new SimulatedData(7);
  @TempDir Path directory;
  private SimulatedFirestream firestream;
  private Archive archive;
  private byte[] half;
  private byte[] day;

  @BeforeEach
  void offerADayOfTwoMembers() throws IOException {
    archive = new Archive(directory.resolve("archive"));
    firestream = SimulatedFirestream.start();
    String[] lines =
        new String(data.messages(DAY, 40).ndjson(), StandardCharsets.UTF_8).split("(?<=\n)");
    half = gzip(String.join("", Arrays.copyOf(lines, 20)).getBytes(StandardCharsets.UTF_8));
    byte[] rest =
        gzip(String.join("", Arrays.copyOfRange(lines, 20, 40)).getBytes(StandardCharsets.UTF_8));
    day = Arrays.copyOf(half, half.length + rest.length);
    System.arraycopy(rest, 0, day, half.length, rest.length);
    firestream.put("message", DAY, day);
  }

  @AfterEach
  void close() throws IOException {
    firestream.close();
  }

  @Test
  void aDayThatIsCutBetweenItsMembersIsFetchedWhole() throws Exception {
    firestream.onDownload(Fault.untilClose().and(Fault.closeAfter(half.length)));

    assertThat(backfill().code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.text(MANIFEST)).doesNotContain("\"length\"");
    assertThat(archive.read(LANDED)).isEqualTo(day);
  }

  @Test
  void aDayWhoseLastChunkIsMissingIsFetchedWhole() throws Exception {
    Fault cut = Fault.chunkedEndingAfter(half.length).and(Fault.noETag());
    firestream.onDownload(cut, cut);

    assertThat(backfill().code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.text(MANIFEST)).doesNotContain("\"length\"");
  }

  @Test
  void aDayThatIsAlwaysCutThereIsHeldWithAWarningAndAskedForByEveryRun() throws Exception {
    Archive.Ending first = from(request -> RawHttpServer.answer(NO_LENGTH, half));

    assertThat(first.code()).isZero();
    assertThat(first.out())
        .contains("warning firestream-message-2016-12-05: no answer said how long the file is")
        .contains("next backfill");
    assertThat(archive.text(MANIFEST)).contains("\"length\" : \"undeclared\"");
    assertThat(lines()).isEqualTo("20");
    assertThat(archive.run("verify").code()).isZero();
    assertThat(
            archive
                .backfill(firestream, "--date=2016-12-05", "--fileTypes=message", "--dryRun")
                .out())
        .contains("held, length undeclared", ": 1, and as many downloads");
    String named = "fetches them again: firestream-message-2016-12-05.";
    assertThat(archive.run("status").out()).contains("No answer said how long", named);

    Map<String, byte[]> before = archive.contents();
    Archive.Ending second = from(request -> RawHttpServer.answer(NO_LENGTH, half));

    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("1 already held", "still no answer said how long");
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);

    Archive.Ending third = backfill();

    assertThat(third.code()).isZero();
    assertThat(third.out()).contains("1 committed").doesNotContain("warning");
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.text(MANIFEST)).doesNotContain("\"length\"");
    assertThat(archive.files()).doesNotContain(NOTE);
    assertThat(archive.run("status").out()).contains("complete").doesNotContain("No answer said");
    assertThat(backfill().out()).contains("1 already held");
    assertThat(archive.run("verify").code()).isZero();
  }

  @Test
  void aRunThatCannotAskAgainLeavesWhatIsHeld() throws Exception {
    from(request -> RawHttpServer.answer(NO_LENGTH, half));
    Map<String, byte[]> before = archive.contents();
    firestream.onEveryService(Fault.status(503, "later"));

    assertThat(backfill("--maxAttempts=1").code()).isEqualTo(1);
    assertThat(archive.contents()).usingRecursiveComparison().isEqualTo(before);

    firestream.onEveryService(Fault.status(404, "gone"));
    assertThat(backfill().code()).isEqualTo(3);
    assertThat(lines()).isEqualTo("20");
    assertThat(archive.text(MANIFEST)).contains("\"length\" : \"undeclared\"");
  }

  @Test
  void whatLandedWithoutALengthIsNotBelievedBecauseTheRunWasKilledThere() throws Exception {
    from(request -> RawHttpServer.answer(NO_LENGTH, half));
    // As if the process had been killed between the landing and the commit.
    Files.delete(archive.root().resolve(MANIFEST));

    assertThat(archive.run("derive").code()).isZero();
    assertThat(archive.text(MANIFEST)).contains("\"length\" : \"undeclared\"");
    assertThat(archive.run("derive").code()).isZero();
    assertThat(archive.text(MANIFEST)).contains("\"length\" : \"undeclared\"");

    Files.delete(archive.root().resolve(MANIFEST));
    assertThat(backfill().code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.text(MANIFEST)).doesNotContain("\"length\"");
  }

  @Test
  void aCopyThatIsWholeMayBeImportedOverIt() throws Exception {
    from(request -> RawHttpServer.answer(NO_LENGTH, half));
    Path file = directory.resolve("stocktwits_messages_2016_12_05.gz");
    Files.write(file, day);

    assertThat(archive.run("import", "--fileType=message", "--files=" + file).code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.text(MANIFEST)).doesNotContain("\"length\"");
    assertThat(archive.files()).doesNotContain(NOTE);
  }

  @Test
  void aPipeIsNotImported() throws Exception {
    Path pipe = directory.resolve("stocktwits_messages_2016_12_05.gz");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Archive.Ending ending =
        archive.run("import", "--fileType=message", "--files=" + directory + "/*.gz");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("is a pipe or a device", "Write it to a file first");
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void filesBehindALinkedDirectoryAreImported() throws Exception {
    Path kept = Files.createDirectory(directory.resolve("kept"));
    Files.write(kept.resolve("stocktwits_messages_2016_12_05.gz"), day);
    Path link = Files.createSymbolicLink(directory.resolve("link"), kept);

    assertThat(archive.run("import", "--fileType=message", "--files=" + link + "/*.gz").code())
        .isZero();
    assertThat(lines()).isEqualTo("40");
  }

  @Test
  void aDayThatIsPackedOnceMoreForTheTransferIsUnpacked() throws Exception {
    firestream.put("message", DAY, gzip(day));
    firestream.onEveryDownload(Fault.header("Content-Encoding", "gzip"));

    assertThat(backfill().code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.read(LANDED)).isEqualTo(day);
  }

  @Test
  void aDayWithTheLabelAloneStaysAsItIs() throws Exception {
    firestream.onEveryDownload(Fault.header("Content-Encoding", "gzip"));

    assertThat(backfill().code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.read(LANDED)).isEqualTo(day);
  }

  @Test
  void aFileOfWhichNoLineIsOfUseDoesNotStandInTheWay() throws Exception {
    firestream.put("message", DAY, gzip(day));

    Archive.Ending first = backfill();

    assertThat(first.code()).isEqualTo(1);
    assertThat(first.out()).contains("so the same command fetches the file again");
    assertThat(archive.files()).contains(NOTE);

    firestream.put("message", DAY, day);
    assertThat(backfill().code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.files()).doesNotContain(NOTE);
  }

  @Test
  void aReplacementOfWhichNoLineIsOfUseDoesNotStandInTheWay() throws Exception {
    assertThat(backfill().code()).isZero();
    firestream.put("message", DAY, gzip("<html>Down</html>\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(backfill("--onExisting=replace").code()).isEqualTo(1);

    firestream.put("message", DAY, day);
    assertThat(backfill().code()).isZero();
    assertThat(lines()).isEqualTo("40");
    assertThat(archive.files()).doesNotContain(NOTE);
  }

  @Test
  void linesThatTheUserAllowsToBeRejectedAreKeptWhereTheServiceHasNothingBetter() throws Exception {
    firestream.put("message", DAY, gzip(day));
    backfill();

    assertThat(archive.run("derive", "--maxRejectedShare=1").code()).isZero();
    assertThat(archive.text(MANIFEST)).contains("\"status\" : \"complete\"");
    assertThat(backfill().out()).contains("1 already held");
  }

  private Archive.Ending backfill(String... more) {
    List<String> words = new ArrayList<>(List.of("--date=2016-12-05", "--fileTypes=message"));
    words.addAll(List.of(more));
    return archive.backfill(firestream, words.toArray(new String[0]));
  }

  /** Runs a backfill whose link leads to a host that answers as the script says. */
  private Archive.Ending from(Function<Request, byte[]> script) {
    try (RawHttpServer host = RawHttpServer.start(script)) {
      firestream.onEveryService(Fault.redirect(302, host.url() + "/f.gz?sig=1"));
      return backfill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      firestream.onEveryService(Fault.none());
    }
  }

  /** How many lines became rows. */
  private String lines() throws Exception {
    return DuckDb.query(
            archive.root(),
            "SELECT count(*) FROM (SELECT source_line FROM TABLE(stocktwits/messages) UNION ALL"
                + " SELECT source_line FROM read_parquet('"
                + archive.root()
                + "/stocktwits/message_deletion*/*/*.parquet'))")
        .get(0)
        .get(0);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
