package io.stockpile.pipeline.lines;

import java.io.Serializable;
import java.util.List;

/**
 * How records are laid out in landed pages. Each line is a page, {@code
 * {"url":…,"received_at":…,"status":200,"body":{…}}}.
 *
 * @param stream the name of the stream that the pages belong to
 * @param parts where the records are in a page; empty when each line is a record by itself
 */
public record PageLayout(String stream, List<Part> parts) implements Serializable {
  /** Each line is a record. */
  public static final PageLayout LINES = new PageLayout("", List.of());

  public PageLayout {
    parts = List.copyOf(parts);
  }

  /**
   * A place of records in a page.
   *
   * @param path the path from the body to a record or a list of records; member names separated by
   *     dots
   * @param kind the kind of the records: {@code message}, {@code user}, {@code symbol}, {@code
   *     watchlist}, {@code message_deletion}, {@code user_deletion}; {@code by_type} if each record
   *     says it by its {@code type}
   */
  public record Part(String path, String kind) implements Serializable {}
}
