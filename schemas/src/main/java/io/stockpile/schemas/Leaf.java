package io.stockpile.schemas;

import java.util.List;

/**
 * One leaf column of a table, with its Dremel levels.
 *
 * <p>Levels: an optional scalar or group adds one definition level, a required one none; a list
 * adds one for "the list is there", one for "it has an element" and one for "the element is not
 * null", and one repetition level.
 *
 * @param index position among the table's leaves, in column order, from 0
 * @param path the names from the root, without the {@code list} and {@code element} levels of lists
 * @param fieldId the field id that the Parquet leaf bears
 */
public record Leaf(
    int index,
    List<String> path,
    Primitive type,
    int fieldId,
    int maxDefinition,
    int maxRepetition) {
  public Leaf {
    path = List.copyOf(path);
  }

  /** The path as one name, members parted by dots. */
  public String dotted() {
    return String.join(".", path);
  }
}
