package io.stockpile.pipeline.sources;

/** A service that units come from, as options name it. */
public enum SourceName {
  FIRESTREAM,
  REPLAY
}
