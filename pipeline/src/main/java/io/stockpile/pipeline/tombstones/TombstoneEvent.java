package io.stockpile.pipeline.tombstones;

import io.stockpile.pipeline.erase.text.Reason;

/**
 * What a source, or somebody, said of one id.
 *
 * @param kind what the id is of
 * @param upTo of {@link Cause#SCRUBBED}: the last tweet that loses its places; 0 otherwise
 * @param at when, in microseconds since 1970-01-01T00:00:00Z
 * @param reversal whether it takes the cause back, as {@code user_undelete} does
 * @param origin where it was said
 */
public record TombstoneEvent(
    Reason.Kind kind, Cause cause, long id, long upTo, long at, boolean reversal, Origin origin) {

  /** Where an event was said. */
  public enum Origin {
    DESTROY("stocktwits/message_deletions"),
    DELETIONS("stocktwits/deletions"),
    COMPLIANCE("twitter/compliance_events"),
    IDS("ids");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** The table's name; {@code ids} for what somebody asked for. */
    public String label() {
      return label;
    }
  }

  /** What it is about: of all events about one group and one id the last counts. */
  TombstoneGroup.Key group() {
    return new TombstoneGroup.Key(kind, cause);
  }
}
