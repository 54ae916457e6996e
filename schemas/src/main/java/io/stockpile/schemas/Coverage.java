package io.stockpile.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known to stand in one kind of source record, field by field, and where each goes. The
 * list is kept apart from the schemas, so that the two can be held against each other.
 *
 * @param tables the tables that such records end in
 * @param formats the formats of those tables that the records have
 * @param entries the fields, in the order of the dictionary
 */
public record Coverage(
    String title, String doc, List<String> tables, List<String> formats, List<Entry> entries) {
  private static final List<String> LISTS =
      List.of(
          "coverage/stocktwits-message.json",
          "coverage/stocktwits-activity-streams.json",
          "coverage/stocktwits-envelope.json",
          "coverage/stocktwits-activity.json",
          "coverage/stocktwits-observed-message.json",
          "coverage/stocktwits-observed-symbol.json",
          "coverage/stocktwits-observed-user.json",
          "coverage/stocktwits-watchlist.json",
          "coverage/stocktwits-deletion.json",
          "coverage/twitter-native.json",
          "coverage/twitter-activity-streams.json",
          "coverage/twitter-share.json",
          "coverage/twitter-compliance-v1.json",
          "coverage/twitter-compliance-v2.json");

  /**
   * One field of the source record.
   *
   * @param place where it stands: {@code symbols[].id}, {@code /time} for a member of the whole
   *     line
   * @param seen who documents it or in what records it was seen
   * @param extra why it has no column and goes to {@code extra}; empty when it has a column
   */
  public record Entry(String place, String seen, String extra) {
    /** True when the value is given back by {@code extra}. */
    public boolean toExtra() {
      return !extra.isEmpty();
    }
  }

  public Coverage {
    tables = List.copyOf(tables);
    formats = List.copyOf(formats);
    entries = List.copyOf(entries);
  }

  /** All lists, in the order of the data dictionary. */
  public static List<Coverage> all() {
    return LISTS.stream().map(Coverage::load).toList();
  }

  /**
   * The column that takes the field's value in a table, lists marked as in {@code
   * user.classification[]}; empty when none does.
   *
   * @throws IllegalArgumentException when the table has no such format
   */
  public static Optional<String> columnOf(TableSchema table, String format, String place) {
    return Places.of(table, format).columnOf(place);
  }

  private static Coverage load(String resource) {
    try (InputStream in = Coverage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the coverage list " + resource + " is not in the jar");
      }
      return read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the coverage list " + resource, e);
    }
  }

  private static Coverage read(String resource, String json) {
    JsonMembers root = JsonMembers.parse(resource, json);
    List<Entry> entries = new ArrayList<>();
    if (root.has("fields_of")) {
      entries.addAll(fieldsOf(root.object("fields_of")));
    }
    for (JsonMembers entry : root.objects("fields")) {
      entries.add(new Entry(entry.text("place"), entry.text("seen"), entry.text("extra", "")));
      entry.nothingElse();
    }
    Coverage coverage =
        new Coverage(
            root.text("title"),
            root.text("doc"),
            root.texts("tables"),
            root.texts("formats"),
            entries);
    root.nothingElse();
    return coverage;
  }

  /** The fields of another list, or those of an object or a list of objects in its record. */
  private static List<Entry> fieldsOf(JsonMembers json) {
    List<Entry> all = load(json.text("list")).entries();
    String under = json.text("under", "");
    json.nothingElse();
    return all.stream()
        .filter(entry -> entry.place().startsWith(under))
        .map(
            entry ->
                new Entry(entry.place().substring(under.length()), entry.seen(), entry.extra()))
        .toList();
  }
}
