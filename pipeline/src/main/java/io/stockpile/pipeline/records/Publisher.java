package io.stockpile.pipeline.records;

import java.util.List;
import java.util.Optional;

/** The publishers whose records the archive has. */
enum Publisher {
  STOCKTWITS("StockTwits", List.of("stocktwits", "stocktwits.com")),
  TWITTER("Twitter", List.of("twitter", "twitter.com", "x.com"));

  private final String label;
  private final List<String> names;

  Publisher(String label, List<String> names) {
    this.label = label;
    this.names = names;
  }

  /** Its name for messages. */
  String label() {
    return label;
  }

  /** The publisher with this name, host or tagging authority; empty when there is none. */
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
