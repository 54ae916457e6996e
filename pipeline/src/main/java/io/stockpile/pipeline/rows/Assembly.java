package io.stockpile.pipeline.rows;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.Row;

/**
 * Builds one value of a row from the entries of its columns. Levels are those of {@link
 * io.stockpile.schemas.Leaf}. Immutable.
 */
sealed interface Assembly {

  /** The value at the cursors, or null if it is missing. Moves the cursors behind it. */
  Object value(RecordCursors cursors);

  /** The index of the first leaf behind its own. */
  int endLeaf();

  /**
   * The assembly for values of a type.
   *
   * @param definition the definition level of the group or list that contains the value
   * @param repetition the repetition level of the group or list that contains the value
   */
  static Assembly of(
      FieldType type,
      boolean required,
      int firstLeaf,
      int definition,
      int repetition,
      Schema.FieldType beamType) {
    int level = definition + (required ? 0 : 1);
    if (type instanceof FieldType.Scalar) {
      return new OfScalar(firstLeaf, level);
    }
    if (type instanceof FieldType.Group group) {
      return OfGroup.of(group.fields(), firstLeaf, level, repetition, beamType.getRowSchema());
    }
    FieldType.ListOf list = (FieldType.ListOf) type;
    Assembly element =
        of(
            list.element(),
            false,
            firstLeaf,
            level + 1,
            repetition + 1,
            beamType.getCollectionElementType());
    return new OfList(firstLeaf, level, repetition + 1, element);
  }

  /** The value of a scalar column. */
  record OfScalar(int leaf, int definition) implements Assembly {
    @Override
    public Object value(RecordCursors cursors) {
      if (!cursors.has(leaf) || cursors.definition(leaf, leaf + 1) < definition) {
        cursors.skip(leaf, leaf + 1);
        return null;
      }
      return cursors.take(leaf);
    }

    @Override
    public int endLeaf() {
      return leaf + 1;
    }
  }

  /** A row, built of its members. */
  record OfGroup(int firstLeaf, int endLeaf, int definition, List<Assembly> members, Schema schema)
      implements Assembly {

    static OfGroup root(List<Field> fields, Schema schema) {
      return of(fields, 0, 0, 0, schema);
    }

    static OfGroup of(
        List<Field> fields, int firstLeaf, int definition, int repetition, Schema schema) {
      List<Assembly> members = new ArrayList<>();
      int leaf = firstLeaf;
      for (Field field : fields) {
        Assembly member =
            Assembly.of(
                field.type(),
                field.required(),
                leaf,
                definition,
                repetition,
                schema.getField(field.name()).getType());
        members.add(member);
        leaf = member.endLeaf();
      }
      return new OfGroup(firstLeaf, leaf, definition, List.copyOf(members), schema);
    }

    Row row(RecordCursors cursors) {
      List<Object> values = new ArrayList<>(members.size());
      for (Assembly member : members) {
        values.add(member.value(cursors));
      }
      return Row.withSchema(schema).attachValues(values);
    }

    @Override
    public Object value(RecordCursors cursors) {
      if (cursors.definition(firstLeaf, endLeaf) < definition) {
        cursors.skip(firstLeaf, endLeaf);
        return null;
      }
      return row(cursors);
    }
  }

  /** A list, built of its elements. */
  record OfList(int firstLeaf, int definition, int repetition, Assembly element)
      implements Assembly {
    @Override
    public Object value(RecordCursors cursors) {
      int found = cursors.definition(firstLeaf, endLeaf());
      if (found <= definition) {
        cursors.skip(firstLeaf, endLeaf());
        return found < definition ? null : List.of();
      }
      List<Object> elements = new ArrayList<>();
      do {
        elements.add(element.value(cursors));
      } while (cursors.repeats(firstLeaf, endLeaf(), repetition));
      return elements;
    }

    @Override
    public int endLeaf() {
      return element.endLeaf();
    }
  }
}
