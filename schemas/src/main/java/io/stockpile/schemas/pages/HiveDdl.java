package io.stockpile.schemas.pages;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** External tables in the words that Spark and Athena share, which are Hive's. */
final class HiveDdl implements TypeDialect {
  private HiveDdl() {}

  static String tables(List<TableSchema> tables) {
    StringBuilder sql =
        new StringBuilder(
            """
            -- Generated from the schema files. External tables over an archive for Spark SQL and Athena.
            -- Replace ROOT by the archive's root, for example s3://bucket/prefix.
            -- Athena finds the days by itself (partition projection). Elsewhere run MSCK REPAIR TABLE
            -- after new days have come. Athena takes one statement at a time.
            -- The lines that no table took (ROOT/_rejected) are not here: these engines pass over
            -- what begins with an underscore. Read them with DuckDB.
            """);
    tables.stream()
        .filter(TableLocation::isPartitioned)
        .map(table -> TableLocation.of(table).namespace())
        .distinct()
        .forEach(name -> sql.append("\nCREATE DATABASE IF NOT EXISTS `" + name + "`;\n"));
    tables.stream().filter(TableLocation::isPartitioned).forEach(table -> append(table, sql));
    return sql.toString();
  }

  private static void append(TableSchema table, StringBuilder sql) {
    HiveDdl dialect = new HiveDdl();
    TableLocation location = TableLocation.of(table);
    List<String> columns = new ArrayList<>();
    for (Field field : table.fields()) {
      columns.add(
          "  `%s` %s COMMENT %s"
              .formatted(field.name(), dialect.write(field.type()), literal(field.doc())));
    }
    sql.append(
        """

        CREATE EXTERNAL TABLE IF NOT EXISTS %s (
        %s
        )
        COMMENT %s
        PARTITIONED BY (`date` date COMMENT 'The UTC day of %s.')
        STORED AS PARQUET
        LOCATION '%s/'
        TBLPROPERTIES (
          'projection.enabled' = 'true',
          'projection.date.type' = 'date',
          'projection.date.format' = 'yyyy-MM-dd',
          'projection.date.range' = '2008-01-01,NOW'
        );
        """
            .formatted(
                location.quoted("`"),
                String.join(",\n", columns),
                literal(table.doc()),
                table.partitionColumn(),
                location.directory()));
  }

  /** A semicolon would end the statement for clients that split scripts without reading quotes. */
  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace(';', ',') + "'";
  }

  @Override
  public String scalar(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> "boolean";
      case INT64 -> "bigint";
      case DOUBLE -> "double";
      case STRING, JSON -> "string";
      case BINARY -> "binary";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp";
    };
  }

  /** Quoted, because names such as {@code user} and {@code exchange} are reserved there. */
  @Override
  public String member(Field field, String type) {
    return "`" + field.name() + "`:" + type;
  }

  @Override
  public String struct(List<String> members) {
    return "struct<" + String.join(",", members) + ">";
  }

  @Override
  public String list(String element) {
    return "array<" + element + ">";
  }
}
