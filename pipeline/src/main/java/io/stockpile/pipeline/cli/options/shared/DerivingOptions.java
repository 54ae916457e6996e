package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How landed bytes become tables. */
public interface DerivingOptions extends PipelineOptions {
  @Description(
      "A row whose date lies further than this outside its unit's range is rejected. Unit: ISO-8601"
          + " duration. Example: --maxDateSkew=P3D")
  @Default.String("P7D")
  String getMaxDateSkew();

  void setMaxDateSkew(String value);

  @Description(
      "A unit with a greater share of rejected lines is not committed. Unit: share from 0 to 1."
          + " Example: --maxRejectedShare=0.01")
  @Default.String("0.5")
  String getMaxRejectedShare();

  void setMaxRejectedShare(String value);

  @Description(
      "A longer line is rejected, and the rest of its file goes on. Unit: bytes. Example:"
          + " --maxLineBytes=1048576")
  @Default.String("16777216")
  String getMaxLineBytes();

  void setMaxLineBytes(String value);

  @Description(
      "Columns that get a bloom filter, by their dotted names, parted by commas. Example:"
          + " --bloomFilters=id,user.id")
  @Default.String("")
  String getBloomFilters();

  void setBloomFilters(String value);
}
