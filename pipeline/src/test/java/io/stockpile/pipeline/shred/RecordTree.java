package io.stockpile.pipeline.shred;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.columns.ColumnEntries;
import io.stockpile.pipeline.columns.ColumnGroups;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds a record from its entries, using only their levels, and checks that the levels of all
 * columns agree.
 */
final class RecordTree {
  private final List<Leaf> leaves;
  private final ShreddedRecord record;
  private final List<List<Integer>> entries = new ArrayList<>();
  private final int[] next;
  private int leaf;

  private RecordTree(TableSchema schema, ShreddedRecord record) {
    this.record = record;
    leaves = schema.leaves();
    next = new int[leaves.size()];
    leaves.forEach(each -> entries.add(new ArrayList<>()));
    ColumnEntries columns = new ColumnEntries(ColumnGroups.of(schema), leaves.size());
    columns.begin(record);
    for (int each = 0; each < leaves.size(); each++) {
      for (int at = columns.first(each); at != ColumnEntries.NONE; at = columns.next(at)) {
        entries.get(each).add(columns.inRecord(at));
      }
    }
  }

  /** Shreds a line, and rebuilds its record. */
  static Map<String, Object> shred(TableSchema table, String format, String line)
      throws MalformedLineException {
    ShreddedRecord record = new ShreddedRecord();
    byte[] bytes = Lines.padded(line);
    int to = Lines.FROM + line.getBytes(StandardCharsets.UTF_8).length;
    assertThat(
            RecordShredder.compile(table, format, List.of()).shred(bytes, Lines.FROM, to, record))
        .isTrue();
    return of(table, record);
  }

  /** The value in a record that these names of members lead to. */
  static Object at(Object record, String... path) {
    Object value = record;
    for (String name : path) {
      value = ((Map<?, ?>) value).get(name);
    }
    return value;
  }

  static Map<String, Object> of(TableSchema schema, ShreddedRecord record) {
    RecordTree tree = new RecordTree(schema, record);
    Map<String, Object> members = tree.members(schema.fields(), 0, 0);
    for (int leaf = 0; leaf < tree.next.length; leaf++) {
      int read = tree.entries.get(leaf).isEmpty() ? 0 : tree.next[leaf];
      assertThat(read).as(tree.leaves.get(leaf).dotted()).isEqualTo(tree.entries.get(leaf).size());
    }
    return members;
  }

  private Map<String, Object> members(List<Field> fields, int definition, int repetition) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Field field : fields) {
      int level = definition + (field.required() ? 0 : 1);
      members.put(field.name(), value(field.type(), level, repetition));
    }
    return members;
  }

  private Object value(FieldType type, int level, int repetition) {
    int at = definition(leaf);
    if (at < level) {
      nothing(type, at);
      return null;
    }
    if (type instanceof FieldType.Scalar scalar) {
      assertThat(at).isEqualTo(level);
      return scalar(scalar.primitive());
    }
    if (type instanceof FieldType.Group group) {
      return members(group.fields(), level, repetition);
    }
    FieldType element = ((FieldType.ListOf) type).element();
    List<Object> elements = new ArrayList<>();
    if (at == level) {
      nothing(element, at);
      return elements;
    }
    int first = leaf;
    do {
      leaf = first;
      elements.add(value(element, level + 2, repetition + 1));
    } while (hasMore(first, repetition + 1));
    return elements;
  }

  private boolean hasMore(int first, int repetition) {
    List<Integer> all = entries.get(first);
    return next[first] < all.size() && record.repetition(all.get(next[first])) >= repetition;
  }

  /**
   * Skips one entry of every column of the type; all must be null with the same definition level.
   */
  private void nothing(FieldType type, int level) {
    if (type instanceof FieldType.Scalar) {
      assertThat(definition(leaf)).as(leaves.get(leaf).dotted()).isEqualTo(level);
      next[leaf++]++;
    } else if (type instanceof FieldType.Group group) {
      group.fields().forEach(field -> nothing(field.type(), level));
    } else if (type instanceof FieldType.ListOf list) {
      nothing(list.element(), level);
    }
  }

  /** The definition level of the next entry; -1 for a required column that has none. */
  private int definition(int leaf) {
    List<Integer> all = entries.get(leaf);
    if (all.isEmpty()) {
      return leaves.get(leaf).maxDefinition() == 0 ? -1 : 0;
    }
    return record.definition(all.get(next[leaf]));
  }

  private Object scalar(Primitive type) {
    int entry = entries.get(leaf).get(next[leaf]);
    next[leaf++]++;
    return switch (type) {
      case BOOLEAN -> record.number(entry) == 1;
      case INT64, DATE, TIMESTAMP -> record.number(entry);
      case DOUBLE -> Double.longBitsToDouble(record.number(entry));
      case STRING, JSON, BINARY ->
          new String(
              record.bytes(entry),
              record.offset(entry),
              record.length(entry),
              StandardCharsets.UTF_8);
    };
  }
}
