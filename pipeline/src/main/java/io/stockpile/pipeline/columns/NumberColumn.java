package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Leaf;
import java.util.Arrays;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;

/** A column of numbers: INT64, TIMESTAMP, DATE, DOUBLE. */
public final class NumberColumn extends ColumnBuilder {
  private final NumberForm form;
  private final Optional<BloomHashes> bloom;
  private final LongDictionary dictionary = new LongDictionary();
  private long[] page = new long[64];
  private NumberBounds range = NumberBounds.NONE;

  public NumberColumn(
      Leaf leaf,
      ColumnDescriptor descriptor,
      GroupLevels group,
      PageWorkspace workspace,
      NumberForm form,
      boolean bloomFilter) {
    super(leaf, descriptor, group, workspace);
    this.form = form;
    this.bloom = bloomFilter ? Optional.of(new BloomHashes()) : Optional.empty();
  }

  public void add(long value) {
    int at = values();
    if (at == page.length) {
      page = Arrays.copyOf(page, at * 2);
    }
    page[at] = value;
    added(Long.BYTES);
  }

  /** The bounds of all values in the pages that were finished since this was called last. */
  public NumberBounds takeRange() {
    NumberBounds taken = range;
    range = NumberBounds.NONE;
    return taken;
  }

  @Override
  Encoding encodeValues(int count, EncodedBytes out) {
    if (hasDictionary()) {
      int known = dictionary.size();
      int[] indexes = workspace().indexes(count);
      if (index(count, known, indexes)) {
        IndexEncoder.encode(indexes, count, dictionary.size(), out);
        return Encoding.RLE_DICTIONARY;
      }
      dictionary.truncate(known);
      closeDictionary();
    }
    form.encode(page, count, out);
    if (bloom.isPresent()) {
      for (int i = 0; i < count; i++) {
        bloom.get().add(page[i], form);
      }
    }
    return Encoding.PLAIN;
  }

  private boolean index(int count, int known, int[] indexes) {
    int capacity = DictionaryChoices.MAX_BYTES / form.bytes();
    int allowed = Math.min(capacity, known + DictionaryChoices.allowedNew(count));
    boolean fits = dictionary.indexAll(page, count, indexes, allowed);
    if (!fits && allowed == capacity) {
      return false;
    }
    long newBytes = (long) (dictionary.size() - known) * form.bytes();
    long plainBytes = (long) count * form.bytes();
    if (!fits || !DictionaryChoices.pays(newBytes, count, dictionary.size(), plainBytes)) {
      refuseDictionary(count);
      return false;
    }
    workspace().written(newBytes);
    return true;
  }

  @Override
  boolean describeValues(int count, Statistics.Builder statistics) {
    NumberBounds bounds = form.bounds(page, count);
    if (!bounds.known()) {
      return false;
    }
    range = range.and(bounds);
    statistics.withMin(form.encode(bounds.min())).withMax(form.encode(bounds.max()));
    return true;
  }

  @Override
  void clearValues() {
    // Nothing to do: the superclass counts the values, and those left in the array are overwritten.
  }

  @Override
  Optional<DictionaryPage> takeDictionary() {
    int size = dictionary.size();
    Optional<DictionaryPage> taken = Optional.empty();
    if (size > 0) {
      EncodedBytes out = workspace().page();
      out.reserve(size * form.bytes());
      for (int i = 0; i < size; i++) {
        out.addReserved(dictionary.key(i), form.bytes());
        if (bloom.isPresent()) {
          bloom.get().add(dictionary.key(i), form);
        }
      }
      BytesInput bytes = BytesInput.from(out.array(), 0, out.size());
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
        + (long) page.length * Long.BYTES
        + dictionary.capacityBytes()
        + bloom.map(BloomHashes::capacityBytes).orElse(0L);
  }
}
