package io.stockpile.pipeline.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictionariesTest {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  @Test
  void numbersGetTheIndexOfTheirFirstAppearance() {
    LongDictionary dictionary = new LongDictionary();
    Random random = new Random(1);
    long[] values = new long[50_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 == 0 ? random.nextInt(100) : (long) random.nextInt(20_000) << 40;
    }
    int[] indexes = new int[values.length];

    assertThat(dictionary.indexAll(values, values.length, indexes, NO_LIMIT)).isTrue();

    int next = 0;
    for (int i = 0; i < values.length; i++) {
      assertThat(dictionary.key(indexes[i])).isEqualTo(values[i]);
      assertThat(indexes[i]).isLessThanOrEqualTo(next);
      next = Math.max(next, indexes[i] + 1);
    }
    assertThat(dictionary.size()).isEqualTo(next);
  }

  @Test
  void zeroIsAKeyLikeAnyOther() {
    LongDictionary dictionary = new LongDictionary();
    int[] indexes = new int[4];

    dictionary.indexAll(new long[] {5, 0, 0, -1}, 4, indexes, NO_LIMIT);

    assertThat(indexes).containsExactly(0, 1, 1, 2);
  }

  @Test
  void stringsThatDifferInLengthAloneAreDifferent() {
    List<String> values =
        List.of("", "\0", "\0\0", "a", "a\0", "12345678", "12345678\0", "123456789", "1234567");
    BytesDictionary dictionary = new BytesDictionary();
    int[] indexes = new int[values.size()];

    dictionary.indexAll(plain(values), values.size(), indexes, NO_LIMIT, NO_LIMIT);

    assertThat(indexes).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void stringsComeBackAndTheirBoundsAreThoseOfThePage() {
    Random random = new Random(2);
    List<String> pool = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      pool.add("é".repeat(random.nextInt(12)) + Integer.toString(random.nextInt(99_999), 36));
    }
    BytesDictionary dictionary = new BytesDictionary();
    for (int page = 0; page < 5; page++) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < 3_000; i++) {
        values.add(pool.get(random.nextInt(1_000 * (page + 1))));
      }
      int[] indexes = new int[values.size()];

      assertThat(dictionary.indexAll(plain(values), values.size(), indexes, NO_LIMIT, NO_LIMIT))
          .isTrue();

      for (int i = 0; i < indexes.length; i++) {
        assertThat(text(dictionary, indexes[i])).isEqualTo(values.get(i));
      }
      // With these characters the order of UTF-16 is the same as that of UTF-8.
      assertThat(text(dictionary, dictionary.smallest())).isEqualTo(Collections.min(values));
      assertThat(text(dictionary, dictionary.largest())).isEqualTo(Collections.max(values));
    }
  }

  @Test
  void aFullDictionaryRefusesAndForgetsWhatItTookForThePage() {
    BytesDictionary dictionary = new BytesDictionary();
    int[] indexes = new int[8];
    List<String> first = List.of("a", "b");
    List<String> second = List.of("a", "c", "d");
    dictionary.indexAll(plain(first), 2, indexes, NO_LIMIT, NO_LIMIT);
    int bytes = dictionary.entries().size();

    assertThat(dictionary.indexAll(plain(second), 3, indexes, 3, NO_LIMIT)).isFalse();
    dictionary.truncate(2);

    assertThat(dictionary.size()).isEqualTo(2);
    assertThat(dictionary.entries().size()).isEqualTo(bytes);
  }

  @Test
  void aClearedDictionaryBeginsAnew() {
    BytesDictionary dictionary = new BytesDictionary();
    int[] indexes = new int[2];
    dictionary.indexAll(plain(List.of("a", "b")), 2, indexes, NO_LIMIT, NO_LIMIT);

    dictionary.clear();
    dictionary.indexAll(plain(List.of("b", "b")), 2, indexes, NO_LIMIT, NO_LIMIT);

    assertThat(indexes).containsExactly(0, 0);
    assertThat(text(dictionary, 0)).isEqualTo("b");
    assertThat(text(dictionary, dictionary.smallest())).isEqualTo("b");
  }

  private static EncodedBytes plain(List<String> values) {
    EncodedBytes plain = new EncodedBytes();
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      plain.addPlain(bytes, 0, bytes.length);
    }
    return plain;
  }

  private static String text(BytesDictionary dictionary, int index) {
    byte[] bytes = PlainBytes.copy(dictionary.entries().array(), dictionary.offset(index));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
