package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DefaultsTo;
import io.stockpile.pipeline.cli.options.shared.DerivingOptions;
import io.stockpile.pipeline.cli.options.shared.DryRunOptions;
import io.stockpile.pipeline.cli.options.shared.PublishOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/**
 * The options of {@code erase}. The more of a unit is erased, the greater is the share of its
 * rejected lines, and that must not keep anything from being erased.
 */
@DefaultsTo(option = "maxRejectedShare", value = "1")
public interface EraseOptions
    extends ArchiveOptions, DryRunOptions, PublishOptions, DerivingOptions {
  @Description(
      "What else is erased, parted by commas, although its source may take it back: what users who"
          + " are protected or suspended wrote, tweets and users that are withheld in some"
          + " countries, tweets that were dropped. One of protected, suspended, withheld, dropped;"
          + " counts for what is known now and by this run. Example:"
          + " --alsoErase=protected,suspended")
  @Default.String("")
  String getAlsoErase();

  void setAlsoErase(String value);

  @Description(
      "A local file of ids to erase, a line each: message 123, stocktwits-user 45, tweet 678 or"
          + " twitter-user 9; or, of one that was listed by mistake, lift message 123. Goes with"
          + " --reason. Example: --ids=asked.txt")
  @Default.String("")
  String getIds();

  void setIds(String value);

  @Description(
      "Why the ids of --ids are to be erased; stands in the ledger word for word, so name no person"
          + " in it. Example: --reason='letter of 2026-11-27'")
  @Default.String("")
  String getReason();

  void setReason(String value);

  @Description(
      "Go on where the bucket keeps former versions of what is removed: then they have to be"
          + " removed there, and the last lines say how. Example: --evenThoughVersioned")
  @Default.Boolean(false)
  boolean getEvenThoughVersioned();

  void setEvenThoughVersioned(boolean value);
}
