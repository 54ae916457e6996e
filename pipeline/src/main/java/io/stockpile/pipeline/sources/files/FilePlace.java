package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.codec.Codec;
import io.stockpile.connectors.files.TwitterFileUnit;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.function.Function;

/**
 * Where the file of a unit is in the archive, and whose records its lines are.
 *
 * @param keys the key of the unit's first file, for each compression
 * @param replaceWith the command that brings in another file in its place
 */
record FilePlace(Function<Codec, String> keys, Vocabulary vocabulary, String replaceWith) {

  /**
   * The place for a unit.
   *
   * @throws IllegalArgumentException when the unit cannot come from a file
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

  /** The key for gzip, which most files have; with it files of all compressions are found. */
  String firstKey() {
    return keys.apply(Codec.GZIP);
  }
}
