package io.stockpile.connectors.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WholeLinesTest {
  @Test
  void textCutAnywhereGivesTheLinesThatAreWhole() throws IOException {
    String text = "{\"id\":1}\r\n\r\n{\"id\":\"é\",\"a\":{\"b\":2}}\n{\"id\":3}";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      byte[] part = Arrays.copyOf(bytes, cut);
      String expected = new String(part, StandardCharsets.UTF_8);
      String last = expected.substring(expected.lastIndexOf('\n') + 1).strip();
      boolean wholeObject =
          last.equals("{\"id\":1}")
              || last.equals("{\"id\":\"é\",\"a\":{\"b\":2}}")
              || last.equals("{\"id\":3}");
      expected = wholeObject ? expected : expected.substring(0, expected.lastIndexOf('\n') + 1);

      assertThat(lines(part)).as("cut after %d bytes", cut).isEqualTo(expected);
    }
  }

  @Test
  void linesLongerThanABlockAreWhole() throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    for (int length : new int[] {1, 300_000, 5, 2_000_000, 262_144}) {
      text.append("{\"x\":\"");
      for (int i = 0; i < length; i++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append("\"}\n");
    }

    assertThat(lines((text + "{\"cut").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(text.toString());
  }

  @Test
  void twoObjectsWithoutAnEndAreNoWholeLine() throws IOException {
    assertThat(lines("{}{".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(lines("12".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(lines("[1]".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static String lines(byte[] text) throws IOException {
    try (WholeLinesInputStream lines = new WholeLinesInputStream(new ByteArrayInputStream(text))) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
