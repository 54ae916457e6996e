package io.stockpile.pipeline.lines;

import java.io.Serializable;
import java.util.List;

/**
 * Where the records of landed pages stand: each line is a page, {@code
 * {"url":…,"received_at":…,"status":200,"body":{…}}}.
 *
 * @param stream the stream that the pages are of
 * @param parts empty when each line is a record by itself
 */
public record PageLayout(String stream, List<Part> parts) implements Serializable {
  /** Each line is a record. */
  public static final PageLayout LINES = new PageLayout("", List.of());

  public PageLayout {
    parts = List.copyOf(parts);
  }

  /**
   * Some records of a page.
   *
   * @param path the members to descend from the body to one record or to a list of them, parted by
   *     dots
   * @param kind what they are: {@code message}, {@code user}, {@code symbol}, {@code watchlist},
   *     {@code message_deletion}, {@code user_deletion}; {@code by_type} for what the record's own
   *     {@code type} says
   */
  public record Part(String path, String kind) implements Serializable {}
}
