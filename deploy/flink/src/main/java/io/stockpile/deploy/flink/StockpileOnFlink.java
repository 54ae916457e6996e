package io.stockpile.deploy.flink;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.cli.Stockpile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * The entry point of the bundle for Flink: runs the command line, and ends in the way that Flink
 * expects.
 *
 * <p>Started by {@code java} or {@code flink run}, the process ends with the command's exit code.
 * In application mode it runs inside the JobManager, which must stay alive to report the state of
 * its job. There it returns if everything is complete, and otherwise throws {@link
 * JobEndedException}. A command that finds nothing to do submits a job without units there, because
 * Flink counts an application without a job as failed. If Flink does not allow it to wait for its
 * job, it throws {@link DetachedException} before anything else.
 */
public final class StockpileOnFlink {
  private static final String EMBEDDED = "embedded";

  private StockpileOnFlink() {}

  /** Runs one command; see {@link Stockpile}. */
  public static void main(String[] arguments) throws Exception {
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    ReadableConfig configuration =
        ExecutionEnvironment.getExecutionEnvironment().getConfiguration();
    boolean insideJobManager = EMBEDDED.equals(configuration.get(DeploymentOptions.TARGET));
    if (insideJobManager && !configuration.get(DeploymentOptions.ATTACHED)) {
      throw new DetachedException();
    }
    List<String> words = withThisJar(Arrays.asList(arguments));
    if (insideJobManager) {
      words = withJobInAnyCase(words);
    }
    int code = new Stockpile(Surroundings.system(), out, err).run(words.toArray(new String[0]));
    err.flush();
    if (!insideJobManager) {
      System.exit(code);
    }
    if (code != 0) {
      throw new JobEndedException(code);
    }
  }

  /**
   * Adds the option for {@link io.stockpile.pipeline.run.EmptyJobOptions}. Only for commands that
   * run on a runner; others do not know the option and submit nothing.
   */
  static List<String> withJobInAnyCase(List<String> arguments) {
    if (arguments.stream().noneMatch(argument -> argument.startsWith("--runner="))) {
      return arguments;
    }
    List<String> more = new ArrayList<>(arguments);
    more.add("--submitEmptyJob=true");
    return more;
  }

  /**
   * Adds the option that sends only this jar to a cluster, and not the whole class path, unless the
   * user gave it.
   */
  static List<String> withThisJar(List<String> arguments) {
    boolean elsewhere =
        arguments.stream()
            .anyMatch(
                argument ->
                    argument.startsWith("--flinkMaster=")
                        && !argument.startsWith("--flinkMaster=["));
    boolean given = arguments.stream().anyMatch(argument -> argument.startsWith("--filesToStage="));
    Optional<Path> jar = elsewhere && !given ? thisJar() : Optional.empty();
    if (jar.isEmpty()) {
      return arguments;
    }
    List<String> more = new ArrayList<>(arguments);
    more.add("--filesToStage=" + jar.get());
    return more;
  }

  private static Optional<Path> thisJar() {
    CodeSource source = StockpileOnFlink.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The bundle lies at " + source.getLocation(), e);
    }
  }
}
