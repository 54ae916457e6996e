package io.stockpile.pipeline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherIdsTest {
  @Test
  void idsComeBackInOrderWhateverTheyAre() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      TreeSet<Long> ids = new TreeSet<>();
      int bits = random.nextInt(64);
      random.longs(random.nextInt(50)).forEach(id -> ids.add(id >> bits));
      assertThat(OtherIds.of(ids).ids().boxed()).containsExactlyElementsOf(ids);
    }
    List<Long> ends = List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE);
    assertThat(OtherIds.of(ends).ids().boxed()).isEqualTo(ends);
  }

  @Test
  void neighboursTakeAByte() {
    List<Long> ids = Stream.iterate(900_000_000_000L, id -> id + 90).limit(300).toList();

    assertThat(OtherIds.of(ids).deltas()).hasSizeLessThan(420);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | AAA= | says that there are 1 ids, but lists 2",
        "0 | gA== | ends within a number",
        "1 | gICAgICAgICAgAE= | above 64 bits",
        "0 | ?AAA | Illegal base64"
      })
  void whatIsNoListIsRefused(int count, String deltas, String message) {
    assertThatThrownBy(() -> new OtherIds(count, deltas))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
