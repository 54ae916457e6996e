package io.stockpile.pipeline.shred;

import io.stockpile.schemas.SourcePath.Converter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The source's members as the places of a format name them, while a plan is compiled. */
final class Branch {
  private final Map<String, Branch> members = new LinkedHashMap<>();
  private Column column;
  private int priority;
  private boolean rivals;
  private Converter converter = Converter.NONE;
  private int group = -1;
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
   * @param rivals whether the column has other places too
   */
  void claim(Column column, int priority, boolean rivals, Converter converter) {
    this.column = column;
    this.priority = priority;
    this.rivals = rivals;
    this.converter = converter;
  }

  /** The column that takes the value here, or null. */
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

  void markGroup(int group) {
    this.group = group;
  }

  int group() {
    return group;
  }

  void markRoot() {
    root = true;
  }

  boolean isRoot() {
    return root;
  }
}
