package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.erase.text.Reason;

/**
 * An event that says that one id is to be erased, or is not to be erased any more.
 *
 * @param kind what the id identifies
 * @param upTo for {@link Cause#SCRUBBED} the id of the last tweet that loses its places; otherwise
 *     0
 * @param at when it happened, in microseconds since 1970-01-01T00:00:00Z
 * @param reversal whether it ends the cause, as {@code user_undelete} does
 * @param origin where the event was read
 */
public record TombstoneEvent(
    Reason.Kind kind, Cause cause, long id, long upTo, long at, boolean reversal, Origin origin) {

  /** Where an event was read. */
  public enum Origin {
    DESTROY("stocktwits/message_deletions"),
    DELETIONS("stocktwits/deletions"),
    COMPLIANCE("twitter/compliance_events"),
    IDS("ids");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** The table's name; {@code ids} for the file of the user. */
    public String label() {
      return label;
    }
  }

  /**
   * The group that the event belongs to. Of all events with the same group and id the last counts.
   */
  TombstoneGroup.Key group() {
    return new TombstoneGroup.Key(kind, cause);
  }
}
