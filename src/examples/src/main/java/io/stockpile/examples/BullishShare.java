package io.stockpile.examples;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.beam.ArchiveIO;
import io.stockpile.pipeline.beam.SqlRows;
import java.time.LocalDate;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.sql.SqlTransform;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.Validation;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Counts with Beam SQL how many messages about each symbol are bullish. Writes a text file with a
 * line {@code symbol,day,messages,bullish,bearish} for each symbol and UTC day.
 *
 * <p>A message without a sentiment was not classified. It counts as a message, but as neither
 * bullish nor bearish.
 */
public final class BullishShare {
  /** The query, on rows of {@code stocktwits/messages} as {@code PCOLLECTION}. */
  static final String QUERY =
      """
      SELECT s.symbol AS symbol,
             FLOOR(m.created_at TO DAY) AS created_on,
             COUNT(*) AS messages,
             SUM(CASE WHEN m.sentiment = 'Bullish' THEN 1 ELSE 0 END) AS bullish,
             SUM(CASE WHEN m.sentiment = 'Bearish' THEN 1 ELSE 0 END) AS bearish
      FROM PCOLLECTION m CROSS JOIN UNNEST(m.symbols) AS s (symbol)
      GROUP BY s.symbol, FLOOR(m.created_at TO DAY)
      """;

  private BullishShare() {}

  /** The options of the pipeline. */
  public interface Options extends PipelineOptions {
    @Description("Root of the archive: a path, or s3://bucket/prefix")
    @Validation.Required
    String getArchive();

    void setArchive(String archive);

    @Description("First UTC day, for example 2016-12-01")
    @Validation.Required
    String getFirstDay();

    void setFirstDay(String day);

    @Description("The UTC day behind the last")
    @Validation.Required
    String getEndDay();

    void setEndDay(String day);

    @Description("Where the text files go; their names begin with this")
    @Validation.Required
    String getInto();

    void setInto(String into);
  }

  /** The lines for the messages of an archive, from the first day to before the last. */
  public static PTransform<PBegin, PCollection<Row>> in(
      StoreLocation archive, LocalDate from, LocalDate to) {
    return PTransform.compose(
        "Shares",
        begin ->
            begin
                .apply(
                    "Messages",
                    ArchiveIO.read("stocktwits/messages")
                        .withColumns("created_at", "sentiment", "symbols.symbol")
                        .withDates(from, to)
                        .from(archive))
                .apply("For SQL", SqlRows.convert())
                .apply("By symbol and day", SqlTransform.query(QUERY)));
  }

  private static String line(Row row) {
    return String.join(
        ",",
        row.getString("symbol"),
        row.getDateTime("created_on").toInstant().toString().substring(0, 10),
        String.valueOf(row.<Object>getValue("messages")),
        String.valueOf(row.<Object>getValue("bullish")),
        String.valueOf(row.<Object>getValue("bearish")));
  }

  /** Runs the pipeline on the runner that the options name, and waits for its end. */
  public static void main(String[] args) {
    Options options = PipelineOptionsFactory.fromArgs(args).withValidation().as(Options.class);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(
            in(
                StoreLocation.of(options.getArchive()),
                LocalDate.parse(options.getFirstDay()),
                LocalDate.parse(options.getEndDay())))
        .apply("Lines", MapElements.into(TypeDescriptors.strings()).via(BullishShare::line))
        .apply("Write", TextIO.write().to(options.getInto()).withSuffix(".csv").withoutSharding());
    pipeline.run().waitUntilFinish();
  }
}
