package io.stockpile.bench;

import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.peer.Width;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to measure, and with which data.
 *
 * @param data what the data set is made from
 * @param rounds how often every job runs
 * @param work the directory for data, archive, the peer's output and logs
 * @param width how much of each record the peer keeps
 * @param only the only command of Stockpile to measure; empty for both
 * @param launcher the launcher script of the checkout to measure
 * @param bundle the bundle that the launcher runs
 * @param flinkBundle the bundle that is measured on Flink
 * @param slots numbers of slots; {@code derive} is measured on a Flink cluster with each. Empty for
 *     no Flink
 * @param erased how many ids to be gone {@code derive} is measured with, beside none; 0 for no such
 *     measurement
 * @param memoryDays numbers of days; the memory of {@code derive} is measured with each
 */
record BenchmarkOptions(
    DataSettings data,
    int rounds,
    Path work,
    Width width,
    Optional<Measured> only,
    Path launcher,
    Path bundle,
    Path flinkBundle,
    List<Integer> slots,
    int erased,
    List<Integer> memoryDays) {

  /** A command of Stockpile that can be measured. */
  enum Measured {
    BACKFILL,
    DERIVE
  }

  static final String USAGE =
      """
      Measures Stockpile's shipped bundle beside DuckDB, in turn, on synthetic records.
        --days=10                day files
        --messages=200000        records a day: messages, or what --shape says
        --first=2017-09-18       the first day
        --rounds=3               how often every job runs
        --peer=narrow            what DuckDB keeps: narrow (the usual columns) or wide (all that the data has)
        --only=derive            measure derive or backfill alone; without it both
        --memoryDays=1,10        then run derive for so many days each and print its peak of memory
        --slots=1,2              measure derive on Flink clusters of so many slots beside the embedded one
        --erased=2000000         measure derive with so many ids to be gone, none of which the data has, beside derive with none
        --flinkBundle=JAR        default deploy/flink/target/stockpile-flink.jar beside the launcher
        --work=target/benchmark  where data, archive, output and logs go: 1.5 GB for the defaults
        --bundle=JAR             default deploy/embedded/target/stockpile-embedded.jar beside the launcher
        --launcher=./stockpile   the launcher script, whose Java options are used
        --shape=bare             what the lines are: bare or envelope (messages), activities or tweets
        --seed=42                another seed makes other records
      """;

  private static final List<String> NAMES =
      List.of(
          "days",
          "messages",
          "first",
          "rounds",
          "peer",
          "only",
          "memoryDays",
          "slots",
          "erased",
          "flinkBundle",
          "work",
          "bundle",
          "launcher",
          "shape",
          "seed");

  /**
   * Parses the command line.
   *
   * @throws IllegalArgumentException when an option is wrong; the message says which one and why
   */
  static BenchmarkOptions of(List<String> arguments) {
    CommandLine line = new CommandLine(NAMES, arguments);
    DataSettings data =
        new DataSettings(
            line.number("seed", DataSettings.DEFAULT_SEED),
            line.day("first", DataSettings.DEFAULT_FIRST_DAY),
            line.count("days", 10),
            line.count("messages", 200_000),
            Shape.named(line.text("shape").orElse("bare")));
    Path launcher = Path.of(line.text("launcher").orElse("stockpile")).toAbsolutePath();
    Path bundle =
        line.text("bundle")
            .map(Path::of)
            .orElse(launcher.resolveSibling("deploy/embedded/target/stockpile-embedded.jar"));
    Path flinkBundle =
        line.text("flinkBundle")
            .map(Path::of)
            .orElse(launcher.resolveSibling("deploy/flink/target/stockpile-flink.jar"));
    Optional<Measured> only = line.text("only").map(BenchmarkOptions::measured);
    boolean derivedAlone = data.shape() == Shape.TWEETS;
    if (derivedAlone && only.equals(Optional.of(Measured.BACKFILL))) {
      throw new IllegalArgumentException("tweets are no backfill's; leave out --only=backfill");
    }
    List<Integer> slots = line.text("slots").map(BenchmarkOptions::slots).orElse(List.of());
    if (!slots.isEmpty() && only.equals(Optional.of(Measured.BACKFILL))) {
      throw new IllegalArgumentException("--slots measures derive; leave out --only=backfill");
    }
    int erased = line.count("erased", 0);
    if (erased > 0 && (!slots.isEmpty() || only.equals(Optional.of(Measured.BACKFILL)))) {
      throw new IllegalArgumentException(
          "--erased measures derive, embedded; leave out --slots and --only=backfill");
    }
    return new BenchmarkOptions(
        data,
        line.count("rounds", 3),
        Path.of(line.text("work").orElse("target/benchmark")).toAbsolutePath(),
        Width.named(line.text("peer").orElse("narrow")),
        slots.isEmpty() && erased == 0 && !derivedAlone ? only : Optional.of(Measured.DERIVE),
        launcher,
        bundle.toAbsolutePath(),
        flinkBundle.toAbsolutePath(),
        slots,
        erased,
        line.text("memoryDays").map(days -> memoryDays(days, data.days())).orElse(List.of()));
  }

  boolean measures(Measured command) {
    return only.map(command::equals).orElse(true);
  }

  private static Measured measured(String name) {
    return switch (name) {
      case "backfill" -> Measured.BACKFILL;
      case "derive" -> Measured.DERIVE;
      default ->
          throw new IllegalArgumentException("--only=" + name + " is neither derive nor backfill");
    };
  }

  private static List<Integer> slots(String list) {
    if (!list.matches("[1-9]\\d?(,[1-9]\\d?)*")) {
      throw new IllegalArgumentException("--slots=" + list + ": numbers from 1 to 99, as in 1,2");
    }
    return Stream.of(list.split(",")).map(Integer::valueOf).toList();
  }

  private static List<Integer> memoryDays(String list, int days) {
    return Stream.of(list.split(","))
        .map(
            number -> {
              if (!number.matches("[1-9]\\d{0,4}") || Integer.parseInt(number) > days) {
                throw new IllegalArgumentException(
                    "--memoryDays=" + list + ": '" + number + "' is not from 1 to --days=" + days);
              }
              return Integer.parseInt(number);
            })
        .toList();
  }
}
