package io.stockpile.pipeline.shred;

import io.stockpile.schemas.SourcePath.Converter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of the source's member names, each with what it fills. Exists only while a plan is
 * compiled.
 */
final class Branch {
  private final Map<String, Branch> members = new LinkedHashMap<>();
  private Column column;
  private int priority;
  private boolean rivals;
  private Converter converter = Converter.NONE;
  private int struct = -1;
  private boolean root;

  Branch descend(List<String> path) {
    Branch at = this;
    for (String name : path) {
      at = at.members.computeIfAbsent(name, key -> new Branch());
    }
    return at;
  }

  Map<String, Branch> members() {
    return members;
  }

  /**
   * @param rivals whether other members of the source can fill the column too
   */
  void claim(Column column, int priority, boolean rivals, Converter converter) {
    this.column = column;
    this.priority = priority;
    this.rivals = rivals;
    this.converter = converter;
  }

  /** The column that the value here fills, or null. */
  Column column() {
    return column;
  }

  boolean hasRivals() {
    return rivals;
  }

  int priority() {
    return priority;
  }

  Converter converter() {
    return converter;
  }

  void markStruct(int struct) {
    this.struct = struct;
  }

  int struct() {
    return struct;
  }

  void markRoot() {
    root = true;
  }

  boolean isRoot() {
    return root;
  }
}
