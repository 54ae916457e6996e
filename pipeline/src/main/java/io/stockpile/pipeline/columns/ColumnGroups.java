package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups the leaf columns of a table. Columns of one group have the same levels wherever they have
 * no value. The scalars of the record are one group; so are the scalars of each struct, and the
 * scalars in the elements of each list of structs. The elements of a list of scalars are a group of
 * a single column. A struct without scalars has no group.
 *
 * <p>Groups are numbered in the order of their columns; the {@linkplain #RECORD record's} has the
 * number 0. Immutable.
 */
public final class ColumnGroups {
  /** The group of the record's own scalars. */
  public static final int RECORD = 0;

  /**
   * One group.
   *
   * @param definition the definition level of a null in a struct or element that exists
   * @param repetition how many lists the group is in; the greatest repetition level
   * @param list whether the group is the elements of a list of scalars; then each value is an entry
   *     of its own
   */
  public record Group(int definition, int repetition, boolean list) {}

  private final List<Group> groups = new ArrayList<>();
  private final List<Integer> groupOf = new ArrayList<>();

  private ColumnGroups(TableSchema table) {
    groups.add(new Group(0, 0, false));
    members(table.fields(), RECORD, groups.get(RECORD));
  }

  public static ColumnGroups of(TableSchema table) {
    return new ColumnGroups(table);
  }

  /** How many groups there are. */
  public int size() {
    return groups.size();
  }

  public Group group(int number) {
    return groups.get(number);
  }

  /** The number of a leaf column's group. */
  public int of(int leaf) {
    return groupOf.get(leaf);
  }

  /**
   * The numbers of the groups of the leaf columns from {@code first} to {@code end - 1}, each once.
   */
  public int[] of(int first, int end) {
    return groupOf.subList(first, end).stream().distinct().mapToInt(Integer::intValue).toArray();
  }

  private void members(List<Field> fields, int known, Group group) {
    int number = known;
    for (Field field : fields) {
      int definition = group.definition() + (field.required() ? 0 : 1);
      if (field.type() instanceof FieldType.Scalar) {
        if (number < 0) {
          number = add(group);
        }
        groupOf.add(number);
      } else {
        inner(field.type(), definition, group.repetition());
      }
    }
  }

  /**
   * @param definition the definition level of a struct or list that exists
   */
  private void inner(FieldType type, int definition, int repetition) {
    if (type instanceof FieldType.Group struct) {
      members(struct.fields(), -1, new Group(definition, repetition, false));
    } else if (type instanceof FieldType.ListOf list) {
      if (list.element() instanceof FieldType.Scalar) {
        groupOf.add(add(new Group(definition + 1, repetition + 1, true)));
      } else {
        inner(list.element(), definition + 2, repetition + 1);
      }
    }
  }

  private int add(Group group) {
    groups.add(group);
    return groups.size() - 1;
  }
}
