package io.stockpile.schemas;

import java.util.List;

/**
 * One scalar or list column together with the places of its value in records of one format.
 *
 * @param scope the path of the innermost list around the column, in whose element the sources
 *     start; empty for a column outside lists, whose sources start at the record or the line
 * @param column the column's path from the root, names only, lists counting as one name
 * @param field the column itself; of a list the list field, whose elements' members have bindings
 *     of their own
 * @param sources the places, in the order in which they are tried; never empty
 */
public record Binding(
    List<String> scope, List<String> column, Field field, List<SourcePath> sources) {
  public Binding {
    scope = List.copyOf(scope);
    column = List.copyOf(column);
    sources = List.copyOf(sources);
  }
}
