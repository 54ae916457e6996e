package io.stockpile.simulated.data;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is wrong with a page that is well-formed. */
public enum PageFault {
  /** Nothing. */
  NONE,
  /** Two messages are swapped. */
  OUT_OF_ORDER,
  /** One message occurs twice. */
  REPEATED,
  /** The page begins above the requested id. */
  OVERLAPPING,
  /** The page is empty and says that there is more. */
  EMPTY_WITH_MORE,
  /** The page has only the message with the requested id, and says that there is more. */
  STUCK,
  /** The ids of deleted objects are texts. */
  IDS_AS_TEXT,
  /** The time of a deletion is missing. */
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
