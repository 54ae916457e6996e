package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Leaf;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;

/**
 * A column of byte strings: STRING, JSON, BINARY. The values of a page are collected in PLAIN
 * encoding and looked up in the dictionary together when the page ends, so that the dictionary is
 * in the processor's caches while it is needed.
 */
public final class BytesColumn extends ColumnBuilder {
  private final Optional<BloomHashes> bloom;
  private final BytesDictionary dictionary = new BytesDictionary();
  private final EncodedBytes page = new EncodedBytes();
  private boolean indexed;

  public BytesColumn(
      Leaf leaf,
      ColumnDescriptor descriptor,
      GroupLevels group,
      PageWorkspace workspace,
      boolean bloomFilter) {
    super(leaf, descriptor, group, workspace);
    this.bloom = bloomFilter ? Optional.of(new BloomHashes()) : Optional.empty();
  }

  public void add(byte[] source, int offset, int length) {
    page.addPlain(source, offset, length);
    added(length + Integer.BYTES);
  }

  @Override
  Encoding encodeValues(int count, EncodedBytes out) {
    indexed = false;
    if (hasDictionary()) {
      int known = dictionary.size();
      int[] indexes = workspace().indexes(count);
      if (index(count, known, indexes)) {
        IndexEncoder.encode(indexes, count, dictionary.size(), out);
        indexed = true;
        return Encoding.RLE_DICTIONARY;
      }
      dictionary.truncate(known);
      closeDictionary();
    }
    out.addBytes(page.array(), 0, page.size());
    bloom.ifPresent(hashes -> hashes.addPlain(page, count));
    return Encoding.PLAIN;
  }

  private boolean index(int count, int known, int[] indexes) {
    int knownBytes = dictionary.entries().size();
    int allowed = known + DictionaryChoices.allowedNew(count);
    boolean fits = dictionary.indexAll(page, count, indexes, allowed, DictionaryChoices.MAX_BYTES);
    if (!fits && dictionary.size() < allowed) {
      return false;
    }
    long newBytes = (long) dictionary.entries().size() - knownBytes;
    if (!fits || !DictionaryChoices.pays(newBytes, count, dictionary.size(), page.size())) {
      refuseDictionary(count);
      return false;
    }
    workspace().written(newBytes);
    return true;
  }

  @Override
  boolean describeValues(int count, Statistics.Builder statistics) {
    byte[] bytes = indexed ? dictionary.entries().array() : page.array();
    int smallest;
    int largest;
    if (indexed) {
      smallest = dictionary.offset(dictionary.smallest());
      largest = dictionary.offset(dictionary.largest());
    } else {
      PlainBytes.Bounds bounds = PlainBytes.bounds(bytes, count);
      smallest = bounds.smallest();
      largest = bounds.largest();
    }
    statistics.withMin(PlainBytes.copy(bytes, smallest)).withMax(PlainBytes.copy(bytes, largest));
    return true;
  }

  @Override
  void clearValues() {
    page.truncate(0);
  }

  @Override
  Optional<DictionaryPage> takeDictionary() {
    int size = dictionary.size();
    Optional<DictionaryPage> taken = Optional.empty();
    if (size > 0) {
      EncodedBytes entries = dictionary.entries();
      bloom.ifPresent(hashes -> hashes.addPlain(entries, size));
      // No copy is needed: clear() leaves the bytes alone, and the page is written before the next
      // value is added.
      BytesInput bytes = BytesInput.from(entries.array(), 0, entries.size());
      taken = Optional.of(new DictionaryPage(bytes, size, Encoding.PLAIN));
    }
    dictionary.clear();
    return taken;
  }

  @Override
  public Optional<BloomFilter> takeBloomFilter() {
    return bloom.map(BloomHashes::finish);
  }

  @Override
  public long capacityBytes() {
    return levelBytes()
        + page.capacity()
        + dictionary.capacityBytes()
        + bloom.map(BloomHashes::capacityBytes).orElse(0L);
  }
}
