package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.files.FileKind;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.pipeline.cli.args.ArgsFactory;
import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.cli.options.DeriveOptions;
import io.stockpile.pipeline.cli.options.ImportOptions;
import io.stockpile.pipeline.inventory.DayRange;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.jobs.DeriveArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.files.ImportArgs;
import io.stockpile.pipeline.sources.firestream.BackfillArgs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgsFactoryTest {
  /** Makes arguments at 01:30 UTC, when it is still the day before in the machine's time zone. */
  private final ArgsFactory factory =
      new ArgsFactory(
          Clock.fixed(Instant.parse("2016-12-07T01:30:00Z"), ZoneId.of("America/New_York")));

  private BackfillArgs backfill(String... arguments) throws UsageException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--output=archive");
    CommandLine line = CommandLine.parse(Command.BACKFILL, all);
    return factory.backfill(OptionValues.of(line, BackfillOptions.class), false);
  }

  private static DayRange days(String from, String to) {
    return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void everyOptionReachesItsArgument() throws UsageException {
    BackfillArgs args =
        backfill(
            "--from=2016-12-01",
            "--to=2017-01-01",
            "--fileTypes=activity",
            "--onExisting=replace",
            "--dryRun",
            "--s3Endpoint=http://127.0.0.1:9000",
            "--s3PathStyle",
            "--s3ChecksumsWhenRequired",
            "--firestreamUrl=http://localhost:1234/",
            "--firestreamCredentials=file:/run/secrets/f",
            "--maxAttempts=3",
            "--readTimeout=PT2M",
            "--downloads=5",
            "--maxDateSkew=PT36H",
            "--maxRejectedShare=0.25",
            "--maxLineBytes=1000",
            "--bloomFilters=id, user.id");

    assertThat(args.run().output().root()).isEqualTo("archive");
    assertThat(args.run().output().endpoint()).contains("http://127.0.0.1:9000");
    assertThat(args.run().output().s3PathStyle()).isTrue();
    assertThat(args.run().output().s3ChecksumsWhenRequired()).isTrue();
    assertThat(args.days()).isEqualTo(days("2016-12-01", "2017-01-01"));
    assertThat(args.fileTypes()).containsExactly(FileType.ACTIVITY);
    assertThat(args.run().onExisting()).isEqualTo(OnExisting.REPLACE);
    assertThat(args.run().dryRun()).isTrue();
    assertThat(args.firestream().url()).hasToString("http://localhost:1234");
    assertThat(args.firestream().credentials()).hasToString("file:/run/secrets/f");
    assertThat(args.firestream().maxAttempts()).isEqualTo(3);
    assertThat(args.firestream().readTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(args.firestream().downloads()).isEqualTo(5);
    assertThat(args.run().derive().maxDateSkew()).isEqualTo(Duration.ofHours(36));
    assertThat(args.run().derive().maxRejectedShare()).isEqualTo(0.25);
    assertThat(args.run().derive().maxLineBytes()).isEqualTo(1000);
    assertThat(args.run().derive().writer().bloomFilters())
        .containsExactlyInAnyOrder("id", "user.id");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-05,2016-12-05",
    "today,2016-12-07",
    "yesterday,2016-12-06",
    "yesterday-2,2016-12-04",
    "yesterday-0,2016-12-06"
  })
  void aDateIsADayInUtc(String date, LocalDate day) throws UsageException {
    assertThat(backfill("--date=" + date).days()).isEqualTo(new DayRange(day, day.plusDays(1)));
  }

  @Test
  void anAirflowIntervalFitsAsItIs() throws UsageException {
    assertThat(
            backfill("--from=2016-12-05T00:00:00+00:00", "--to=2016-12-06T00:00:00+00:00").days())
        .isEqualTo(days("2016-12-05", "2016-12-06"));
    assertThat(backfill("--from=2016-12-05T23:00:00-05:00", "--to=2016-12-08T00:00:00Z").days())
        .isEqualTo(days("2016-12-06", "2016-12-08"));
  }

  @Test
  void aScheduleWithoutDatesNamesTheEndsOfItsRange() throws UsageException {
    assertThat(backfill("--from=yesterday-6", "--to=today").days())
        .isEqualTo(days("2016-11-30", "2016-12-07"));
    assertThat(backfill("--from=2016-12-01", "--to=yesterday").days())
        .isEqualTo(days("2016-12-01", "2016-12-06"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from=last-week --to=today | Option --from is 'last-week'; accepted is a day such as",
        "--date=2016-02-30 | Option --date is '2016-02-30'; accepted is a day such as",
        "--date=tomorrow | Option --date is 'tomorrow'",
        "--date=5.12.2016 | Option --date is '5.12.2016'",
        "--from=2016-12-05 | Option --to is missing",
        "--to=2016-12-05 | Option --from is missing",
        "--date=today --from=2016-12-05 | give one of the two",
        "--from=2016-12-05 --to=2016-12-05 | has no day: --to is the first day after the range",
        "--from=2016-12-06 --to=2016-12-05 | has no day",
        "--from=2016-12-05T00:00 --to=2016-12-06 | Option --from is '2016-12-05T00:00'",
        "'' | The days are missing",
        "--date=today --fileTypes=messages | Option --fileTypes is 'messages'; accepted is message"
            + " or activity",
        "--date=today --fileTypes=, | Option --fileTypes is ','",
        "--date=today --onExisting=overwrite | accepted is skip or replace or fail",
        "--date=today --maxAttempts=0 | Option --maxAttempts is '0'; accepted is a whole number"
            + " from 1",
        "--date=today --downloads=two | Option --downloads is 'two'",
        "--date=today --readTimeout=45 | Option --readTimeout is '45'; accepted is a positive"
            + " ISO-8601 duration",
        "--date=today --readTimeout=PT0S | Option --readTimeout is 'PT0S'",
        "--date=today --maxDateSkew=-P1D | Option --maxDateSkew is '-P1D'",
        "--date=today --maxDateSkew=P40000D | accepted is an ISO-8601 duration of at most P36500D",
        "--date=today --maxRejectedShare=50 | a share from 0 to 1",
        "--date=today --maxRejectedShare=NaN | a share from 0 to 1",
        "--date=today --maxLineBytes=2000000000 | Option --maxLineBytes is '2000000000'",
        "--date=today --bloomFilters=user.idd | Did you mean user.id?",
        "--date=today --firestreamUrl=ftp://x | Option --firestreamUrl: ",
        "--date=today --s3Endpoint=127.0.0.1:9000 | Option --s3Endpoint",
      })
  void whatCannotBeReadIsRefusedWithWhatIsAccepted(String arguments, String message) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
    assertThatThrownBy(() -> backfill(words))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"me:secret-word", "file:", "env:"})
  void credentialsAreNeverRepeated(String value) {
    assertThatThrownBy(() -> backfill("--date=today", "--firestreamCredentials=" + value))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Option --firestreamCredentials")
        .hasMessageNotContaining("secret-word");
  }

  @Test
  void importAndDeriveHaveTheirOwn() throws UsageException {
    CommandLine importing =
        CommandLine.parse(
            Command.IMPORT,
            List.of("--output=a", "--files=x*.gz", "--fileType=message", "--date=yesterday"));
    ImportArgs imports = factory.imports(OptionValues.of(importing, ImportOptions.class));
    CommandLine deriving = CommandLine.parse(Command.DERIVE, List.of("--output=a"));
    DeriveArgs derive = factory.derive(OptionValues.of(deriving, DeriveOptions.class));

    assertThat(imports.files()).isEqualTo("x*.gz");
    assertThat(imports.kind()).contains(FileKind.MESSAGE);
    assertThat(imports.range())
        .map(MinuteRange::toString)
        .contains("2016-12-06T00:00Z to 2016-12-07T00:00Z");
    assertThat(imports.run().onExisting()).isEqualTo(OnExisting.SKIP);
    assertThat(derive.run().onExisting()).isEqualTo(OnExisting.REPLACE);
    assertThat(derive.days()).isEmpty();
  }
}
