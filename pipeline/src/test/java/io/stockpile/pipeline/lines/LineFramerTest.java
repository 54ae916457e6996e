package io.stockpile.pipeline.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFramerTest {
  /**
   * @param text the part that is kept, with a carriage return at its end
   * @param bytes the full length of the line; without the carriage return if the line was cut
   */
  private record Line(String text, long bytes) {}

  /** Returns a random number of bytes at a time. */
  private static final class DrippingInput extends ByteArrayInputStream {
    private final Random random;

    DrippingInput(byte[] content, Random random) {
      super(content);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1 + random.nextInt(40)));
    }
  }

  @Test
  void linesAreCutTheSameWhateverTheChunksAndReads() throws Exception {
    Random random = new Random(3);
    for (int count = 0; count < 2000; count++) {
      String text = randomText(random);
      int limit = 1 + random.nextInt(120);
      int chunkBytes = 8 + random.nextInt(100);
      assertThat(framed(text, limit, chunkBytes, random))
          .as("%s, %d, %d", text, limit, chunkBytes)
          .isEqualTo(split(text, limit));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "a",
        "a\n",
        "a\nb",
        "\r\n",
        "\u00ef",
        "\u00ef\u00bb\n",
        "\u00ef\u00bb\u00bf"
      })
  void smallTextsAreCutToo(String text) throws Exception {
    assertThat(framed(text, 100, 16, new Random(1))).isEqualTo(split(text, 100));
  }

  @Test
  void aByteOrderMarkIsPassedOverOnlyAtTheBeginning() throws Exception {
    String mark = "\u00ef\u00bb\u00bf";
    assertThat(framed(mark + "a\n" + mark + "b\n", 100, 16, new Random(1)))
        .containsExactly(new Line("a", 1), new Line(mark + "b", 4));
  }

  private static List<Line> framed(String text, int limit, int chunkBytes, Random random)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    DrippingInput dripping = new DrippingInput(text.getBytes(ISO_8859_1), random);
    try (ProvenInput input = new ProvenInput(dripping, LandedInput.Ending.WHOLE)) {
      LineFramer framer = new LineFramer(input, limit, chunkBytes);
      while (!framer.isEnded()) {
        LineChunk chunk = new LineChunk(chunkBytes);
        chunk.clear(chunkBytes);
        framer.fill(chunk);
        for (int line = 0; line < chunk.lines(); line++) {
          int from = chunk.lineFrom(line);
          int length = chunk.lineEnd(line) - from;
          assertThat(chunk.bytes()[from + length]).isEqualTo((byte) '\n');
          String kept = new String(chunk.bytes(), from, Math.min(length, limit), ISO_8859_1);
          lines.add(
              new Line(
                  kept, chunk.longLineBytes() >= 0 ? chunk.longLineBytes() : trimmed(chunk, line)));
        }
        assertThat(chunk.capacity()).isLessThanOrEqualTo(limit + 2 * chunkBytes + 3);
      }
    }
    return lines;
  }

  private static long trimmed(LineChunk chunk, int line) {
    int end = chunk.lineEnd(line);
    boolean carriageReturn = end > chunk.lineFrom(line) && chunk.bytes()[end - 1] == '\r';
    return end - chunk.lineFrom(line) - (carriageReturn ? 1L : 0L);
  }

  private static List<Line> split(String text, int limit) {
    String rest = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    List<Line> lines = new ArrayList<>();
    while (!rest.isEmpty()) {
      int end = rest.indexOf('\n');
      String line = end < 0 ? rest : rest.substring(0, end);
      rest = end < 0 ? "" : rest.substring(end + 1);
      long bytes = line.endsWith("\r") ? line.length() - 1L : line.length();
      lines.add(new Line(line.substring(0, Math.min(line.length(), limit)), bytes));
    }
    return lines;
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\u00ef\u00bb\u00bf" : "");
    int lines = random.nextInt(12);
    for (int line = 0; line < lines; line++) {
      int length = random.nextInt(4) == 0 ? random.nextInt(400) : random.nextInt(30);
      for (int at = 0; at < length; at++) {
        text.append((char) ('a' + at % 26));
      }
      text.append(random.nextInt(3) == 0 ? "\r" : "")
          .append(line + 1 < lines || random.nextBoolean() ? "\n" : "");
    }
    return text.toString();
  }
}
