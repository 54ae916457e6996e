package io.stockpile.pipeline.parquet;

import io.stockpile.pipeline.columns.LittleEndian;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Sorts the encodings in a footer, so that the same records give the same file in every process.
 * Parquet's writer lists them in the order of identity hashes, which differs between JVMs.
 */
final class StableFooter {
  private static final int MAGIC_BYTES = 4;
  private static final int END_BYTES = Integer.BYTES + MAGIC_BYTES;

  private StableFooter() {}

  /**
   * Returns the file's end with the encodings sorted.
   *
   * @param tail the last bytes of a Parquet file; they must contain the whole footer
   */
  static byte[] rewrite(byte[] tail) throws IOException {
    int end = tail.length - END_BYTES;
    int begin = end - LittleEndian.getInt(tail, end);
    FileMetaData metadata =
        Util.readFileMetaData(new ByteArrayInputStream(tail, begin, end - begin));
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        List<Encoding> encodings = new ArrayList<>(column.getEncodings());
        encodings.sort(Comparator.comparingInt(Encoding::getValue));
        column.setEncodings(encodings);
      }
    }
    ByteArrayOutputStream stable = new ByteArrayOutputStream(tail.length);
    stable.write(tail, 0, begin);
    Util.writeFileMetaData(metadata, stable);
    byte[] length = new byte[Integer.BYTES];
    LittleEndian.setInt(length, 0, stable.size() - begin);
    stable.write(length, 0, length.length);
    stable.write(tail, tail.length - MAGIC_BYTES, MAGIC_BYTES);
    return stable.toByteArray();
  }
}
