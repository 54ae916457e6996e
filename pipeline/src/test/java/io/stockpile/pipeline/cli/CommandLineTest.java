package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.run.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private static CommandLine backfill(String... arguments) throws UsageException {
    return CommandLine.parse(Command.BACKFILL, List.of(arguments));
  }

  @Test
  void ownOptionsAreReadAndTheRunnersGoThrough() throws UsageException {
    CommandLine line =
        backfill("--output=a=b", "--dryRun", "--runner=DirectRunner", "--targetParallelism=3");

    assertThat(line.values()).containsEntry("output", "a=b").containsEntry("dryRun", "true");
    assertThat(line.runner()).containsExactly("--runner=DirectRunner", "--targetParallelism=3");
    assertThat(line.arguments()).contains("--output=a=b", "--dryRun=true", "--runner=DirectRunner");
  }

  @Test
  void flagsMaySayWhatTheyAre() throws UsageException {
    BackfillOptions options =
        OptionValues.of(
            backfill("--output=a", "--dryRun=false", "--s3PathStyle=true"), BackfillOptions.class);

    assertThat(options.getDryRun()).isFalse();
    assertThat(options.getS3PathStyle()).isTrue();
    assertThat(options.getOnExisting()).isEqualTo("skip");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fileType=message | Option --fileType is not known to `backfill`. Did you mean"
            + " --fileTypes?",
        "--outptu=x | Did you mean --output?",
        "--OUTPUT=x | Did you mean --output?",
        "--targetParalelism=3 | Did you mean --targetParallelism?",
        "--from | Option --from needs a value.",
        "--from= | Option --from needs a value.",
        "--dryRun=yes | Option --dryRun is 'yes'; it is accepted alone, as --dryRun",
        "2016-12-05 | '2016-12-05' is no option",
        "-output=x | '-output=x' is no option",
        "-- | '--' is no option",
      })
  void whatIsNotKnownIsRefusedWithItsName(String argument, String message) {
    assertThatThrownBy(() -> backfill("--output=a", argument))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsGivenTwiceOrNotAtAllIsRefused() {
    assertThatThrownBy(() -> backfill("--output=a", "--output=b"))
        .hasMessageContaining("--output is given twice");
    assertThatThrownBy(() -> backfill("--date=today")).hasMessageContaining("--output is missing");
  }

  @Test
  void aCommandWithoutAPipelineTakesNoRunner() {
    assertThatThrownBy(
            () -> CommandLine.parse(Command.STATUS, List.of("--output=a", "--runner=DirectRunner")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Option --runner is not known to `status`");
  }
}
