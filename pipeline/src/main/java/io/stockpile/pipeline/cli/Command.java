package io.stockpile.pipeline.cli;

import io.stockpile.pipeline.cli.args.RulesWords;
import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.cli.options.CatalogCommandOptions;
import io.stockpile.pipeline.cli.options.CollectOptions;
import io.stockpile.pipeline.cli.options.DemoOptions;
import io.stockpile.pipeline.cli.options.DeriveOptions;
import io.stockpile.pipeline.cli.options.EraseOptions;
import io.stockpile.pipeline.cli.options.ImportOptions;
import io.stockpile.pipeline.cli.options.ReplayOptions;
import io.stockpile.pipeline.cli.options.ReportOptions;
import io.stockpile.pipeline.cli.options.RulesOptions;
import io.stockpile.pipeline.cli.options.StatusOptions;
import io.stockpile.pipeline.cli.options.VerifyOptions;
import io.stockpile.pipeline.run.UsageException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;

/** What the program can be told to do. */
enum Command {
  BACKFILL("Firestream backups → archive", BackfillOptions.class, true),
  REPLAY("Gnip Replay → archive, every gap asked for again", ReplayOptions.class, true),
  IMPORT(
      "files that you already have → archive: StockTwits' backups, Twitter's records",
      ImportOptions.class,
      true),
  COLLECT(
      "StockTwits REST API → archive: streams, deletions, snapshots, page by page",
      CollectOptions.class,
      true),
  DERIVE(
      "builds the tables again from the landed bytes, without the network",
      DeriveOptions.class,
      true),
  ERASE(
      "takes out of tables, landed bytes and rejects what was deleted at its source, for good",
      EraseOptions.class,
      true),
  PLAN(
      "says what a backfill, a replay or a collect would do, and changes nothing",
      BackfillOptions.class,
      true),
  STATUS(
      "what the archive holds: one state, rows, rejects and bytes for each source and day or"
          + " minute",
      StatusOptions.class,
      false),
  REPORT(
      "one HTML page that shows what the archive has, what is missing and what looks wrong",
      ReportOptions.class,
      false),
  CATALOG(
      "makes the tables, and every later commit, visible as Apache Iceberg tables",
      CatalogCommandOptions.class,
      false),
  VERIFY("reads every file again and says what differs", VerifyOptions.class, false),
  RULES(
      "the rules of a PowerTrack Replay stream; FILE is JSON or has a rule a line, - is stdin",
      RulesOptions.class,
      false) {
    @Override
    String form() {
      return RulesWords.FORM;
    }

    @Override
    void checkWords(List<String> words) throws UsageException {
      RulesWords.parse(words);
    }
  },
  DEMO("all of it, against simulated services in the process", DemoOptions.class, true);

  /**
   * The commands that {@code plan} can plan. It plans the first of which an option is given that
   * the others do not have, and a backfill if there is no such option.
   */
  private static final List<Command> PLANNED = List.of(REPLAY, COLLECT, BACKFILL);

  static final String NOTHING_CHANGED = "Nothing was changed: run the same command again.";

  private final String summary;
  private final Class<? extends PipelineOptions> options;
  private final boolean pipeline;

  Command(String summary, Class<? extends PipelineOptions> options, boolean pipeline) {
    this.summary = summary;
    this.options = options;
    this.pipeline = pipeline;
  }

  /** The word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String summary() {
    return summary;
  }

  /** The interface that declares its options. */
  Class<? extends PipelineOptions> options() {
    return options;
  }

  /**
   * The interface that declares its options, when the user gives these; {@code plan} has those of
   * the command whose plan is asked for.
   *
   * @param names of the options that are given
   */
  Class<? extends PipelineOptions> options(Collection<String> names) {
    return this == PLAN
        ? PLANNED.stream()
            .filter(command -> names.stream().anyMatch(command::hasAlone))
            .findFirst()
            .orElse(PLAN)
            .options
        : options;
  }

  /** Whether an option tells this command from the others that can be planned. */
  private boolean hasAlone(String name) {
    return PLANNED.stream().allMatch(command -> (command == this) == command.has(name));
  }

  private boolean has(String name) {
    return OptionSpec.of(options).stream().anyMatch(spec -> spec.name().equals(name));
  }

  /** Whether it runs a Beam pipeline, so that options of Beam and of runners go through. */
  boolean runsPipeline() {
    return pipeline;
  }

  /** What may stand between the command and its options; empty for most. */
  String form() {
    return "";
  }

  /**
   * Looks at what stands beside the options.
   *
   * @throws UsageException when the command cannot do anything with it
   */
  void checkWords(List<String> words) throws UsageException {
    if (!words.isEmpty()) {
      throw notAnOption(words.get(0));
    }
  }

  /** What stays, and what to run next, when a signal ends it while it works. */
  String whenStopped() {
    return switch (this) {
      case BACKFILL, REPLAY, IMPORT, COLLECT, DERIVE, DEMO ->
          "Units that were committed stay; a commit that was under way is finished by the next run,"
              + " and bytes that were landed whole are not fetched again. Run the same command"
              + " again: it goes on from there. `stockpile status` says what is held.";
      case ERASE ->
          "Units that were rewritten stay so, each other one is as it was, and what is to be gone"
              + " is written down. Run the same command again: it goes on from there.";
      case RULES ->
          "Rules that the service had taken by then stay as they are: `stockpile rules list` shows"
              + " them, and the same command again does the rest.";
      case CATALOG ->
          "Each table is published as it was or as it is to be, never in between; the archive"
              + " itself was not changed. Run the same command again: it goes on from there.";
      case PLAN, REPORT, STATUS, VERIFY -> NOTHING_CHANGED;
    };
  }

  /** The refusal of what is neither an option nor expected. */
  UsageException notAnOption(String argument) {
    return new UsageException(
        "'"
            + argument
            + "' is no option: options are given as --name=value. See `stockpile help "
            + word()
            + "`.");
  }

  static Optional<Command> named(String word) {
    return Arrays.stream(values()).filter(command -> command.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Command::word).toList();
  }
}
