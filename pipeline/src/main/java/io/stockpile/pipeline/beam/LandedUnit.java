package io.stockpile.pipeline.beam;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;

/**
 * A unit with its landed objects, to read rows from.
 *
 * @param inputs its landed objects, in the order in which their lines are numbered
 */
record LandedUnit(ArchiveUnit unit, Vocabulary vocabulary, List<LandedInput> inputs)
    implements Serializable {
  LandedUnit {
    inputs = List.copyOf(inputs);
  }

  static SerializableCoder<LandedUnit> coder() {
    return SerializableCoder.of(LandedUnit.class);
  }
}
