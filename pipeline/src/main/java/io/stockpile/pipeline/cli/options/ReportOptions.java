package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DefaultsTo;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code report}. */
@DefaultsTo(option = "to", value = "report.html")
public interface ReportOptions extends ArchiveOptions {
  @Description(
      "Path of the page. What was there is replaced in one step. none for no page. Example:"
          + " --to=/var/www/archive.html")
  @Default.String("")
  String getTo();

  void setTo(String value);

  @Description(
      "Path of a file of metrics, in OpenMetrics text, that is written too; .prom for a text file"
          + " collector. Example: --metrics=/var/lib/node_exporter/stockpile.prom")
  @Default.String("")
  String getMetrics();

  void setMetrics(String value);

  @Description("Print the findings as JSON for scripts instead of a summary. Example: --json")
  @Default.Boolean(false)
  boolean getJson();

  void setJson(boolean value);

  @Description(
      "End with exit code 3 when something needs a hand or a look. Example: --failOnFindings")
  @Default.Boolean(false)
  boolean getFailOnFindings();

  void setFailOnFindings(boolean value);
}
