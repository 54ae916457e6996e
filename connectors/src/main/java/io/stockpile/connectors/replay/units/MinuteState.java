package io.stockpile.connectors.replay.units;

import java.io.Serializable;

/**
 * A range of minutes with the same state.
 *
 * @param complete whether all of them are complete; otherwise all of them are missing
 * @param attempts how many requests asked for each of them
 */
public record MinuteState(MinuteRange range, boolean complete, int attempts)
    implements Serializable {

  /** As manifests have it: {@code complete} or {@code missing}. */
  public String label() {
    return complete ? "complete" : "missing";
  }

  public boolean joins(MinuteState next) {
    return range.to().equals(next.range.from())
        && complete == next.complete
        && attempts == next.attempts;
  }

  public MinuteState joined(MinuteState next) {
    return new MinuteState(new MinuteRange(range.from(), next.range.to()), complete, attempts);
  }
}
