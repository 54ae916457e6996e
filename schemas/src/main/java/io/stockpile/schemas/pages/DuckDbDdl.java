package io.stockpile.schemas.pages;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** DuckDB's view on an archive, and tables of the same columns to load it into. */
final class DuckDbDdl implements TypeDialect {
  private DuckDbDdl() {}

  static String views(List<TableSchema> tables) {
    StringBuilder sql =
        new StringBuilder(
            """
            -- Generated from the schema files. Views of an archive for DuckDB.
            -- Replace ROOT by the archive's root: a path, or s3://bucket/prefix (with httpfs).
            -- DuckDB looks for the files when a view is made: leave out the view of a table that
            -- has no file yet.
            -- While an archive has files of several schema versions, add union_by_name = true:
            -- every file is opened first then.
            """);
    schemas(tables, sql);
    for (TableSchema table : tables) {
      TableLocation location = TableLocation.of(table);
      boolean partitioned = TableLocation.isPartitioned(table);
      sql.append("\nCREATE OR REPLACE VIEW ").append(location.quoted("\"")).append(" AS\n");
      sql.append("SELECT * FROM read_parquet('").append(location.directory());
      sql.append(
          partitioned
              ? "/*/*.parquet', hive_partitioning = true, hive_types = {'date': DATE});\n"
              : "/**/*.parquet', hive_partitioning = false);\n");
      sql.append("COMMENT ON VIEW ").append(location.quoted("\""));
      sql.append(" IS ").append(literal(table.doc())).append(";\n");
    }
    return sql.toString();
  }

  static String tables(List<TableSchema> tables) {
    StringBuilder sql =
        new StringBuilder(
            """
            -- Generated from the schema files. Tables of the archive's columns for DuckDB, to load it into:
            -- INSERT INTO stocktwits.messages BY NAME SELECT * FROM read_parquet(...)
            """);
    schemas(tables, sql);
    tables.forEach(table -> append(table, sql));
    return sql.toString();
  }

  private static void append(TableSchema table, StringBuilder sql) {
    DuckDbDdl dialect = new DuckDbDdl();
    String name = TableLocation.of(table).quoted("\"");
    List<String> columns = new ArrayList<>();
    StringBuilder comments = new StringBuilder();
    for (Field field : table.fields()) {
      String type = dialect.write(field.type()) + (field.required() ? " NOT NULL" : "");
      columns.add("  " + dialect.member(field, type));
      comments.append("COMMENT ON COLUMN ").append(name).append(".\"").append(field.name());
      comments.append("\" IS ").append(literal(field.doc())).append(";\n");
    }
    if (TableLocation.isPartitioned(table)) {
      columns.add("  \"date\" DATE NOT NULL");
    }
    sql.append("\nCREATE TABLE ").append(name).append(" (\n");
    sql.append(String.join(",\n", columns)).append("\n);\n").append(comments);
  }

  private static void schemas(List<TableSchema> tables, StringBuilder sql) {
    Set<String> namespaces = new LinkedHashSet<>();
    tables.forEach(table -> namespaces.add(TableLocation.of(table).namespace()));
    namespaces.remove("");
    namespaces.forEach(name -> sql.append("\nCREATE SCHEMA IF NOT EXISTS \"" + name + "\";\n"));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public String scalar(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> "BOOLEAN";
      case INT64 -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case STRING, JSON -> "VARCHAR";
      case BINARY -> "BLOB";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
    };
  }

  @Override
  public String member(Field field, String type) {
    return "\"" + field.name() + "\" " + type;
  }

  @Override
  public String struct(List<String> members) {
    return "STRUCT(" + String.join(", ", members) + ")";
  }

  @Override
  public String list(String element) {
    return element + "[]";
  }
}
