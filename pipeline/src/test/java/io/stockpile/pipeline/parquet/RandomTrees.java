package io.stockpile.pipeline.parquet;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes random records of a table, with nulls and empty lists at every level. */
public final class RandomTrees {
  private static final List<String> WORDS =
      List.of(
          "",
          "$AAPL",
          "bullish",
          "é",
          "日本語",
          "🚀🚀",
          "a\0b",
          "a longer one, beyond 8 bytes",
          // Longer than what indexes of pages keep of a minimum or a maximum.
          "é".repeat(40),
          "\uffff".repeat(30),
          "\udbff\udfff".repeat(20));
  private static final long MAX_MICROS = 4_102_444_800_000_000L;

  private final TableSchema schema;
  private final Random random;
  private final double nullShare;

  public RandomTrees(TableSchema schema, long seed, double nullShare) {
    this.schema = schema;
    this.random = new Random(seed);
    this.nullShare = nullShare;
  }

  public List<Map<String, Object>> list(int count) {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trees.add(members(schema.fields()));
    }
    return trees;
  }

  private Map<String, Object> members(List<Field> fields) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Field field : fields) {
      members.put(field.name(), value(field.type(), field.required()));
    }
    return members;
  }

  private Object value(FieldType type, boolean required) {
    if (!required && random.nextDouble() < nullShare) {
      return null;
    }
    if (type instanceof FieldType.Group group) {
      return members(group.fields());
    }
    if (type instanceof FieldType.ListOf list) {
      List<Object> elements = new ArrayList<>();
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        elements.add(value(list.element(), false));
      }
      return elements;
    }
    return scalar(((FieldType.Scalar) type).primitive());
  }

  private Object scalar(Primitive primitive) {
    boolean common = random.nextBoolean();
    return switch (primitive) {
      case BOOLEAN -> random.nextBoolean();
      case INT64 -> common ? (long) random.nextInt(10) : random.nextLong();
      case DOUBLE -> common ? random.nextInt(10) / 4.0 : random.nextGaussian() * 1e9;
      case DATE -> (long) random.nextInt(40_000) - 10_000;
      case TIMESTAMP -> (long) (random.nextDouble() * MAX_MICROS);
      case STRING -> text(common);
      case JSON -> "{\"n\":" + random.nextInt(common ? 5 : 1_000_000) + "}";
      case BINARY -> {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        if (random.nextInt(8) == 0) {
          bytes = new byte[70];
          Arrays.fill(bytes, (byte) -1);
        }
        yield ByteBuffer.wrap(common ? "same".getBytes(StandardCharsets.UTF_8) : bytes);
      }
    };
  }

  private String text(boolean common) {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    return common ? word : word + random.nextInt(100_000);
  }
}
