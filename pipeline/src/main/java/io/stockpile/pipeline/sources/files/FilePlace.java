package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.codec.Codec;
import io.stockpile.connectors.files.TwitterFileUnit;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.function.Function;

/**
 * Where a user's file lies in the archive, and what its lines speak of.
 *
 * @param keys of the first file of the unit, by how it is compressed
 * @param replaceWith the command that brings another file in
 */
record FilePlace(Function<Codec, String> keys, Vocabulary vocabulary, String replaceWith) {

  /**
   * That of a unit.
   *
   * @throws IllegalArgumentException when no file can make up the unit
   */
  static FilePlace of(ArchiveUnit unit) {
    if (unit instanceof FirestreamUnit firestream) {
      return new FilePlace(
          firestream::landingKey, Vocabulary.STOCKTWITS, "backfill --onExisting=replace");
    }
    if (unit instanceof TwitterFileUnit twitter) {
      return new FilePlace(twitter::landingKey, Vocabulary.TWITTER, "import --onExisting=replace");
    }
    throw new IllegalArgumentException("No file makes up " + unit.name());
  }

  /** Of a gzip file, which most are; files of all endings are found by it. */
  String firstKey() {
    return keys.apply(Codec.GZIP);
  }
}
