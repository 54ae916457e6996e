package io.stockpile.schemas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of a table.
 *
 * @param id the field id, unique in its table and never used again for another field
 * @param name the column's name, or the member's name inside a group
 * @param required true when every row has a value
 * @param computed true when the archive fills the column itself (where the row came from, which
 *     format it had, what no column took) and no member of the record is ever looked up for it
 * @param doc what the field means, one or two sentences for the data dictionary
 * @param sources where the value comes from: by format name, the places that are tried, in order.
 *     The first whose value is there and fits is the column's; a value at any other of them is
 *     treated as one that has no column, unless it is the same number as text (see {@link
 *     SourcePath.Converter#DIGITS}). An empty list says that the format has no source for the
 *     field; for a format that is not named see {@link #sourcesFor}. Groups have none of their own:
 *     a group is there when any member is, or when {@link TableSchema.Format#byName} finds its
 *     object.
 * @param identity of what the field holds ids, as a scalar or a list of them; empty when it holds
 *     none
 */
public record Field(
    int id,
    String name,
    FieldType type,
    boolean required,
    boolean computed,
    String doc,
    Map<String, List<SourcePath>> sources,
    Optional<Identity> identity) {

  /** A field that holds no ids. */
  public Field(
      int id,
      String name,
      FieldType type,
      boolean required,
      boolean computed,
      String doc,
      Map<String, List<SourcePath>> sources) {
    this(id, name, type, required, computed, doc, sources, Optional.empty());
  }

  public Field {
    Map<String, List<SourcePath>> ordered = new LinkedHashMap<>();
    sources.forEach((format, places) -> ordered.put(format, List.copyOf(places)));
    sources = Collections.unmodifiableMap(ordered);
  }

  /**
   * The sources that the schema file states for a format; empty when it leaves them to the name.
   */
  public Optional<List<SourcePath>> sourcesFor(String format) {
    return Optional.ofNullable(sources.get(format));
  }
}
