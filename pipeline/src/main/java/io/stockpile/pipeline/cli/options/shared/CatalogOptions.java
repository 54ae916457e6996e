package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** In which catalog the tables are. */
public interface CatalogOptions extends PipelineOptions {
  @Description(
      "Name of a catalog to have the tables in, instead of the archive itself (_iceberg); what it"
          + " is says --catalogProperties. Example: --catalog=prod")
  @Default.String("")
  String getCatalog();

  void setCatalog(String value);

  @Description(
      "Kind and address of the catalog, as Iceberg names its properties, parted by commas. What is"
          + " secret is given as env:NAME for the variable NAME, or file:PATH for a file whose"
          + " first line it is. Example:"
          + " --catalogProperties=type=rest,uri=https://catalog.example.com,token=env:CATALOG_TOKEN")
  @Default.String("")
  String getCatalogProperties();

  void setCatalogProperties(String value);
}
