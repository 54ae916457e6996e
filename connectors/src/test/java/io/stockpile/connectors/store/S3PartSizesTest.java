package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class S3PartSizesTest {
  private static final long MIB = 1 << 20;

  @Test
  void partsDoubleEveryThousand() throws IOException {
    assertThat(S3PartSizes.DEFAULT.of(1)).isEqualTo(8 * (int) MIB);
    assertThat(S3PartSizes.DEFAULT.of(1000)).isEqualTo(8 * (int) MIB);
    assertThat(S3PartSizes.DEFAULT.of(1001)).isEqualTo(16 * (int) MIB);
    assertThat(S3PartSizes.DEFAULT.of(2001)).isEqualTo(32 * (int) MIB);
  }

  @Test
  void tenThousandPartsHoldMoreThanAnyArchiveFile() throws IOException {
    long sum = 0;
    for (int part = 1; part <= 10_000; part++) {
      sum += S3PartSizes.DEFAULT.of(part);
    }
    assertThat(sum).isGreaterThan(3_900_000 * MIB);
    assertThatThrownBy(() -> S3PartSizes.DEFAULT.of(10_001))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no more than 10000 parts");
  }
}
