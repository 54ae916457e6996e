package io.stockpile.pipeline.cli;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.http.Proxies;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.proxy.JvmProxies;
import io.stockpile.pipeline.cli.args.ArgsFactory;
import io.stockpile.pipeline.cli.args.CollectArgsFactory;
import io.stockpile.pipeline.cli.args.Nearest;
import io.stockpile.pipeline.cli.args.ReplayArgsFactory;
import io.stockpile.pipeline.cli.args.RulesArgsFactory;
import io.stockpile.pipeline.cli.args.RulesWords;
import io.stockpile.pipeline.cli.args.RunArgsFactory;
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
import io.stockpile.pipeline.jobs.CatalogJob;
import io.stockpile.pipeline.jobs.DemoJob;
import io.stockpile.pipeline.jobs.DeriveJob;
import io.stockpile.pipeline.jobs.ReportJob;
import io.stockpile.pipeline.jobs.StatusJob;
import io.stockpile.pipeline.jobs.VerifyJob;
import io.stockpile.pipeline.jobs.erase.EraseJob;
import io.stockpile.pipeline.manifest.Versions;
import io.stockpile.pipeline.process.CheckedOutput;
import io.stockpile.pipeline.process.LostWords;
import io.stockpile.pipeline.process.StopNotice;
import io.stockpile.pipeline.process.Terminal;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.Sources;
import io.stockpile.pipeline.sources.files.ImportJob;
import io.stockpile.pipeline.sources.firestream.BackfillJob;
import io.stockpile.pipeline.sources.replay.ReplayArgs;
import io.stockpile.pipeline.sources.replay.ReplayJob;
import io.stockpile.pipeline.sources.replay.RulesJob;
import io.stockpile.pipeline.sources.stocktwits.CollectArgs;
import io.stockpile.pipeline.sources.stocktwits.CollectJob;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.unit.JobResult;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The command line's entry point; {@code stockpile help} says what there is.
 *
 * <p>Everything that differs between two runs of a command comes in through the constructor, so a
 * whole run can be repeated in a test.
 */
public final class Stockpile {
  private static final String PROXY_CREDENTIALS = "--proxyCredentials=";

  private final Surroundings surroundings;
  private final InputStream in;
  private final CheckedOutput output;
  private final PrintStream out;
  private final PrintStream err;

  /** As below, with nothing on the standard input. */
  public Stockpile(Surroundings surroundings, OutputStream out, PrintStream err) {
    this(surroundings, InputStream.nullInputStream(), out, err);
  }

  /**
   * @param surroundings clock, pauses, jitter and environment variables
   * @param in read where a command is told to
   * @param out takes the summary in UTF-8; where it throws, the command fails
   * @param err takes progress and errors
   */
  public Stockpile(Surroundings surroundings, InputStream in, OutputStream out, PrintStream err) {
    this.surroundings = surroundings;
    this.in = in;
    this.output = new CheckedOutput(out);
    this.out = output.stream();
    this.err = err;
  }

  /** Runs one command and leaves the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    Surroundings surroundings = Surroundings.system();
    JvmProxies.install(surroundings.withProxyCredentials(proxyCredentials(arguments)).proxies());
    int code = new Stockpile(surroundings, System.in, out, err).run(arguments);
    err.flush();
    // Threads of runners and clients that are still there do not keep the process alive.
    System.exit(code);
  }

  /** Looked for before anything else, as the JVM is set up before it; checked with the others. */
  private static CredentialsReference proxyCredentials(String[] arguments) {
    for (String argument : arguments) {
      if (argument.startsWith(PROXY_CREDENTIALS)) {
        try {
          return CredentialsReference.parse(argument.substring(PROXY_CREDENTIALS.length()));
        } catch (IllegalArgumentException e) {
          return Proxies.DEFAULT_CREDENTIALS;
        }
      }
    }
    return Proxies.DEFAULT_CREDENTIALS;
  }

  /**
   * Runs one command to its end and returns its exit code; throws nothing that can be expected.
   * What could not be printed is a failure.
   */
  public int run(String... arguments) {
    try (StopNotice notice = StopNotice.begin(err, stopped("Nothing was begun."))) {
      return printed(ended(Arrays.asList(arguments), notice)).number();
    }
  }

  private ExitCode ended(List<String> words, StopNotice notice) {
    boolean verbose = words.contains("--verbose") || words.contains("--verbose=true");
    try {
      return start(words, notice);
    } catch (UsageException e) {
      err.println("stockpile: " + e.getMessage());
      trace(verbose, e);
      return ExitCode.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("stockpile: interrupted; what was committed stays, the rest is not visible.");
      return ExitCode.of(e);
    } catch (IOException | RuntimeException e) {
      err.println("stockpile: " + Failures.inOneLine(e));
      trace(verbose, e);
      return ExitCode.of(e);
    }
  }

  private ExitCode printed(ExitCode code) {
    Optional<IOException> failure = output.failure();
    if (failure.isEmpty()) {
      return code;
    }
    err.println(
        "stockpile: what the command had to say could not be written to its standard output ("
            + Failures.inOneLine(failure.get())
            + "), so what stands there is cut short. What it did is done all the same; by itself it"
            + " would have ended with "
            + code.number()
            + ". Put the output right, then run the same command again, or see with `stockpile"
            + " status` what the archive holds.");
    return code.orFailed();
  }

  private String stopped(String stays) {
    return (Terminal.isThere(surroundings) ? ProgressLines.CLEAR : "")
        + "stockpile: stopped by a signal. "
        + stays;
  }

