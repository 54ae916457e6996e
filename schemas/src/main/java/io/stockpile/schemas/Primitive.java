package io.stockpile.schemas;

/** The scalar types a column can have. */
public enum Primitive {
  BOOLEAN,
  /** Signed, 64 bits. Every id is one. */
  INT64,
  /** IEEE 754, 64 bits. */
  DOUBLE,
  /** UTF-8 text, as the source has it: HTML entities stay as they are. */
  STRING,
  /** UTF-8 text that is one JSON value, byte for byte as the source line has it. */
  JSON,
  /** Bytes that need not be text. */
  BINARY,
  /** Days since 1970-01-01. */
  DATE,
  /** Microseconds since 1970-01-01T00:00:00Z, in UTC. */
  TIMESTAMP
}
