package io.stockpile.pipeline.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stockpile.pipeline.report.Rule;
import io.stockpile.pipeline.report.SampleReports;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the shipped alert rules with the metrics that reports write. */
class AlertRulesTest {
  private static final Path RULES = Path.of("..", "deploy", "alerts", "stockpile.rules.yml");
  private static final Path TESTS = Path.of("..", "deploy", "alerts", "stockpile.rules.test.yml");
  private static final Pattern METRIC = Pattern.compile("\\bstockpile_[a-z_]+");
  private static final Pattern RULE_WORDS = Pattern.compile("rule=~\"([a-z_|]+)\"");

  @TempDir private Path scratch;

  private static Set<String> metrics(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyMetricAndRuleThatTheyNameIsThere() throws IOException {
    String written =
        new String(ReportMetrics.write(SampleReports.fifteenYears()), StandardCharsets.UTF_8);
    String rules = Files.readString(RULES);

    assertThat(metrics(rules)).hasSizeGreaterThan(4);
    assertThat(metrics(written)).containsAll(metrics(rules));
    List<String> words =
        RULE_WORDS
            .matcher(rules)
            .results()
            .flatMap(found -> Stream.of(found.group(1).split("\\|")))
            .toList();
    assertThat(words).hasSizeGreaterThan(8);
    assertThat(Arrays.stream(Rule.values()).map(Rule::word)).containsAll(words);
  }

  @Test
  void prometheusOwnToolTakesThemAndTheirTestsPass() throws IOException, InterruptedException {
    assertThat(run(promtool(), "check", "rules", RULES.toString())).contains("SUCCESS");
    assertThat(run(promtool(), "test", "rules", TESTS.toString())).contains("SUCCESS");
  }

  @Test
  void prometheusOwnToolTakesTheMetrics() throws IOException, InterruptedException {
    Path promtool = promtool();
    Path metrics = scratch.resolve("metrics.prom");
    Files.write(metrics, ReportMetrics.write(SampleReports.fifteenYears()));
    assertThat(check(promtool, metrics)).isEmpty();
    Files.write(metrics, ReportMetrics.write(SampleReports.hostile()));
    assertThat(check(promtool, metrics)).isEmpty();
  }

  private static Path promtool() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(directory -> Path.of(directory, "promtool"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeThat(found).as("promtool, which checks alert rules and metrics").isPresent();
    return found.orElseThrow();
  }

  private String run(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    return output(new ProcessBuilder(command));
  }

  /** The complaints of the tool about a file of metrics. */
  private String check(Path promtool, Path metrics) throws IOException, InterruptedException {
    return output(
        new ProcessBuilder(promtool.toString(), "check", "metrics")
            .redirectInput(metrics.toFile()));
  }

  private String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Path output = scratch.resolve("output.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int code = process.waitFor();
    String text = Files.readString(output);
    assertThat(code).as(text).isZero();
    return text;
  }
}
