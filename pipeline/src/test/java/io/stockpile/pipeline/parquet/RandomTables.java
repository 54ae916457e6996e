package io.stockpile.pipeline.parquet;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables of any shape: structs and lists in each other, required and optional, in any order. */
public final class RandomTables {
  private static final int DEEPEST = 3;

  private final Random random;
  private int fieldId;

  public RandomTables(long seed) {
    random = new Random(seed);
  }

  public TableSchema table() {
    return TestTables.table("test/random", members(0).toArray(new Field[0]));
  }

  private List<Field> members(int depth) {
    List<Field> members = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int member = 0; member < count; member++) {
      int id = ++fieldId;
      FieldType type = type(depth);
      members.add(
          random.nextInt(3) == 0
              ? TestTables.required(id, "f" + id, type)
              : TestTables.optional(id, "f" + id, type));
    }
    return members;
  }

  private FieldType type(int depth) {
    int dice = depth == DEEPEST ? 0 : random.nextInt(4);
    return switch (dice) {
      case 0, 1 -> {
        Primitive[] all = Primitive.values();
        yield TestTables.scalar(all[random.nextInt(all.length)]);
      }
      case 2 -> TestTables.group(members(depth + 1).toArray(new Field[0]));
      default -> TestTables.list(++fieldId, type(depth + 1));
    };
  }
}
