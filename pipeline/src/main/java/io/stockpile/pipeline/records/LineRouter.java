package io.stockpile.pipeline.records;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.json.MalformedLineException;

/** Says what becomes of the lines of one unit, one after the other, by what kind they are. */
public interface LineRouter {

  /** The router for the lines of a unit's source. */
  static LineRouter of(ArchiveUnit unit) {
    return switch (unit.source()) {
      case "firestream" -> new FirestreamRouter();
      case "replay" -> new ReplayRouter();
      default ->
          throw new IllegalArgumentException(
              "%s is of the source '%s', whose lines nobody knows"
                  .formatted(unit.name(), unit.source()));
    };
  }

  /** A route that fits what the line begins with, or that this is not enough to say. */
  Verdict glance(byte[] bytes, int from, int to) throws MalformedLineException;

  /** Whether a line that was walked on a route has the keys that the route is for. */
  boolean agrees(Route route, int marks);

  /** Reads the whole line, and says what becomes of it. */
  Verdict decide(byte[] bytes, int from, int to) throws MalformedLineException;
}
