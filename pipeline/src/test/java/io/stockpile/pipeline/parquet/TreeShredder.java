package io.stockpile.pipeline.parquet;

import io.stockpile.pipeline.columns.ColumnGroups;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.TableSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Shreds records that are trees of null, Boolean, Long, Double, String, ByteBuffer, Map by member
 * and List. Groups of columns that are null in the whole record get no entry.
 */
public final class TreeShredder {
  private final TableSchema schema;
  private final ColumnGroups groups;
  private ShreddedRecord record;
  private int leaf;

  public TreeShredder(TableSchema schema) {
    this.schema = schema;
    this.groups = ColumnGroups.of(schema);
  }

  public ShreddedRecord shred(Map<String, Object> tree) {
    return shred(tree, new ShreddedRecord());
  }

  public ShreddedRecord shred(Map<String, Object> tree, ShreddedRecord into) {
    record = into;
    record.begin(new byte[0]);
    leaf = 0;
    for (Field field : schema.fields()) {
      field(field, tree.get(field.name()), 0, 0, 0);
    }
    return record;
  }

  private void field(Field field, Object value, int repetition, int definition, int lists) {
    value(field.type(), field.required(), value, repetition, definition, lists);
  }

  private void value(
      FieldType type, boolean required, Object value, int repetition, int definition, int lists) {
    int level = definition + (required ? 0 : 1);
    if (value == null) {
      nothing(type, repetition, definition);
    } else if (type instanceof FieldType.Scalar) {
      scalar(value, repetition, level);
    } else if (type instanceof FieldType.Group group) {
      members(group, (Map<?, ?>) value, repetition, level, lists);
    } else if (type instanceof FieldType.ListOf list) {
      elements(list, (List<?>) value, repetition, level, lists + 1);
    }
  }

  private void members(
      FieldType.Group group, Map<?, ?> members, int repetition, int level, int lists) {
    int first = leaf;
    for (Field member : group.fields()) {
      field(member, members.get(member.name()), repetition, level, lists);
    }
    int at = first;
    for (Field member : group.fields()) {
      if (member.type() instanceof FieldType.Scalar) {
        record.addLevels(groups.of(at), repetition, level);
        return;
      }
      at += leaves(member.type());
    }
  }

  private static int leaves(FieldType type) {
    if (type instanceof FieldType.Group group) {
      return group.fields().stream().mapToInt(member -> leaves(member.type())).sum();
    }
    return type instanceof FieldType.ListOf list ? leaves(list.element()) : 1;
  }

  private void elements(
      FieldType.ListOf list, List<?> elements, int repetition, int level, int lists) {
    if (elements.isEmpty()) {
      nothing(list.element(), repetition, level);
      return;
    }
    int first = leaf;
    int next = repetition;
    for (Object element : elements) {
      leaf = first;
      value(list.element(), false, element, next, level + 1, lists);
      next = lists;
    }
  }

  /**
   * Adds the levels of a null struct, list or element of a list. A null scalar of a record or
   * struct is shown by the levels of its group.
   */
  private void nothing(FieldType type, int repetition, int definition) {
    int first = leaf;
    leaf += leaves(type);
    boolean elementOfList =
        type instanceof FieldType.Scalar && groups.group(groups.of(first)).list();
    boolean nested = !(type instanceof FieldType.Scalar) || elementOfList;
    if (nested && (repetition > 0 || definition > 0)) {
      for (int group : groups.of(first, leaf)) {
        record.addLevels(group, repetition, definition);
      }
    }
  }

  private void scalar(Object value, int repetition, int definition) {
    int column = leaf++;
    if (value instanceof Boolean flag) {
      record.addNumber(column, repetition, definition, flag ? 1 : 0);
    } else if (value instanceof Long number) {
      record.addNumber(column, repetition, definition, number);
    } else if (value instanceof Double number) {
      record.addNumber(column, repetition, definition, Double.doubleToRawLongBits(number));
    } else {
      byte[] bytes =
          value instanceof ByteBuffer raw
              ? raw.array()
              : ((String) value).getBytes(StandardCharsets.UTF_8);
      int at = record.reserveScratch(bytes.length);
      System.arraycopy(bytes, 0, record.scratch(), at, bytes.length);
      record.addScratch(column, repetition, definition, at, bytes.length);
    }
  }
}
