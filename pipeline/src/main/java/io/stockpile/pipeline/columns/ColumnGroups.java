package io.stockpile.pipeline.columns;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * The leaf columns of a table in groups: columns whose levels are the same wherever they have no
 * value. The scalars of the record are one group, those of each struct one, and those of the
 * elements of each list of structs one. The elements of a list of scalars are a group of a single
 * column. A group whose members are structs and lists alone has no column and no number.
 *
 * <p>Groups are numbered from 0, the {@link #RECORD record's}, in the order of their columns.
 * Immutable.
 */
public final class ColumnGroups {
  /** The group of the record's own scalars. */
  public static final int RECORD = 0;

  /**
   * One group.
   *
   * @param definition the definition level of a null in it when the struct, or the element, is
   *     there
   * @param repetition how many lists it is in
   * @param list whether it is the elements of a list of scalars; each value is an entry then
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

  /** The number of the group that a leaf column belongs to. */
  public int of(int leaf) {
    return groupOf.get(leaf);
  }

  /** The numbers of the groups that the leaf columns from {@code first} to {@code end - 1} have. */
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
   * @param definition the level of a struct or list that is there
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
