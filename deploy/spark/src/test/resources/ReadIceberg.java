import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the archive's Iceberg tables with Iceberg's own runtime for Spark, as the catalog {@code
 * archive}, and prints the rows of queries, a line for each query. Run as a source file, on Spark's
 * jars and the runtime alone.
 *
 * <p>Arguments: the directory of the tables; the queries.
 */
public final class ReadIceberg {
  private ReadIceberg() {}

  public static void main(String[] args) {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.catalog.archive", "org.apache.iceberg.spark.SparkCatalog")
            .config("spark.sql.catalog.archive.type", "hadoop")
            .config("spark.sql.catalog.archive.warehouse", args[0])
            .config(
                "spark.sql.extensions",
                "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
            .getOrCreate()) {
      for (String query : List.of(args).subList(1, args.length)) {
        try {
          List<Row> rows = spark.sql(query).collectAsList();
          System.out.println(rows.stream().map(Row::toString).collect(Collectors.joining(" ")));
        } catch (Exception e) {
          System.out.println("refused: " + e.getMessage().lines().findFirst().orElse(""));
        }
      }
    }
  }
}
