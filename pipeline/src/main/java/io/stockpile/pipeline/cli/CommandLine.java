package io.stockpile.pipeline.cli;

import io.stockpile.pipeline.cli.args.Nearest;
import io.stockpile.pipeline.run.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A command line, taken apart and checked against the options that exist.
 *
 * @param options the interface that declares them
 * @param words what stands beside the options
 * @param values our own options as they were given, by name
 * @param runner Beam's and the runners' options, as they were given
 */
record CommandLine(
    Command command,
    Class<? extends PipelineOptions> options,
    List<String> words,
    Map<String, String> values,
    List<String> runner) {
  private static final String STANDARD_INPUT = "-";

  CommandLine {
    words = List.copyOf(words);
    values = Map.copyOf(values);
    runner = List.copyOf(runner);
  }

  /**
   * Reads a command's options.
   *
   * @param arguments without the command itself
   * @throws UsageException for words that the command does not take, for an option that nobody
   *     knows, one without a value, one that was given twice, or one that is missing
   */
  static CommandLine parse(Command command, List<String> arguments) throws UsageException {
    Map<String, OptionSpec> own = new LinkedHashMap<>();
    Class<? extends PipelineOptions> options = command.options(names(arguments));
    OptionSpec.of(options).forEach(spec -> own.put(spec.name(), spec));
    List<String> words = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> runner = new LinkedHashMap<>();
    for (String argument : arguments) {
      if (!argument.startsWith("-") || argument.equals(STANDARD_INPUT)) {
        words.add(argument);
        continue;
      }
      String name = name(command, argument);
      if (own.containsKey(name)) {
        String value = ownValue(own.get(name), argument);
        if (values.putIfAbsent(name, value) != null) {
          throw new UsageException("Option --" + name + " is given twice; give it once.");
        }
      } else if (command.runsPipeline() && BeamOptionNames.known().contains(name)) {
        runner.put(runner.size() + name, argument);
      } else {
        throw unknown(command, name, own.keySet());
      }
    }
    command.checkWords(words);
    for (OptionSpec spec : own.values()) {
      if (spec.required() && !values.containsKey(spec.name())) {
        throw new UsageException("Option --" + spec.name() + " is missing. " + spec.description());
      }
    }
    return new CommandLine(command, options, words, values, new ArrayList<>(runner.values()));
  }

  private static List<String> names(List<String> arguments) {
    return arguments.stream()
        .map(argument -> argument.replaceFirst("^--", "").replaceFirst("=.*$", ""))
        .toList();
  }

  private static String name(Command command, String argument) throws UsageException {
    if (!argument.startsWith("--") || argument.length() == 2) {
      throw command.notAnOption(argument);
    }
    int equals = argument.indexOf('=');
    return argument.substring(2, equals < 0 ? argument.length() : equals);
  }

  private static String ownValue(OptionSpec spec, String argument) throws UsageException {
    int equals = argument.indexOf('=');
    if (!spec.flag()) {
      if (equals < 0 || equals == argument.length() - 1) {
        throw new UsageException(
            "Option --" + spec.name() + " needs a value. " + spec.description());
      }
      return argument.substring(equals + 1);
    }
    String value = equals < 0 ? "true" : argument.substring(equals + 1);
    if (!value.equals("true") && !value.equals("false")) {
      throw new UsageException(
          "Option --"
              + spec.name()
              + " is '"
              + value
              + "'; it is accepted alone, as --"
              + spec.name()
              + ", or with true or false.");
    }
    return value;
  }

  private static UsageException unknown(Command command, String name, Set<String> own) {
    Set<String> known = new LinkedHashSet<>(own);
    if (command.runsPipeline()) {
      known.addAll(BeamOptionNames.known());
    }
    Optional<String> nearest = Nearest.to(name, own).or(() -> Nearest.to(name, known));
    return new UsageException(
        "Option --"
            + name
            + " is not known to `"
            + command.word()
            + "`."
            + nearest.map(option -> " Did you mean --" + option + "?").orElse("")
            + " Its own options are "
            + own.stream().map(option -> "--" + option).collect(Collectors.joining(", "))
            + ".");
  }

  /**
   * What stays, and what to run next, when a signal ends the command while it works.
   *
   * @param workersHere whether the work ends with this process
   */
  String whenStopped(boolean workersHere) {
    boolean looks = command == Command.RULES && words.contains("list");
    if (looks || values.getOrDefault("dryRun", "false").equals("true")) {
      return Command.NOTHING_CHANGED;
    }
    return (command.runsPipeline() && !workersHere
            ? "Its job may go on at the runner without it: look there first. "
            : "")
        + command.whenStopped();
  }

  /** All options with their values, given or not, as Beam wants them. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(runner);
    for (OptionSpec spec : OptionSpec.of(options)) {
      String value = values.getOrDefault(spec.name(), spec.defaultValue().orElse(""));
      arguments.add("--" + spec.name() + "=" + value);
    }
    return List.copyOf(arguments);
  }
}
