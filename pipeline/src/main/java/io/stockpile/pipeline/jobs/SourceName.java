package io.stockpile.pipeline.jobs;

/** A service that units come from, as options name it. */
public enum SourceName {
  FIRESTREAM,
  REPLAY
}
