package io.stockpile.connectors.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.gzip.GzipFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecodedTextTest {
  private static final byte[] TEXT = text(40);

  private static byte[] text(int lines) {
    StringBuilder text = new StringBuilder();
    Random random = new Random(lines);
    for (int line = 0; line < lines; line++) {
      text.append("{\"id\":").append(random.nextLong(1L << 60)).append("}\r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] decode(byte[] file) throws IOException {
    try (DecodedText text = DecodedText.of(new ByteArrayInputStream(file))) {
      byte[] decoded = text.readAllBytes();
      assertThat(text.read()).isEqualTo(-1);
      assertThat(text.bytes()).isEqualTo(decoded.length);
      return decoded;
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static void assertRefused(byte[] file, String what) {
    assertThatThrownBy(() -> decode(file))
        .as(what)
        .isInstanceOfAny(DamagedFileException.class, GzipFormatException.class);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWholeComesOutWhole(Packed packed) throws IOException {
    byte[] large = text(40_000);

    assertThat(Codec.of(packed.of(TEXT))).isEqualTo(packed.codec());
    assertThat(decode(packed.of(TEXT))).isEqualTo(TEXT);
    assertThat(decode(packed.of(large))).isEqualTo(large);
    assertThat(decode(packed.of(new byte[0]))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allThatFollowsOneAnotherIsRead(Packed packed) throws IOException {
    byte[] file = joined(packed.of(TEXT), packed.of(new byte[0]), packed.of(text(3)));

    assertThat(decode(file)).isEqualTo(joined(TEXT, text(3)));
  }

  @ParameterizedTest
  @EnumSource
  void noCutIsTakenForTheEnd(Packed packed) throws IOException {
    byte[] file = packed.of(TEXT);

    // The codec cannot be recognised by fewer bytes.
    for (int length = Codec.MAGIC_BYTES; length < file.length; length++) {
      assertRefused(Arrays.copyOf(file, length), "cut after " + length + " of " + file.length);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCutOfASecondStreamIsTakenForTheEnd(Packed packed) throws IOException {
    byte[] first = packed.of(TEXT);
    byte[] file = joined(first, packed.of(text(3)));

    for (int length = first.length + 1; length < file.length; length++) {
      assertRefused(Arrays.copyOf(file, length), "cut after " + length + " of " + file.length);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingElseMayFollow(Packed packed) throws IOException {
    byte[] file = packed.of(TEXT);

    for (String garbage : new String[] {"x", "{}\n", "BZ", "<html>a page that went wrong</html>"}) {
      assertRefused(joined(file, garbage.getBytes(StandardCharsets.US_ASCII)), garbage);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ZSTD_WITHOUT_CHECKSUM")
  void noByteThatChangedChangesTheText(Packed packed) throws IOException {
    byte[] file = packed.of(TEXT);

    for (int at = Codec.MAGIC_BYTES; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= (byte) (1 << at % 8);
      try {
        // Bytes that say nothing about the text may change, such as the time in a gzip header.
        assertThat(decode(changed)).as("byte " + at).isEqualTo(TEXT);
      } catch (DamagedFileException | GzipFormatException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFailureToReadIsNoDamage(Packed packed) throws IOException {
    byte[] file = packed.of(TEXT);
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };
    InputStream half = new ByteArrayInputStream(file, 0, file.length / 2);

    try (DecodedText text = DecodedText.of(new SequenceInputStream(half, failing))) {
      assertThatThrownBy(text::readAllBytes)
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("Input/output error");
    }
  }

  @Test
  void aDamageIsReportedAgainAndAgain() throws IOException {
    byte[] file = Packed.BZIP2.of(TEXT);
    try (DecodedText text =
        DecodedText.of(new ByteArrayInputStream(Arrays.copyOf(file, file.length - 1)))) {
      assertThatThrownBy(text::readAllBytes).isInstanceOf(DamagedFileException.class);
      assertThatThrownBy(text::read).isInstanceOf(DamagedFileException.class);
    }
  }

  @Test
  void anXzFileThatAsksForTooMuchMemoryIsRefused() throws IOException {
    byte[] file = Packed.XZ.of(TEXT);
    int header = 12;
    int length = ((file[header] & 0xff) + 1) * 4 - 4;
    byte asksFor512Megabytes = 34;
    file[header + 4] = asksFor512Megabytes;
    CRC32 crc = new CRC32();
    crc.update(file, header, length);
    ByteBuffer.wrap(file)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(header + length, (int) crc.getValue());

    assertThatThrownBy(() -> decode(file))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("KiB of memory");
  }

  @Test
  void plainTextComesOutAsItIs() throws IOException {
    assertThat(decode(TEXT)).isEqualTo(TEXT);
    assertThat(decode(new byte[] {'B'})).containsExactly('B');
  }
}
