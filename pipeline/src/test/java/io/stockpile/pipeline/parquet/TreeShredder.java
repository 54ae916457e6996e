package io.stockpile.pipeline.parquet;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.TableSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Takes records apart that are trees: null, Boolean, Long, Double, String, ByteBuffer, Map by
 * member, List. Columns that are null in the whole record get no entry.
 */
public final class TreeShredder {
  private final TableSchema schema;
  private ShreddedRecord record;
  private int leaf;

  public TreeShredder(TableSchema schema) {
    this.schema = schema;
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
      Map<?, ?> members = (Map<?, ?>) value;
      for (Field member : group.fields()) {
        field(member, members.get(member.name()), repetition, level, lists);
      }
    } else if (type instanceof FieldType.ListOf list) {
      elements(list, (List<?>) value, repetition, level, lists + 1);
    }
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

  private void nothing(FieldType type, int repetition, int definition) {
    if (type instanceof FieldType.Scalar) {
      if (repetition > 0 || definition > 0) {
        record.addNull(leaf, repetition, definition);
      }
      leaf++;
    } else if (type instanceof FieldType.Group group) {
      group.fields().forEach(member -> nothing(member.type(), repetition, definition));
    } else if (type instanceof FieldType.ListOf list) {
      nothing(list.element(), repetition, definition);
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
