package io.stockpile.pipeline.rows;

import io.stockpile.pipeline.parquet.ParquetSchemas;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.values.Row;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Makes Parquet's reader return rows of Beam with some columns of a table. */
final class RowReadSupport extends ReadSupport<Row> {
  private final TableSchema columns;

  RowReadSupport(TableSchema columns) {
    this.columns = columns;
  }

  @Override
  public ReadContext init(InitContext context) {
    MessageType wanted = ParquetSchemas.messageType(columns);
    return new ReadContext(
        new MessageType(wanted.getName(), common(wanted, context.getFileSchema())));
  }

  /**
   * Those of the wanted fields that the file has. They are matched by name, which is safe because a
   * table never gives the name of a column to another one.
   */
  private static List<Type> common(GroupType wanted, GroupType file) {
    List<Type> common = new ArrayList<>();
    for (Type type : wanted.getFields()) {
      if (!file.containsField(type.getName())) {
        continue;
      }
      if (type.isPrimitive()) {
        common.add(type);
        continue;
      }
      List<Type> members = common(type.asGroupType(), file.getType(type.getName()).asGroupType());
      if (!members.isEmpty()) {
        common.add(type.asGroupType().withNewFields(members));
      }
    }
    return common;
  }

  @Override
  @Deprecated
  public RecordMaterializer<Row> prepareForRead(
      Configuration configuration,
      Map<String, String> properties,
      MessageType fileSchema,
      ReadContext context) {
    return materializer(context);
  }

  @Override
  public RecordMaterializer<Row> prepareForRead(
      ParquetConfiguration configuration,
      Map<String, String> properties,
      MessageType fileSchema,
      ReadContext context) {
    return materializer(context);
  }

  private RecordMaterializer<Row> materializer(ReadContext context) {
    return new Materializer(columns, context.getRequestedSchema());
  }

  private static final class Materializer extends RecordMaterializer<Row> {
    private final RowConverter root;
    private Row row;

    Materializer(TableSchema columns, MessageType read) {
      root =
          new RowConverter(
              columns.fields(), read, RowSchemas.of(columns), value -> row = (Row) value);
    }

    @Override
    public Row getCurrentRecord() {
      return row;
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }
  }
}
