package io.stockpile.pipeline.derive;

import static io.stockpile.pipeline.derive.DerivingArchive.KEY;
import static io.stockpile.pipeline.derive.DerivingArchive.SETTINGS;
import static io.stockpile.pipeline.derive.DerivingArchive.gzip;
import static io.stockpile.pipeline.derive.DerivingArchive.text;
import static io.stockpile.pipeline.derive.SampleLines.bare;
import static io.stockpile.pipeline.derive.SampleLines.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.pipeline.lines.LandedBytesException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units are derived from whole, cut, missing and changed objects. */
class DerivedObjectsTest {
  @TempDir Path directory;
  private DerivingArchive archive;

  @BeforeEach
  void openArchive() throws IOException {
    archive = new DerivingArchive(directory);
  }

  @Test
  void aFileWithoutALineIsCompleteAndHasNoTable() throws Exception {
    DerivedUnit derived = archive.derive(gzip(new byte[0]), SETTINGS);
    assertThat(derived.counts()).isEqualTo(new LineCounts(0, 0, 0, 0, 0, 0));
    assertThat(derived.files()).isEmpty();
    assertThat(derived.landed().get(0).gzipMembers()).isEqualTo(1);
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void aFileThatIsNotCompressedIsReadAsItIs() throws Exception {
    byte[] bytes = text(created(1));
    LandedFacts facts = archive.derive(bytes, SETTINGS).landed().get(0);
    assertThat(facts.gzipMembers()).isZero();
    assertThat(facts.bytes()).isEqualTo(bytes.length);
    assertThat(facts.uncompressedBytes()).isEqualTo(bytes.length);
  }

  @Test
  void aCutFileIsAnErrorAndNothingStays() throws Exception {
    byte[] whole = gzip(text(manyLines(5000)));
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    assertThatThrownBy(() -> archive.derive(cut, SETTINGS)).isInstanceOf(GzipFormatException.class);
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void aMissingObjectIsAnError() {
    assertThatThrownBy(
            () -> archive.derive(List.of(LandedInput.unproven(KEY)), DeriveProgress.NONE))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void bytesThatWereNotLandedAreAnErrorAndNothingStays() throws Exception {
    byte[] bytes = gzip(text(bare(1)));
    archive.land(KEY, bytes);
    LandedFacts facts = derive(LandedInput.unproven(KEY)).landed().get(0);
    archive.store().abortPending("", key -> true);
    String sha256 = facts.sha256();
    assertThat(derive(LandedInput.proven(KEY, bytes.length, sha256)).counts().rows()).isEqualTo(1);
    archive.store().abortPending("", key -> true);
    for (LandedInput other :
        List.of(
            LandedInput.proven(KEY, bytes.length + 1L, sha256),
            LandedInput.proven(KEY, bytes.length, "0".repeat(64)))) {
      assertThatThrownBy(() -> derive(other))
          .isInstanceOf(LandedBytesException.class)
          .hasMessageContaining(KEY)
          .hasMessageContaining(sha256);
      assertThat(archive.files()).isEmpty();
    }
  }

  private DerivedUnit derive(LandedInput input) throws IOException, InterruptedException {
    return archive.derive(List.of(input), DeriveProgress.NONE);
  }

  @Test
  void severalObjectsAreOneUnitWithLinesNumberedThrough() throws Exception {
    archive.land("_landing/a", text(bare(1), bare(2)));
    archive.land("_landing/b", text(bare(2), bare(3)));
    List<Long> bytes = new ArrayList<>();
    DerivedUnit derived =
        archive.derive(
            List.of(LandedInput.unproven("_landing/a"), LandedInput.unproven("_landing/b")),
            (landed, rows) -> bytes.add(landed));
    assertThat(derived.counts()).isEqualTo(new LineCounts(4, 0, 0, 3, 1, 0));
    assertThat(derived.landed()).extracting(LandedFacts::lines).containsExactly(2L, 2L);
    long sum = derived.landed().stream().mapToLong(LandedFacts::bytes).sum();
    assertThat(bytes).containsExactly(derived.landed().get(0).bytes(), sum);
    archive.store().complete(derived.files().get(0).pending());
    assertThat(archive.query("SELECT source_line FROM $messages ORDER BY id"))
        .containsExactly(List.of(1L), List.of(2L), List.of(4L));
  }

  @Test
  void anInterruptedDerivingEndsAndNothingStays() throws Exception {
    archive.land(KEY, gzip(text(manyLines(5000))));
    assertThatThrownBy(
            () ->
                archive.derive(
                    List.of(LandedInput.unproven(KEY)),
                    (landed, rows) -> Thread.currentThread().interrupt()))
        .isInstanceOfAny(InterruptedException.class, IOException.class);
    Thread.interrupted();
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void theSameBytesGiveTheSameFiles() throws Exception {
    byte[] bytes = gzip(text(manyLines(2000)));
    String first = archive.derive(bytes, SETTINGS).files().get(0).pending().sha256();
    archive.store().abortPending("", key -> true);
    archive.store().delete(KEY);
    assertThat(archive.derive(bytes, SETTINGS).files().get(0).pending().sha256()).isEqualTo(first);
  }

  @Test
  void whatComesOutCanBeSentToAnotherProcess() throws Exception {
    DerivedUnit derived = archive.derive(text(bare(1), "x"), SETTINGS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(derived);
      out.writeObject(SETTINGS);
      out.writeObject(LandedInput.unproven(KEY));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(derived);
    }
  }

  private static String[] manyLines(int count) {
    String[] lines = new String[count];
    for (int index = 0; index < count; index++) {
      lines[index] = created(index);
    }
    return lines;
  }
}
