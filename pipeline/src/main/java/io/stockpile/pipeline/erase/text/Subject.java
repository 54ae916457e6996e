package io.stockpile.pipeline.erase.text;

/** What an object of a record is, as far as erasing is concerned. */
enum Subject {
  MESSAGE(Reason.Kind.MESSAGE),
  STOCKTWITS_USER(Reason.Kind.STOCKTWITS_USER),
  TWEET(Reason.Kind.TWEET),
  TWITTER_USER(Reason.Kind.TWITTER_USER);

  private final Reason.Kind kind;

  Subject(Reason.Kind kind) {
    this.kind = kind;
  }

  /** The tombstones that are about it. */
  Reason.Kind kind() {
    return kind;
  }

  /** Whether somebody wrote it. */
  boolean isWritten() {
    return this == MESSAGE || this == TWEET;
  }

  /** Who writes such. */
  Subject author() {
    return this == MESSAGE || this == STOCKTWITS_USER ? STOCKTWITS_USER : TWITTER_USER;
  }

  boolean isErased(ErasedIds ids, long id) {
    return switch (this) {
      case MESSAGE -> ids.message(id);
      case STOCKTWITS_USER -> ids.stocktwitsUser(id);
      case TWEET -> ids.tweet(id);
      case TWITTER_USER -> ids.twitterUser(id);
    };
  }
}
