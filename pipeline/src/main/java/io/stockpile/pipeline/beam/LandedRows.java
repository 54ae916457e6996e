package io.stockpile.pipeline.beam;

import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.rows.RowSchemas;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;

/** Reads the rows of one table from landed units. Each unit is read by one worker. */
final class LandedRows extends PTransform<PCollection<LandedUnit>, PCollection<Row>> {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final DeriveSettings settings;
  private final StoreLocation location;

  LandedRows(String table, DeriveSettings settings, StoreLocation location) {
    this.table = table;
    this.settings =
        table.equals(Tables.REJECTED.name()) ? settings.withMaxRejectedShare(1) : settings;
    this.location = location;
  }

  /**
   * Finds a table by its name among those that the source has rows of. Any other name is refused,
   * because reading it would give no row without an error.
   */
  static TableSchema table(String name, List<TableSchema> tables) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There are no rows of '%s' here, only of %s"
                        .formatted(name, tables.stream().map(TableSchema::name).toList())));
  }

  @Override
  public PCollection<Row> expand(PCollection<LandedUnit> units) {
    return units
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Read", ParDo.of(new LandedRowsFn(table, settings, location)))
        .setRowSchema(RowSchemas.of(Tables.named(table)));
  }

  @Override
  public void populateDisplayData(DisplayData.Builder builder) {
    super.populateDisplayData(builder);
    builder
        .add(DisplayData.item("table", table).withLabel("Table"))
        .add(DisplayData.item("maxRejectedShare", settings.maxRejectedShare()))
        .add(DisplayData.item("store", location.root()).withLabel("Store"));
  }
}
