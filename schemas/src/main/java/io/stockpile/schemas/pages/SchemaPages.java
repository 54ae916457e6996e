package io.stockpile.schemas.pages;

import io.stockpile.schemas.Coverage;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pages that follow from the schema files. They are checked in under {@code src/site}, and
 * nothing in them is written by hand.
 */
public final class SchemaPages {
  private SchemaPages() {}

  /**
   * Every page by its path under {@code src/site}, in UTF-8 text with LF line ends. The same
   * schemas give the same text on every machine.
   */
  public static Map<String, String> all() {
    List<TableSchema> tables = Tables.all();
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("schema.md", new DataDictionary(tables, Coverage.all()).page());
    pages.put("ddl/duckdb.sql", DuckDbDdl.views(tables));
    pages.put("ddl/duckdb-tables.sql", DuckDbDdl.tables(tables));
    pages.put("ddl/spark-athena.sql", HiveDdl.tables(tables));
    pages.put("ddl/bigquery.sql", BigQueryDdl.tables(tables));
    return pages;
  }
}
