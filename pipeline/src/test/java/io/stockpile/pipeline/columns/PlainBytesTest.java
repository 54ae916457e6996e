package io.stockpile.pipeline.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainBytesTest {
  /**
   * The values share a beginning that is shorter than, as long as, or longer than the eight bytes
   * that are compared first.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "http:", "12345678", "http://a.example/", "日本語日本語", "\0\0\0\0\0\0\0"})
  void boundsAreTheSmallestAndTheLargestByUnsignedBytes(String shared) {
    Random random = new Random(shared.length());
    for (int round = 0; round < 200; round++) {
      List<byte[]> values = new ArrayList<>();
      EncodedBytes plain = new EncodedBytes();
      for (int i = random.nextInt(20); i >= 0; i--) {
        byte[] prefix = shared.getBytes(StandardCharsets.UTF_8);
        byte[] value = Arrays.copyOf(prefix, prefix.length + random.nextInt(4));
        for (int at = prefix.length; at < value.length; at++) {
          value[at] = (byte) random.nextInt(-3, 3);
        }
        values.add(value);
        plain.addPlain(value, 0, value.length);
      }

      PlainBytes.Bounds bounds = PlainBytes.bounds(plain.array(), values.size());

      values.sort(Arrays::compareUnsigned);
      assertThat(PlainBytes.copy(plain.array(), bounds.smallest())).isEqualTo(values.get(0));
      assertThat(PlainBytes.copy(plain.array(), bounds.largest()))
          .isEqualTo(values.get(values.size() - 1));
    }
  }
}
