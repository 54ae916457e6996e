package io.stockpile.pipeline.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** parquet-java's decoder reads what the encoders write. */
class EncodersTest {
  private static final int[] COUNTS = {1, 7, 8, 9, 15, 16, 17, 64, 65, 1000, 20_001};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15})
  void levelsComeBack(int highest) throws IOException {
    Random random = new Random(highest);
    for (int count : COUNTS) {
      for (double change : new double[] {0, 0.02, 0.2, 1}) {
        byte[] levels = new byte[count];
        for (int i = 1; i < count; i++) {
          levels[i] =
              random.nextDouble() < change ? (byte) random.nextInt(highest + 1) : levels[i - 1];
        }
        EncodedBytes out = new EncodedBytes();
        out.addByte(42);

        LevelEncoder.encode(levels, count, highest, out);

        assertThat(LittleEndian.getInt(out.array(), 1)).isEqualTo(out.size() - 5);
        RunLengthBitPackingHybridDecoder decoder =
            decoder(LevelEncoder.width(highest), out, 5, out.size());
        for (int i = 0; i < count; i++) {
          assertThat(decoder.readInt()).as("level %d of %d", i, count).isEqualTo(levels[i]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 200, 256, 257, 65_537, 1 << 20})
  void indexesComeBack(int dictionarySize) throws IOException {
    Random random = new Random(dictionarySize);
    for (int count : COUNTS) {
      for (double change : new double[] {0, 0.02, 0.2, 1}) {
        int[] indexes = new int[count];
        for (int i = 1; i < count; i++) {
          indexes[i] =
              random.nextDouble() < change ? random.nextInt(dictionarySize) : indexes[i - 1];
        }
        EncodedBytes out = new EncodedBytes();

        IndexEncoder.encode(indexes, count, dictionarySize, out);

        RunLengthBitPackingHybridDecoder decoder = decoder(out.array()[0], out, 1, out.size());
        for (int i = 0; i < count; i++) {
          assertThat(decoder.readInt()).as("index %d of %d", i, count).isEqualTo(indexes[i]);
        }
      }
    }
  }

  private static RunLengthBitPackingHybridDecoder decoder(
      int width, EncodedBytes bytes, int from, int to) {
    return new RunLengthBitPackingHybridDecoder(
        width, new ByteArrayInputStream(bytes.array(), from, to - from));
  }
}
