package io.stockpile.pipeline.records;

import java.util.List;
import java.util.Optional;

/** Whose records there are. */
enum Publisher {
  STOCKTWITS("StockTwits", List.of("stocktwits", "stocktwits.com")),
  TWITTER("Twitter", List.of("twitter", "twitter.com", "x.com"));

  private final String label;
  private final List<String> names;

  Publisher(String label, List<String> names) {
    this.label = label;
    this.names = names;
  }

  /** Its name for people. */
  String label() {
    return label;
  }

  /** Whose name, host or tagging authority this is; empty when it is that of none of these. */
  static Optional<Publisher> named(String authority) {
    for (Publisher publisher : values()) {
      for (String name : publisher.names) {
        if (authority.equals(name) || authority.endsWith("." + name)) {
          return Optional.of(publisher);
        }
      }
    }
    return Optional.empty();
  }
}
