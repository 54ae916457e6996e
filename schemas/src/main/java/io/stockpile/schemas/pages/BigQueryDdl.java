package io.stockpile.schemas.pages;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** BigQuery's external tables, partitioned as the archive's directories are. */
final class BigQueryDdl implements TypeDialect {
  private BigQueryDdl() {}

  static String tables(List<TableSchema> tables) {
    StringBuilder sql =
        new StringBuilder(
            """
            -- Generated from the schema files. External tables over an archive for BigQuery.
            -- Replace ROOT by the archive's root, gs://bucket/prefix. The datasets must be in the
            -- bucket's location. JSON columns are text: PARSE_JSON reads them.
            """);
    tables.stream()
        .map(BigQueryDdl::dataset)
        .distinct()
        .forEach(name -> sql.append("\nCREATE SCHEMA IF NOT EXISTS `" + name + "`;\n"));
    tables.forEach(table -> append(table, sql));
    return sql.toString();
  }

  private static void append(TableSchema table, StringBuilder sql) {
    BigQueryDdl dialect = new BigQueryDdl();
    TableLocation location = TableLocation.of(table);
    List<String> columns = new ArrayList<>();
    for (Field field : table.fields()) {
      columns.add("  " + dialect.member(field, dialect.write(field.type())));
    }
    sql.append("\nCREATE EXTERNAL TABLE IF NOT EXISTS `");
    sql.append(dataset(table)).append("`.`").append(location.name()).append("` (\n");
    sql.append(String.join(",\n", columns)).append("\n)\n");
    List<String> options = new ArrayList<>();
    options.add("format = \"PARQUET\"");
    options.add("uris = [\"" + location.directory() + "/*\"]");
    options.add("enable_list_inference = true");
    if (TableLocation.isPartitioned(table)) {
      sql.append("WITH PARTITION COLUMNS (`date` DATE)\n");
      options.add("hive_partition_uri_prefix = \"" + location.directory() + "\"");
    }
    options.add("description = " + literal(table.doc()));
    sql.append("OPTIONS (\n  ").append(String.join(",\n  ", options)).append("\n);\n");
  }

  /** Every table of BigQuery is in a dataset. */
  private static String dataset(TableSchema table) {
    String namespace = TableLocation.of(table).namespace();
    return namespace.isEmpty() ? "stockpile" : namespace;
  }

  private static String literal(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Override
  public String scalar(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> "BOOL";
      case INT64 -> "INT64";
      case DOUBLE -> "FLOAT64";
      case STRING, JSON -> "STRING";
      case BINARY -> "BYTES";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  @Override
  public String member(Field field, String type) {
    return "`%s` %s OPTIONS(description = %s)".formatted(field.name(), type, literal(field.doc()));
  }

  @Override
  public String struct(List<String> members) {
    return "STRUCT<" + String.join(", ", members) + ">";
  }

  @Override
  public String list(String element) {
    return "ARRAY<" + element + ">";
  }
}
