package io.stockpile.schemas;

import java.util.List;
import java.util.Map;

/**
 * One field of a table.
 *
 * @param id the field id, unique in its table and never used again for another field
 * @param name the column's name, or the member's name inside a group
 * @param required true when every row has a value
 * @param doc what the field means, one or two sentences for the data dictionary
 * @param sources where the value comes from: by format name, the JSON paths that are tried, in
 *     order. Members are parted by dots. A path is relative to the format's record (for a member of
 *     a list's element: to that element); a leading slash makes it relative to the whole line. A
 *     format that is not named takes the field's own path if {@link TableSchema.Format#byName} says
 *     so, and has no source for it otherwise.
 */
public record Field(
    int id,
    String name,
    FieldType type,
    boolean required,
    String doc,
    Map<String, List<String>> sources) {
  public Field {
    sources = Map.copyOf(sources);
  }
}
