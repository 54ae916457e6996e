package io.stockpile.pipeline.records;

import java.util.List;

/**
 * The kinds of Twitter's compliance events, second version. Such an event is an object whose only
 * member has the name of its kind.
 */
public final class EventNames {
  public static final List<String> ALL =
      List.of(
          "delete",
          "drop",
          "undrop",
          "tweet_edit",
          "scrub_geo",
          "status_withheld",
          "user_withheld",
          "user_delete",
          "user_undelete",
          "user_protect",
          "user_unprotect",
          "user_suspend",
          "user_unsuspend");

  private EventNames() {}
}
