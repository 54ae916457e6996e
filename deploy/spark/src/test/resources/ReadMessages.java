import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a table with Spark's own reader and prints the rows of queries over the view {@code
 * messages}, a line for each query. Run as a source file, on Spark's jars alone.
 *
 * <p>Arguments: {@code merged}, for a schema of all files, or the file whose schema is taken; the
 * table's directory; the queries.
 */
public final class ReadMessages {
  private ReadMessages() {}

  public static void main(String[] args) {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()) {
      Dataset<Row> messages =
          args[0].equals("merged")
              ? spark.read().option("mergeSchema", "true").parquet(args[1])
              : spark.read().schema(spark.read().parquet(args[0]).schema()).parquet(args[1]);
      messages.createOrReplaceTempView("messages");
      for (String query : List.of(args).subList(2, args.length)) {
        List<Row> rows = spark.sql(query).collectAsList();
        System.out.println(rows.stream().map(Row::toString).collect(Collectors.joining(" ")));
      }
    }
  }
}
