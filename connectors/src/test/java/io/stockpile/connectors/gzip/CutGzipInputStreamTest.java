package io.stockpile.connectors.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CutGzipInputStreamTest {
  @Test
  void wholeStreamIsWhole() throws IOException {
    byte[] content = GzipFiles.content(new Random(1), 100_000);
    byte[] file = GzipFiles.concatenated(GzipFiles.member(content), GzipFiles.member("end"));
    try (CutGzipInputStream in = new CutGzipInputStream(new ByteArrayInputStream(file))) {
      assertThat(in.readAllBytes()).hasSize(content.length + 3).startsWith(content);
      assertThat(in.ending()).contains(GzipEnding.WHOLE);
      assertThat(in.members()).isEqualTo(2);
    }
  }

  @Test
  void streamCutAnywhereGivesWhatCameBefore() throws IOException {
    byte[] content = GzipFiles.content(new Random(2), 3_000);
    byte[] file = GzipFiles.member(content);
    for (int cut = 0; cut < file.length; cut++) {
      try (CutGzipInputStream in =
          new CutGzipInputStream(new ByteArrayInputStream(Arrays.copyOf(file, cut)))) {
        byte[] decoded = in.readAllBytes();
        assertThat(decoded).isEqualTo(Arrays.copyOf(content, decoded.length));
        assertThat(in.ending()).contains(GzipEnding.CUT);
      }
    }
  }

  @Test
  void whatWasFlushedBeforeTheCutComesOutWhole() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GZIPOutputStream gzip = new GZIPOutputStream(bytes, 512, true);
    byte[] content = GzipFiles.content(new Random(3), 10_000);
    gzip.write(content);
    gzip.flush();
    try (CutGzipInputStream in =
        new CutGzipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
      assertThat(in.ending()).contains(GzipEnding.CUT);
    }
  }

  @Test
  void damageIsToldFromACutAndTheInputReadToItsEnd() throws IOException {
    byte[] file = GzipFiles.member(GzipFiles.content(new Random(4), 300_000));
    file[file.length - 6] ^= 1;
    ByteArrayInputStream compressed =
        new ByteArrayInputStream(GzipFiles.concatenated(file, new byte[100_000]));
    try (CutGzipInputStream in = new CutGzipInputStream(compressed)) {
      in.readAllBytes();
      assertThat(in.ending()).contains(GzipEnding.DAMAGED);
      assertThat(compressed.available()).isZero();
    }
  }
}
