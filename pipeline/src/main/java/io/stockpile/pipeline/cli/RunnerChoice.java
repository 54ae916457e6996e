package io.stockpile.pipeline.cli;

import io.stockpile.pipeline.run.PipelineOptionsSource;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.text.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Which runner does the work, and how it is set up. Unless another is named it is the one in this
 * process, which is made for tests. So it is told here to trust us: otherwise it would serialise
 * every element once more as a check, and start threads that only spin, because a job brings its
 * own for the units.
 */
final class RunnerChoice {
  private static final String DIRECT = "DirectRunner";
  private static final String DIRECT_CLASS = "org.apache.beam.runners.direct.DirectRunner";
  private static final String DIRECT_OPTIONS = "org.apache.beam.runners.direct.DirectOptions";
  private static final Map<String, String> TRUSTING =
      Map.of(
          "enforceImmutability", "false", "enforceEncodability", "false", "targetParallelism", "1");

  private final CommandLine line;

  RunnerChoice(CommandLine line) {
    this.line = line;
  }

  /**
   * Begins to make the options as Beam wants them. Beam takes a while to wake up, so that happens
   * beside whatever the job does before it needs them; what the user gave for it is checked at
   * once.
   *
   * @throws UsageException when Beam or the runner does not take what was given
   */
  PipelineOptionsSource begin() throws UsageException {
    if (!line.command().runsPipeline()) {
      return name -> named(options(), name);
    }
    if (isDirect() && line.command() != Command.PLAN && !isPresent(DIRECT_CLASS)) {
      throw new UsageException(
          "This bundle has no direct runner; say where the job runs with --runner, for example"
              + " --runner=FlinkRunner.");
    }
    if (!line.runner().isEmpty()) {
      try {
        PipelineOptions options = options();
        // The archive is looked at before there is a pipeline, and with the same options.
        FileSystems.setDefaultPipelineOptions(options);
        return name -> named(options, name);
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            "Beam does not take " + String.join(" ", line.runner()) + ": " + Failures.inOneLine(e),
            e);
      }
    }
    if (line.command() == Command.PLAN) {
      return name -> named(options(), name);
    }
    FutureTask<PipelineOptions> options = new FutureTask<>(RunnerChoice::directOptions);
    Thread waking = new Thread(options, "beam-options");
    waking.setContextClassLoader(new NoRegistrars(RunnerChoice.class.getClassLoader()));
    waking.setDaemon(true);
    waking.start();
    return name -> named(finished(options), name);
  }

  private PipelineOptions named(PipelineOptions options, String name) {
    if (given("jobName").isEmpty()) {
      options.setJobName(name);
    }
    return options;
  }

  private static PipelineOptions finished(FutureTask<PipelineOptions> options) {
    try {
      return options.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before the pipeline began", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Beam's options cannot be made", e.getCause());
    }
  }

  /**
   * Those of the runner in this process, and no others. Beam checks all options again each time one
   * of its classes asks for its own, so those of the command are left out.
   */
  private static PipelineOptions directOptions() throws ClassNotFoundException {
    PipelineOptionsFactory.register(
        Class.forName(DIRECT_OPTIONS).asSubclass(PipelineOptions.class));
    String[] arguments =
        TRUSTING.entrySet().stream()
            .map(option -> "--" + option.getKey() + "=" + option.getValue())
            .toArray(String[]::new);
    return PipelineOptionsFactory.fromArgs(arguments).create();
  }

  private PipelineOptions options() {
    List<String> arguments = new ArrayList<>(line.arguments());
    if (isDirect() && isPresent(DIRECT_CLASS)) {
      TRUSTING.forEach((name, value) -> addUnlessGiven(arguments, name, value));
    }
    if (runner().equals("DataflowRunner")) {
      addUnlessGiven(arguments, "labels", DataflowLabels.of(line));
    }
    PipelineOptionsFactory.register(line.options());
    return PipelineOptionsFactory.fromArgs(arguments.toArray(new String[0])).as(line.options());
  }

  /** Whether the workers are in this process, and so in its environment. */
  boolean workersAreHere() {
    // Flink's own default master is wherever the program was started, which may be a cluster.
    return isDirect() || (runner().equals("FlinkRunner") && given("flinkMaster").equals("[local]"));
  }

  private boolean isDirect() {
    return runner().isEmpty() || runner().equals(DIRECT);
  }

  private String runner() {
    String name = given("runner");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private String given(String name) {
    String prefix = "--" + name + "=";
    return line.runner().stream()
        .filter(argument -> argument.startsWith(prefix))
        .map(argument -> argument.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }

  private static void addUnlessGiven(List<String> arguments, String name, String value) {
    String option = "--" + name;
    if (arguments.stream()
        .noneMatch(argument -> argument.equals(option) || argument.startsWith(option + "="))) {
      arguments.add(option + "=" + value);
    }
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, RunnerChoice.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
