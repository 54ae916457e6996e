package io.stockpile.connectors.gzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

  private record Member(String text, Optional<byte[]> bytes) {}

  private static List<Member> read(InputStream file, boolean mayBeCut, int mostBytes)
      throws IOException {
    List<Member> found = new ArrayList<>();
    try (GzipMembers members = new GzipMembers(file, mayBeCut, mostBytes)) {
      while (members.next()) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[7];
        int count = members.read(buffer, 0, buffer.length);
        while (count >= 0) {
          text.write(buffer, 0, count);
          count = members.read(buffer, 0, buffer.length);
        }
        found.add(new Member(text.toString(StandardCharsets.UTF_8), members.bytes()));
      }
    }
    return found;
  }

  private static InputStream inPieces(byte[] file, int most) {
    return new ByteArrayInputStream(file) {
      @Override
      public int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, most));
      }
    };
  }

  @Test
  void eachMembersTextAndBytesComeOutHoweverTheFileIsRead() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      List<String> texts = new ArrayList<>();
      byte[][] parts = new byte[random.nextInt(1, 6)][];
      for (int part = 0; part < parts.length; part++) {
        byte[] text = new byte[random.nextInt(3) * random.nextInt(3000)];
        for (int at = 0; at < text.length; at++) {
          text[at] = (byte) ('a' + random.nextInt(20));
        }
        texts.add(new String(text, StandardCharsets.UTF_8));
        parts[part] =
            random.nextBoolean() ? GzipFiles.member(text) : GzipFiles.memberWithFullHeader(text);
      }
      byte[] file = GzipFiles.concatenated(parts);
      byte[] padded = Arrays.copyOf(file, file.length + random.nextInt(3));

      List<Member> found = read(inPieces(padded, random.nextInt(1, 200)), false, 1 << 20);

      assertThat(found).extracting(Member::text).isEqualTo(texts);
      for (int part = 0; part < parts.length; part++) {
        assertThat(found.get(part).bytes().orElseThrow()).isEqualTo(parts[part]);
      }
    }
  }

  @Test
  void theBytesOfALargeMemberAreNotKept() throws IOException {
    byte[] small = GzipFiles.member("a\n");
    byte[] large = GzipFiles.memberWithFullHeader("b\n".getBytes(StandardCharsets.UTF_8));
    byte[] file = GzipFiles.concatenated(small, large, small);

    List<Member> found = read(inPieces(file, 5), false, small.length);

    assertThat(found).extracting(Member::text).containsExactly("a\n", "b\n", "a\n");
    assertThat(found)
        .extracting(member -> member.bytes().isPresent())
        .containsExactly(true, false, true);
  }

  @Test
  void whatIsCutIsRefusedOrPassedOver() throws IOException {
    byte[] first = GzipFiles.member("first\n");
    byte[] second = GzipFiles.member("the second member\n");
    byte[] file = GzipFiles.concatenated(first, second);
    for (int length = first.length + 1; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);

      assertThatThrownBy(() -> read(inPieces(cut, 9), false, 1000))
          .isInstanceOf(GzipFormatException.class);
      List<Member> found = read(inPieces(cut, 9), true, 1000);
      assertThat(found.get(0).bytes().orElseThrow()).isEqualTo(first);
      assertThat(found.size()).isLessThanOrEqualTo(2);
      if (found.size() == 2) {
        assertThat("the second member\n").startsWith(found.get(1).text());
        assertThat(found.get(1).bytes()).isEmpty();
      }
    }
  }

  @Test
  void whatIsDamagedIsRefusedOrReadUpToThere() throws IOException {
    byte[] file = GzipFiles.concatenated(GzipFiles.member("first\n"), GzipFiles.member("second\n"));
    byte[] damaged = file.clone();
    damaged[file.length - 6] ^= 1;

    assertThatThrownBy(() -> read(inPieces(damaged, 9), false, 1000))
        .isInstanceOf(GzipFormatException.class);
    assertThat(read(inPieces(damaged, 9), true, 1000))
        .extracting(member -> member.bytes().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void whatIsWrittenIsReadAndTheSameTextGivesTheSameBytes() throws IOException {
    Random random = new Random(5);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    List<String> texts = new ArrayList<>();
    try (GzipMemberWriter writer = new GzipMemberWriter(file);
        GzipMemberWriter other = new GzipMemberWriter(again)) {
      for (int member = 0; member < 20; member++) {
        byte[] text = new byte[member == 0 ? 0 : random.nextInt(200_000)];
        for (int at = 0; at < text.length; at++) {
          text[at] = (byte) ('a' + random.nextInt(20));
        }
        texts.add(new String(text, StandardCharsets.UTF_8));
        writer.write(text, 0, text.length);
        other.write(text, 0, text.length);
      }
    }
    assertThat(again.toByteArray()).isEqualTo(file.toByteArray());
    assertThat(read(new ByteArrayInputStream(file.toByteArray()), false, 1 << 20))
        .extracting(Member::text)
        .isEqualTo(texts);
    try (InputStream strict =
        new GzipMemberInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      assertThat(new String(strict.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(String.join("", texts));
    }
  }
}
