package io.stockpile.pipeline.parquet;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;

/** Reads Parquet files back into trees with parquet-java's own reader. */
final class ParquetTrees {
  private ParquetTrees() {}

  static List<Map<String, Object>> read(InputFile file, TableSchema schema) throws IOException {
    return read(file, schema, FilterCompat.NOOP);
  }

  static List<Map<String, Object>> read(
      InputFile file, TableSchema schema, FilterCompat.Filter filter) throws IOException {
    List<Map<String, Object>> trees = new ArrayList<>();
    try (ParquetReader<Group> reader = new Builder(file).withFilter(filter).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        trees.add(members(row, schema.fields()));
      }
    }
    return trees;
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private static Map<String, Object> members(Group group, List<Field> fields) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Field field : fields) {
      members.put(field.name(), value(group, field.name(), field.type()));
    }
    return members;
  }

  private static Object value(Group parent, String name, FieldType type) {
    if (parent.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    if (type instanceof FieldType.Group group) {
      return members(parent.getGroup(name, 0), group.fields());
    }
    if (type instanceof FieldType.ListOf list) {
      Group wrapper = parent.getGroup(name, 0);
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < wrapper.getFieldRepetitionCount("list"); i++) {
        elements.add(value(wrapper.getGroup("list", i), "element", list.element()));
      }
      return elements;
    }
    return scalar(parent, name, ((FieldType.Scalar) type).primitive());
  }

  private static Object scalar(Group parent, String name, Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> parent.getBoolean(name, 0);
      case INT64, TIMESTAMP -> parent.getLong(name, 0);
      case DOUBLE -> parent.getDouble(name, 0);
      case DATE -> (long) parent.getInteger(name, 0);
      case STRING, JSON -> parent.getString(name, 0);
      case BINARY -> ByteBuffer.wrap(parent.getBinary(name, 0).getBytes());
    };
  }
}
