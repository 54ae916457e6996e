package io.stockpile.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is wrong with a page that is well-formed. */
public enum PageFault {
  /** Nothing. */
  NONE,
  /** Two messages have changed places. */
  OUT_OF_ORDER,
  /** One message is there twice. */
  REPEATED,
  /** The page begins above the place that was asked for. */
  OVERLAPPING,
  /** It holds nothing and says that there is more. */
  EMPTY_WITH_MORE,
  /** It holds the message alone that was asked for by, and says that there is more. */
  STUCK,
  /** The ids of what was deleted are texts. */
  IDS_AS_TEXT,
  /** It does not say when something was deleted. */
  UNDATED;

  ObjectNode spoil(ObjectNode record) {
    ObjectNode spoilt = record.deepCopy();
    if (this == IDS_AS_TEXT) {
      for (String name : new String[] {"message_id", "user_id"}) {
        if (record.has(name)) {
          spoilt.put(name, record.get(name).asText());
        }
      }
    } else if (this == UNDATED) {
      spoilt.remove("deleted_at");
    }
    return spoilt;
  }
}
