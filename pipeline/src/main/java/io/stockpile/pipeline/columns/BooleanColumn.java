package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Leaf;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;

/** A column of booleans, one bit for each value, in the order in which they are added. */
public final class BooleanColumn extends ColumnBuilder {
  private final EncodedBytes page = new EncodedBytes();
  private int pending;
  private int trues;

  public BooleanColumn(
      Leaf leaf, ColumnDescriptor descriptor, GroupLevels group, PageWorkspace workspace) {
    super(leaf, descriptor, group, workspace);
  }

  public void add(boolean value) {
    int bit = values() & 7;
    if (value) {
      pending |= 1 << bit;
      trues++;
    }
    if (bit == 7) {
      page.addByte(pending);
      pending = 0;
    }
    added(1);
  }

  @Override
  Encoding encodeValues(int count, EncodedBytes out) {
    if ((count & 7) != 0) {
      page.addByte(pending);
    }
    out.addBytes(page.array(), 0, page.size());
    return Encoding.PLAIN;
  }

  @Override
  boolean describeValues(int count, Statistics.Builder statistics) {
    byte min = (byte) (trues == count ? 1 : 0);
    byte max = (byte) (trues > 0 ? 1 : 0);
    statistics.withMin(new byte[] {min}).withMax(new byte[] {max});
    return true;
  }

  @Override
  void clearValues() {
    page.truncate(0);
    pending = 0;
    trues = 0;
  }

  @Override
  Optional<DictionaryPage> takeDictionary() {
    return Optional.empty();
  }

  @Override
  public Optional<BloomFilter> takeBloomFilter() {
    return Optional.empty();
  }

  @Override
  public long capacityBytes() {
    return levelBytes() + page.capacity();
  }
}
