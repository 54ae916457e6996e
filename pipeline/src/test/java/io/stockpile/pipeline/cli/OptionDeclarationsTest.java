package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.rules.RulesSettings;
import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.sources.Sources;
import io.stockpile.pipeline.unit.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pins every option with its default, so that none is changed by accident. */
class OptionDeclarationsTest {
  private static final String REQUIRED = "(required)";

  private static Map<String, String> defaults(Command command) {
    Map<String, String> defaults = new TreeMap<>();
    for (OptionSpec spec : OptionSpec.of(command.options())) {
      defaults.put(spec.name(), spec.defaultValue().orElse(REQUIRED));
    }
    return defaults;
  }

  private static Map<String, String> archive() {
    Map<String, String> options = new TreeMap<>();
    options.put("output", REQUIRED);
    options.put("proxyCredentials", "env:PROXY");
    options.put("s3Endpoint", "");
    options.put("s3PathStyle", "false");
    options.put("s3ChecksumsWhenRequired", "false");
    options.put("verbose", "false");
    return options;
  }

  private static Map<String, String> with(Map<String, String> options, String... more) {
    Map<String, String> all = new TreeMap<>(options);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static Map<String, String> deriving(Map<String, String> options) {
    return with(
        options,
        "maxDateSkew",
        "P7D",
        "maxRejectedShare",
        "0.5",
        "maxLineBytes",
        "16777216",
        "bloomFilters",
        "",
        "dryRun",
        "false",
        "publish",
        "false",
        "catalog",
        "",
        "catalogProperties",
        "");
  }

  private static Map<String, String> days(Map<String, String> options) {
    return with(options, "from", "", "to", "", "date", "");
  }

  @Test
  void theDefaultsOfBackfillAndPlan() {
    Map<String, String> expected =
        with(
            days(deriving(archive())),
            "onExisting",
            "skip",
            "fileTypes",
            "message,activity",
            "firestreamUrl",
            "https://firestream.stocktwits.com",
            "firestreamCredentials",
            "env:FIRESTREAM",
            "maxAttempts",
            "8",
            "readTimeout",
            "PT45S",
            "downloads",
            "2");
    assertThat(defaults(Command.BACKFILL)).isEqualTo(expected);
    assertThat(defaults(Command.PLAN)).isEqualTo(expected);
  }

  @Test
  void theDefaultsOfImport() {
    assertThat(defaults(Command.IMPORT))
        .isEqualTo(
            with(
                deriving(archive()),
                "files",
                REQUIRED,
                "fileType",
                "",
                "date",
                "",
                "from",
                "",
                "to",
                "",
                "fileLabel",
                "default",
                "onExisting",
                "skip"));
  }

  @Test
  void theDefaultsOfDerive() {
    assertThat(defaults(Command.DERIVE))
        .isEqualTo(
            with(
                days(deriving(archive())),
                "onExisting",
                "replace",
                "sources",
                "firestream,replay,stocktwits-api,twitter-files",
                "fileTypes",
                "message,activity"));
  }

  @Test
  void deriveBuildsUnitsOfEverySourceThatThereIs() {
    assertThat(defaults(Command.DERIVE))
        .containsEntry(
            "sources",
            Sources.all().all().stream().map(Source::name).collect(Collectors.joining(",")));
  }

  @Test
  void theDefaultsOfReplayAndOfItsPlan() {
    assertThat(defaults(Command.REPLAY))
        .isEqualTo(
            with(
                days(deriving(archive())),
                "onExisting",
                "skip",
                "streamType",
                REQUIRED,
                "account",
                REQUIRED,
                "streamLabel",
                REQUIRED,
                "replayUrl",
                "https://gnip-stream.gnip.com",
                "replayCredentials",
                "env:GNIP",
                "rulesUrl",
                "https://gnip-api.twitter.com",
                "requestSpan",
                "PT2H",
                "replayRateLimit",
                "5/PT5M",
                "waitUntilAvailable",
                "false",
                "maxAttempts",
                "8",
                "readTimeout",
                "PT45S"));
    assertThat(Command.PLAN.options(List.of("output", "streamType")))
        .isEqualTo(Command.REPLAY.options());
    assertThat(Command.PLAN.options(List.of("output", "from"))).isEqualTo(BackfillOptions.class);
  }

  @Test
  void theDefaultsOfStatusVerifyAndDemo() {
    assertThat(defaults(Command.STATUS)).isEqualTo(with(days(archive()), "json", "false"));
    assertThat(defaults(Command.VERIFY)).isEqualTo(with(days(archive()), "erased", "false"));
    assertThat(defaults(Command.DEMO))
        .isEqualTo(Map.of("output", "stockpile-demo", "verbose", "false"));
  }

  @Test
  void theDefaultsOfReport() {
    assertThat(defaults(Command.REPORT))
        .isEqualTo(
            with(
                archive(),
                "to",
                "report.html",
                "metrics",
                "",
                "json",
                "false",
                "failOnFindings",
                "false"));
  }

  @Test
  void theDefaultsOfRules() {
    assertThat(defaults(Command.RULES))
        .isEqualTo(
            with(
                Map.of("account", REQUIRED, "streamLabel", REQUIRED),
                "replayCredentials",
                "env:GNIP",
                "rulesUrl",
                RulesSettings.DEFAULT_URL.toString(),
                "proxyCredentials",
                "env:PROXY",
                "maxAttempts",
                "8",
                "readTimeout",
                "PT45S",
                "json",
                "false",
                "dryRun",
                "false",
                "verbose",
                "false"));
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void everyOptionHasAnExampleOfItself(Command command) {
    for (OptionSpec spec : OptionSpec.of(command.options())) {
      assertThat(spec.description()).contains("Example: --" + spec.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void beamTakesTheInterfacesAsTheyAre(Command command) {
    assertThat(PipelineOptionsFactory.as(command.options())).isNotNull();
  }
}
