package io.stockpile.pipeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thresholds that say when Java compiles for speed, in every file that starts Java. */
class CompileThresholdsTest {
  private static final Path CHECKOUT = Path.of("..");
  private static final Pattern THRESHOLD = Pattern.compile("-XX:Tier\\w+Threshold=\\d+");

  @Test
  void theLauncherSetsAllFour() throws IOException {
    assertThat(thresholds("stockpile"))
        .extracting(threshold -> threshold.substring(0, threshold.indexOf('=')))
        .containsExactlyInAnyOrder(
            "-XX:Tier4InvocationThreshold",
            "-XX:Tier4MinInvocationThreshold",
            "-XX:Tier4CompileThreshold",
            "-XX:Tier4BackEdgeThreshold");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy/container/Dockerfile",
        "deploy/flink/flink-deployment.yaml",
        "src/bench/src/main/java/io/stockpile/bench/job/StockpileOnFlink.java"
      })
  void allOthersSetTheSame(String file) throws IOException {
    assertThat(thresholds(file)).containsExactlyElementsOf(thresholds("stockpile"));
  }

  private static List<String> thresholds(String file) throws IOException {
    String text = Files.readString(CHECKOUT.resolve(file), StandardCharsets.UTF_8);
    return THRESHOLD.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
  }
}
