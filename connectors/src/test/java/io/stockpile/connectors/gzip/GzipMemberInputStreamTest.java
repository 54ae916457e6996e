package io.stockpile.connectors.gzip;

import static io.stockpile.connectors.gzip.GzipFiles.concatenated;
import static io.stockpile.connectors.gzip.GzipFiles.member;
import static io.stockpile.connectors.gzip.GzipFiles.memberWithFullHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipMemberInputStreamTest {
  private static final int ROUNDS = 300;

  @Test
  void readsMembersThatFollowOneAnother() throws IOException {
    byte[] file = concatenated(member("one\n"), member(""), member("two\n"));

    try (GzipMemberInputStream in = open(file)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
      assertThat(in.members()).isEqualTo(3);
      assertThat(in.uncompressedBytes()).isEqualTo(8);
    }
  }

  @Test
  void readsOnWhenTheSourceGivesOneByteAtATimeAndNothingIsAvailable() throws IOException {
    byte[] file = concatenated(member("one\n"), member("two\n"));

    try (GzipMemberInputStream in = new GzipMemberInputStream(new Trickle(file))) {
      assertThat(in.readAllBytes()).hasSize(8);
      assertThat(in.members()).isEqualTo(2);
    }
  }

  @Test
  void acceptsZeroPaddingAfterTheLastMember() throws IOException {
    try (GzipMemberInputStream in = open(concatenated(member("one"), new byte[1000]))) {
      assertThat(in.readAllBytes()).hasSize(3);
    }
  }

  @Test
  void readsSingleBytes() throws IOException {
    try (GzipMemberInputStream in = open(member(new byte[] {(byte) 0xff, 1}))) {
      assertThat(in.read()).isEqualTo(255);
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void readsEveryOptionalPartOfTheHeader() throws IOException {
    byte[] file = memberWithFullHeader("one".getBytes(StandardCharsets.UTF_8));

    try (GzipMemberInputStream in = new GzipMemberInputStream(new Trickle(file))) {
      assertThat(in.readAllBytes()).hasSize(3);
    }
  }

  @Test
  void refusesAHeaderWithAWrongChecksum() {
    byte[] file = memberWithFullHeader(new byte[10]);
    file[4] ^= 1;

    assertBroken(file, "checksum of the gzip header");
  }

  @Test
  void refusesGarbageAfterTheLastMember() {
    byte[] member = member("one");

    assertBroken(
        concatenated(member, new byte[] {'x'}),
        "At byte " + member.length + ": after the end of gzip member 1 comes 0x78");
    assertBroken(concatenated(member, new byte[] {0, 0, 7}), "At byte " + (member.length + 2));
    assertBroken(concatenated(member, new byte[] {0}, member), "0x1f");
  }

  @Test
  void refusesAFileThatIsNoGzipAtAll() {
    assertBroken("{\"id\":1}".getBytes(StandardCharsets.UTF_8), "At byte 0: ", "0x7b");
    assertBroken(new byte[0], "At byte 0: the file is empty");
    assertBroken(new byte[] {0x1f, (byte) 0x8b, 9}, "compression method");
    assertBroken(new byte[] {0x1f, (byte) 0x8b, 8, 0x20}, "reserved");
  }

  @Test
  void refusesAWrongChecksumAndAWrongLength() {
    byte[] file = member("one and two");
    byte[] wrongChecksum = file.clone();
    wrongChecksum[file.length - 8] ^= 1;
    byte[] wrongLength = file.clone();
    wrongLength[file.length - 1] ^= 1;

    assertBroken(wrongChecksum, "checksum in the trailer");
    assertBroken(wrongLength, "length in the trailer is 16777227, but the data has 11 bytes");
  }

  @Test
  void namesTheMemberInWhichTheFileBreaksOff() {
    byte[] first = member("one");
    byte[] file = concatenated(first, member("two"));

    assertBroken(
        Arrays.copyOf(file, file.length - 1),
        "At byte " + (file.length - 1),
        "trailer, in gzip member 2, which began at byte " + first.length);
    assertBroken(Arrays.copyOf(file, first.length + 12), "compressed data, in gzip member 2");
    assertBroken(Arrays.copyOf(file, first.length + 5), "header, in gzip member 2");
  }

  @Test
  void staysBrokenOnceItWasFoundBroken() throws IOException {
    try (GzipMemberInputStream in = open("no gzip".getBytes(StandardCharsets.UTF_8))) {
      assertThatExceptionOfType(GzipFormatException.class).isThrownBy(in::readAllBytes);
      assertThatExceptionOfType(GzipFormatException.class).isThrownBy(in::read);
    }
  }

  @Test
  void anySoundFileGivesItsContentWhateverTheCuts() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Sample sample = Sample.random(random);
      try (GzipProof proof = new GzipProof(GzipProof.Text.NONE);
          GzipMemberInputStream in = open(sample.file())) {
        feed(proof, sample.file(), random);
        proof.finish();

        assertThat(in.readAllBytes()).isEqualTo(sample.content());
        assertThat(in.members()).isEqualTo(sample.members()).isEqualTo(proof.members());
        assertThat(proof.uncompressedBytes()).isEqualTo(sample.content().length);
      }
    }
  }

  @Test
  void everyCutBeforeTheEndOfTheLastMemberIsDetected() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] whole = Sample.random(random).file();
      int cut = random.nextInt(whole.length);

      if (!Sample.endsWithAMember(whole, cut)) {
        assertBroken(Arrays.copyOf(whole, cut), "the file ");
      }
    }
  }

  @Test
  void noFlippedBitGivesOtherContentUnnoticed() throws IOException {
    Random random = new Random(3);
    int detected = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Sample sample = Sample.random(random);
      byte[] flipped = sample.file().clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      try (GzipMemberInputStream in = open(flipped)) {
        // Only header fields that say nothing about the data may change, such as the time.
        assertThat(in.readAllBytes()).isEqualTo(sample.content());
      } catch (GzipFormatException e) {
        detected++;
      }
    }
    assertThat(detected).isGreaterThan(ROUNDS * 9 / 10);
  }

  private static void feed(GzipProof proof, byte[] file, Random random) throws IOException {
    int offset = 0;
    while (offset < file.length) {
      int length = Math.min(file.length - offset, random.nextInt(200));
      proof.update(file, offset, length);
      offset += length;
    }
  }

  private static void assertBroken(byte[] file, String... messageParts) {
    assertThatExceptionOfType(GzipFormatException.class)
        .isThrownBy(() -> open(file).transferTo(new ByteArrayOutputStream()))
        .satisfies(e -> assertThat(e.getMessage()).contains(messageParts));
    assertThatExceptionOfType(GzipFormatException.class)
        .isThrownBy(
            () -> {
              try (GzipProof proof = new GzipProof(GzipProof.Text.NONE)) {
                proof.update(file, 0, file.length);
                proof.finish();
              }
            })
        .satisfies(e -> assertThat(e.getMessage()).contains(messageParts));
  }

  private static GzipMemberInputStream open(byte[] file) {
    return new GzipMemberInputStream(new ByteArrayInputStream(file));
  }

  /** A sound file of one to four members, and its decompressed content. */
  private record Sample(byte[] file, byte[] content, int members) {
    static Sample random(Random random) {
      int members = 1 + random.nextInt(4);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      for (int i = 0; i < members; i++) {
        byte[] part = GzipFiles.content(random, random.nextInt(2000));
        content.writeBytes(part);
        file.writeBytes(random.nextBoolean() ? member(part) : memberWithFullHeader(part));
      }
      return new Sample(file.toByteArray(), content.toByteArray(), members);
    }

    /** Whether a file that is cut here ends with a member, so that the cut cannot be seen. */
    static boolean endsWithAMember(byte[] file, int length) {
      return length > 0
          && length < file.length - 1
          && (file[length] & 0xff) == 0x1f
          && (file[length + 1] & 0xff) == 0x8b;
    }
  }

  /** A stream that returns one byte at a time, and always says that none is available. */
  private static final class Trickle extends FilterInputStream {
    Trickle(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] output, int offset, int length) throws IOException {
      return super.read(output, offset, Math.min(1, length));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
