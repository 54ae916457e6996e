package io.stockpile.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.codec.DecodedText;
import io.stockpile.connectors.codec.Packed;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.firestream.Gzip;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.testing.TappedText;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedDay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileImporterTest {
  private static final FirestreamUnit MONTH =
      new FirestreamUnit(FileType.MESSAGE, LocalDate.of(2019, 5, 1), LocalDate.of(2019, 6, 1));
  private static final SimulatedDay LINES =
      new SimulatedData(1).messages(LocalDate.of(2019, 5, 1), 50);

  @TempDir Path directory;
  private final TappedText tapped = new TappedText();
  private ObjectStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = ObjectStores.open(new StoreLocation(directory.toString(), null, false, false));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aBrokenFileIsReadNoFurtherThanToWhereItBreaks() throws Exception {
    byte[] broken = Arrays.copyOf(Gzip.of(new byte[100]), 2000);
    broken[1000] = 1;
    InputStream rest =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("nobody should read this");
          }
        };

    LandingOutcome outcome =
        new FileImporter(store, LandingListener.NONE)
            .land(
                MONTH,
                MONTH::landingKey,
                "file",
                () -> 3000,
                List.of(),
                new SequenceInputStream(new ByteArrayInputStream(broken), rest),
                tapped);

    assertThat(((Failed) outcome).message()).contains("At byte 1000: after the end of gzip member");
    assertThat(tapped.of(MONTH.landingKey())).isEmpty();
  }

  @Test
  void landsAGzipFileAsItIs() throws Exception {
    byte[] file = LINES.gzip(3);

    LandedFile landed = ((Landed) importFile(file)).file();

    assertThat(landed.key()).isEqualTo("_landing/firestream/message/2019-05.gz");
    assertThat(tapped.of(landed.key())).contains(LINES.ndjson());
    assertThat(landed.gzipMembers()).isEqualTo(3);
    assertThat(landed.uncompressedBytes()).isEqualTo(LINES.ndjson().length);
    assertThat(read(store.read(landed.key()))).isEqualTo(file);
    assertThat(LandedFiles.prove(store, landed.key())).isEqualTo(landed);
    assertThat(read(DecodedText.of(store.read(landed.key())))).isEqualTo(LINES.ndjson());
  }

  @Test
  void landsPlainLinesAsTheyAre() throws Exception {
    LandedFile landed = ((Landed) importFile(LINES.ndjson())).file();

    assertThat(landed.gzipMembers()).isZero();
    assertThat(landed.bytes()).isEqualTo(landed.uncompressedBytes());
    assertThat(tapped.of(landed.key())).contains(LINES.ndjson());
    assertThat(LandedFiles.prove(store, landed.key())).isEqualTo(landed);
    assertThat(read(DecodedText.of(store.read(landed.key())))).isEqualTo(LINES.ndjson());
  }

  @Test
  void landsAFileOfASingleByte() throws Exception {
    assertThat(((Landed) importFile(new byte[] {'\n'})).file().bytes()).isEqualTo(1);
  }

  @Test
  void replacesWhatWasImportedBefore() throws Exception {
    importFile(LINES.gzip(1));

    LandedFile landed = ((Landed) importFile(LINES.gzip(2))).file();

    assertThat(LandedFiles.prove(store, landed.key()).gzipMembers()).isEqualTo(2);
  }

  @Test
  void saysWhereAFileIsBroken() throws Exception {
    byte[] file = LINES.gzip();

    LandingOutcome outcome = importFile(Arrays.copyOf(file, file.length - 9));

    assertThat(outcome).isInstanceOf(Failed.class);
    assertThat(((Failed) outcome).message())
        .startsWith(
            "2019-05-01 to 2019-06-01 message: dir/file is no sound gzip file. At byte "
                + (file.length - 9))
        .endsWith(" from where it came from.")
        .doesNotContain("..");
    assertThat(store.list("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004', a zip file",
    "'\u0004\"M\u0018', compressed with lz4",
    "BZh9, no sound bzip2 file",
    "'', is empty",
  })
  void refusesWhatItCannotRead(String content, String reason) throws Exception {
    LandingOutcome outcome = importFile(content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(((Failed) outcome).message()).contains("dir/file", reason);
    assertThat(store.list("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void landsEachCodecUnderItsOwnEnding(Packed packed) throws Exception {
    byte[] file = packed.of(LINES.ndjson());

    LandedFile landed = ((Landed) importFile(file)).file();

    assertThat(landed.key())
        .isEqualTo("_landing/firestream/message/2019-05" + packed.codec().ending());
    assertThat(tapped.of(landed.key())).contains(LINES.ndjson());
    assertThat(landed.uncompressedBytes()).isEqualTo(LINES.ndjson().length);
    assertThat(read(store.read(landed.key()))).isEqualTo(file);
    assertThat(LandedFiles.prove(store, landed.key())).isEqualTo(landed);
    assertThat(read(DecodedText.of(store.read(landed.key())))).isEqualTo(LINES.ndjson());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCutInAnyCodecIsNotLanded(Packed packed) throws Exception {
    byte[] file = packed.of(LINES.ndjson());

    LandingOutcome outcome = importFile(Arrays.copyOf(file, file.length - 1));

    assertThat(((Failed) outcome).message())
        .contains("no sound " + packed.codec().label() + " file");
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void anotherCodecStaysBesideWhatWasLandedBefore() throws Exception {
    LandedFile first = ((Landed) importFile(LINES.gzip())).file();
    LandedFile second = ((Landed) importFile(Packed.BZIP2.of(LINES.ndjson()))).file();
    LandedFile third = ((Landed) importFile(LINES.gzip())).file();

    assertThat(List.of(first.key(), second.key(), third.key()))
        .containsExactly(
            "_landing/firestream/message/2019-05.gz",
            "_landing/firestream/message/2019-05.g2.bz2",
            "_landing/firestream/message/2019-05.g3.gz");
    assertThat(FirestreamUnit.ofKey(second.key())).contains(MONTH);
  }

  @Test
  void aFileThatCannotBeReadFails() throws Exception {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };

    LandingOutcome outcome =
        new FileImporter(store, LandingListener.NONE)
            .land(MONTH, MONTH::landingKey, "dir/file", () -> 5, List.of(), failing, tapped);

    assertThat(((Failed) outcome).message()).contains("cannot be read: Input/output error");
  }

  @Test
  void aFileThatEndsBeforeItsSizeFails() throws Exception {
    byte[] file = LINES.gzip(3);

    assertChanged(file, () -> file.length + 100L, "has " + (file.length + 100L) + " bytes:");
    assertChanged(LINES.ndjson(), () -> 100L, "has 100 bytes:");
  }

  @Test
  void aFileThatGrowsWhileItIsReadFails() throws Exception {
    byte[] file = LINES.ndjson();
    Iterator<Long> sizes = List.of((long) file.length, file.length + 1L).iterator();

    assertChanged(file, sizes::next, "before and " + (file.length + 1L) + " after");
  }

  private void assertChanged(byte[] file, FileImporter.Size size, String text) throws Exception {
    LandingOutcome outcome =
        new FileImporter(store, LandingListener.NONE)
            .land(
                MONTH,
                MONTH::landingKey,
                "dir/file",
                size,
                List.of(),
                new ByteArrayInputStream(file),
                tapped);

    assertThat(((Failed) outcome).message())
        .contains("dir/file was read to its end after " + file.length, text, "still being written");
    assertThat(tapped.of(MONTH.landingKey())).isEmpty();
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void anInterruptLeavesNothing() throws Exception {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> importFile(LINES.gzip())).isInstanceOf(InterruptedException.class);
    assertThat(store.list("")).isEmpty();
  }

  private LandingOutcome importFile(byte[] file) throws IOException, InterruptedException {
    return new FileImporter(store, LandingListener.NONE)
        .land(
            MONTH,
            MONTH::landingKey,
            "dir/file",
            () -> file.length,
            store.list(MONTH.landingPrefix()),
            new ByteArrayInputStream(file),
            tapped);
  }

  private static byte[] read(InputStream in) throws IOException {
    try (in) {
      return in.readAllBytes();
    }
  }
}
