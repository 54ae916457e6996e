package io.stockpile.bench.data.parts;

/** Writes the records of one file. Not thread-safe. */
public interface RecordWriter {
  /**
   * Appends one record, without a line end.
   *
   * @param id no other record of the data set has it
   * @param epochSecond when the record's event was
   */
  void write(JsonBuffer json, long id, long epochSecond, Randomness random);
}
