package io.stockpile.bench.data.parts;

/** Writes the records of one file. Not thread-safe. */
public interface RecordWriter {
  /**
   * Appends one record without a line end.
   *
   * @param id the record's id, which no other record of the data set has
   * @param epochSecond the time of the record's event
   */
  void write(JsonBuffer json, long id, long epochSecond, Randomness random);
}
