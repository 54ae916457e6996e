package io.stockpile.pipeline.erase.text;

/** The kinds of objects that can be erased. */
enum Subject {
  MESSAGE(Reason.Kind.MESSAGE),
  STOCKTWITS_USER(Reason.Kind.STOCKTWITS_USER),
  TWEET(Reason.Kind.TWEET),
  TWITTER_USER(Reason.Kind.TWITTER_USER);

  private final Reason.Kind kind;

  Subject(Reason.Kind kind) {
    this.kind = kind;
  }

  /** The kind of tombstone for such an object. */
  Reason.Kind kind() {
    return kind;
  }

  /** Whether such an object has an author. */
  boolean isWritten() {
    return this == MESSAGE || this == TWEET;
  }

  /** The kind of user that writes such objects. */
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