  private void trace(boolean verbose, Exception e) {
    if (verbose || surroundings.environment().apply("STOCKPILE_VERBOSE").isPresent()) {
      e.printStackTrace(err);
    }
  }

  private ExitCode start(List<String> words, StopNotice notice)
      throws UsageException, IOException, InterruptedException {
    Optional<String> lost = LostWords.problem(words, System.getProperty("user.dir", ""));
    if (lost.isPresent()) {
      throw new UsageException(lost.get());
    }
    if (words.isEmpty()) {
      new Help(err).overview();
      return ExitCode.USAGE;
    }
    String word = words.get(0);
    List<String> arguments = words.subList(1, words.size());
    if (word.equals("help") || word.equals("--help") || word.equals("-h")) {
      return help(arguments);
    }
    if (word.equals("version") || word.equals("--version")) {
      out.println("stockpile " + Versions.product());
      return ExitCode.COMPLETE;
    }
    Command command = command(word);
    if (arguments.contains("--help") || arguments.contains("-h")) {
      return help(List.of(word));
    }
    return ExitCode.of(run(CommandLine.parse(command, arguments), notice));
  }

  private ExitCode help(List<String> words) throws UsageException {
    if (words.isEmpty()) {
      new Help(out).overview();
    } else {
      new Help(out).command(command(words.get(0)));
    }
    return ExitCode.COMPLETE;
  }

  private static Command command(String word) throws UsageException {
    Optional<Command> command = Command.named(word);
    if (command.isPresent()) {
      return command.get();
    }
    throw new UsageException(
        "'"
            + word
            + "' is no command."
            + Nearest.to(word, Command.words())
                .map(near -> " Did you mean `" + near + "`?")
                .orElse("")
            + " There are "
            + String.join(", ", Command.words())
            + " and help.");
  }

  private JobResult run(CommandLine line, StopNotice notice)
      throws UsageException, IOException, InterruptedException {
    ArgsFactory args = new ArgsFactory(surroundings.clock());
    JobContext context = context(line);
    notice.set(stopped(line.whenStopped(context.workersHere())));
    return switch (line.command()) {
      case BACKFILL, REPLAY, COLLECT, PLAN -> archive(line, args, context);
      case IMPORT ->
          new ImportJob(args.imports(OptionValues.of(line, ImportOptions.class)), context).run();
      case DERIVE ->
          new DeriveJob(args.derive(OptionValues.of(line, DeriveOptions.class)), context).run();
      case ERASE ->
          new EraseJob(
                  args.erase(OptionValues.of(line, EraseOptions.class)), Sources.all(), context)
              .run();
      case STATUS ->
          new StatusJob(
                  args.status(OptionValues.of(line, StatusOptions.class)),
                  Sources.all(),
                  surroundings.clock(),
                  out)
              .run();
      case REPORT ->
          new ReportJob(
                  ArgsFactory.report(OptionValues.of(line, ReportOptions.class)),
                  Sources.all(),
                  surroundings.clock(),
                  out)
              .run();
      case CATALOG ->
          new CatalogJob(
                  ArgsFactory.catalog(OptionValues.of(line, CatalogCommandOptions.class)), context)
              .run();
      case VERIFY ->
          new VerifyJob(
                  args.verify(OptionValues.of(line, VerifyOptions.class)), Sources.all(), context)
              .run();
      case RULES -> rules(line, OptionValues.of(line, RulesOptions.class));
      case DEMO ->
          new DemoJob(OptionValues.of(line, DemoOptions.class).getOutput(), Sources.all(), context)
              .run();
    };
  }

  private JobResult archive(CommandLine line, ArgsFactory args, JobContext context)
      throws UsageException, IOException {
    boolean plan = line.command() == Command.PLAN;
    if (line.options() == ReplayOptions.class) {
      ReplayOptions options = OptionValues.of(line, ReplayOptions.class);
      ReplayArgs replay = new ReplayArgsFactory(surroundings.clock()).replay(options, plan);
      return new ReplayJob(replay, context).run();
    }
    if (line.options() == CollectOptions.class) {
      CollectOptions options = OptionValues.of(line, CollectOptions.class);
      CollectArgs collect = new CollectArgsFactory(surroundings.clock()).collect(options, plan);
      return new CollectJob(collect, context).run();
    }
    BackfillOptions options = OptionValues.of(line, BackfillOptions.class);
    return new BackfillJob(args.backfill(options, plan), context).run();
  }

  private JobResult rules(CommandLine line, RulesOptions options)
      throws UsageException, IOException, InterruptedException {
    return new RulesJob(
            RulesArgsFactory.rules(RulesWords.parse(line.words()), options),
            surroundings.withProxyCredentials(
                RunArgsFactory.proxyCredentials(options.getProxyCredentials())),
            in,
            out)
        .run();
  }

  private JobContext context(CommandLine line) throws UsageException {
    RunnerChoice runner = new RunnerChoice(line);
    return new JobContext(
        runId(),
        surroundings,
        out,
        new ProgressPrinter(err, surroundings.clock(), Terminal.isThere(surroundings)),
        runner.begin(),
        runner.workersAreHere());
  }

  /** Rises with time, so that what runs leave lies in their order. */
  private String runId() {
    String now = surroundings.clock().instant().toString().replaceAll("[^0-9TZ]", "");
    return now + "-" + UUID.randomUUID();
  }
}
