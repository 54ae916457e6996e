package io.stockpile.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Leb128Test {
  private static byte[] written(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Leb128.write(value, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "1, 01",
    "127, 7f",
    "128, 8001",
    "624485, e58e26",
    "9223372036854775807, ffffffffffffffff7f",
    "-9223372036854775808, 80808080808080808001",
    "-1, ffffffffffffffffff01"
  })
  void allBitsComeBack(long value, String hex) {
    assertThat(HexFormat.of().formatHex(written(value))).isEqualTo(hex);
    ByteBuffer in = ByteBuffer.wrap(HexFormat.of().parseHex(hex + "05"));
    assertThat(Leb128.read(in)).isEqualTo(value);
    assertThat(Leb128.read(in)).isEqualTo(5);
    assertThat(in.hasRemaining()).isFalse();
  }

  @Test
  void aNumberThatIsCutOffOrTooLongIsRefused() {
    byte[] whole = written(-1);
    for (int end = 0; end < whole.length; end++) {
      ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, end));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Leb128.read(cut))
          .withMessage("ends within a number");
    }
    byte[] tooLong = new byte[11];
    Arrays.fill(tooLong, (byte) 0x80);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Leb128.read(ByteBuffer.wrap(tooLong)))
        .withMessage("has a number above 64 bits");
  }
}
