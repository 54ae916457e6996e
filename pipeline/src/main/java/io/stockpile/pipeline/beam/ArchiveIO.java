package io.stockpile.pipeline.beam;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.rows.RowSchemas;
import java.time.LocalDate;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;

/**
 * Reads the tables of an archive as rows with schemas.
 *
 * <h2>Reading a table</h2>
 *
 * <pre>{@code
 * PCollection<Row> messages =
 *     pipeline.apply(
 *         ArchiveIO.read("stocktwits/messages")
 *             .withColumns("id", "created_at", "user.username", "symbols.symbol", "sentiment")
 *             .withDates(LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1))
 *             .from(StoreLocation.of("s3://bucket/archive")));
 * }</pre>
 *
 * <p>Without {@link Read#withColumns} a row has all columns, without {@link Read#withDates} all
 * days are read. Both prune: other columns' bytes are not read, other days' files not opened.
 *
 * <h2>Schema</h2>
 *
 * <p>The schema is that of the table's schema file: its names, its nesting and its order, the
 * chosen columns of it; see {@link RowSchemas} for the types. JSON columns ({@code extra}, {@code
 * data}) are strings. If a file was written with an older version of the table, a column that it
 * does not have is null. {@link #schemaOf} gives the schema of all columns, with the doc of each as
 * its description.
 *
 * <p>Times are {@code SqlTypes.TIMESTAMP}, to the microsecond. Beam SQL knows only times in
 * milliseconds, so apply {@link SqlRows} before it:
 *
 * <pre>{@code
 * messages
 *     .apply(SqlRows.convert())
 *     .apply(SqlTransform.query(
 *         "SELECT s.symbol, COUNT(*) AS messages"
 *             + " FROM PCOLLECTION m CROSS JOIN UNNEST(m.symbols) AS s (symbol) GROUP BY s.symbol"));
 * }</pre>
 *
 * <p>({@code UNNEST} of groups of which one column was chosen has to name it, as here. {@code
 * src/examples} has this as a program that runs.)
 *
 * <p>Elements have no event time; {@code WithTimestamps} gives them one, such as that of {@code
 * created_at}.
 *
 * <h2>What is read</h2>
 *
 * <p>Only files that a manifest names are read. Other files beside them, such as those of a killed
 * run, are ignored. The manifests are read once, when the pipeline runs: what is committed later is
 * not read, and of a unit that is replaced meanwhile only one generation is read. Reading fails
 *
 * <ul>
 *   <li>when there is no manifest at all, because the location then is not an archive
 *   <li>when a manifest cannot be read, because it may name files with wanted rows
 *   <li>when a file is gone or has not the size or the rows that its manifest says. A unit that was
 *       replaced while the pipeline ran makes it fail like this too: run it again. The command
 *       {@code verify} says whether anything is wrong
 * </ul>
 *
 * <p>Days and minutes that the archive does not hold are no error here; the command {@code status}
 * lists them.
 *
 * <h2>Parallelism</h2>
 *
 * <p>Files are spread over workers, and each is read by one of them, a row group in memory at a
 * time. A day of one source is a file of its own, or several when it is large.
 */
public final class ArchiveIO {
  private ArchiveIO() {}

  /**
   * A transform that reads a table, for example {@code stocktwits/messages}; {@link Read#from}
   * completes it.
   *
   * @throws IllegalArgumentException when archives have no such table
   */
  public static Read read(String table) {
    return new Read(ArchiveTable.named(table), DateSpan.ALL);
  }

  /**
   * The schema of a table's rows with all columns.
   *
   * @throws IllegalArgumentException when archives have no such table
   */
  public static Schema schemaOf(String table) {
    return RowSchemas.of(ArchiveTable.named(table).schema());
  }

  /** How to read a table; immutable. */
  public static final class Read {
    private final ArchiveTable table;
    private final DateSpan dates;

    private Read(ArchiveTable table, DateSpan dates) {
      this.table = table;
      this.dates = dates;
    }

    /**
     * Reads only these columns; rows have them in the table's order. Members of groups, and of
     * groups in lists, are written with a dot: {@code user.username}, {@code symbols.symbol}. The
     * name of a group chooses all its members.
     *
     * @throws IllegalArgumentException when no column is given, or the table does not have one of
     *     them
     */
    public Read withColumns(String... columns) {
      return new Read(table.withColumns(List.of(columns)), dates);
    }

    /**
     * Reads only the partitions of these days; they are UTC days of the events.
     *
     * @param from the first day
     * @param to the first day after the range
     * @throws IllegalArgumentException when the range has no day
     */
    public Read withDates(LocalDate from, LocalDate to) {
      return new Read(table, DateSpan.of(from, to));
    }

    /** Completes the transform with the archive. */
    public ReadFrom from(StoreLocation archive) {
      return new ReadFrom(table, dates, archive);
    }
  }

  /** The transform that {@link Read#from} gives. */
  public static final class ReadFrom extends PTransform<PBegin, PCollection<Row>> {
    private static final long serialVersionUID = 1L;

    private final ArchiveTable table;
    private final DateSpan dates;
    private final StoreLocation archive;

    private ReadFrom(ArchiveTable table, DateSpan dates, StoreLocation archive) {
      this.table = table;
      this.dates = dates;
      this.archive = archive;
    }

    @Override
    public PCollection<Row> expand(PBegin begin) {
      return begin
          .apply("Begin", Impulse.create())
          .apply("Files by manifest", ParDo.of(new ProvenFilesFn(table.name(), dates, archive)))
          .setCoder(ProvenFile.coder())
          .apply("Spread", Reshuffle.viaRandomKey())
          .apply("Read", ParDo.of(new ProvenRowsFn(table, archive)))
          .setRowSchema(RowSchemas.of(table.schema()));
    }

    @Override
    public void populateDisplayData(DisplayData.Builder builder) {
      super.populateDisplayData(builder);
      builder
          .add(DisplayData.item("table", table.name()).withLabel("Table"))
          .add(DisplayData.item("columns", table.columnNames()).withLabel("Columns"))
          .add(DisplayData.item("dates", dates.toString()).withLabel("Days"))
          .add(DisplayData.item("store", archive.root()).withLabel("Archive"));
    }
  }
}
