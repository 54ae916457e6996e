package io.stockpile.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the tasks of the DAGs with a launcher that does what the test says; in Airflow if it is
 * installed.
 */
class AirflowTest {
  private static final String DAGS = "airflow/stockpile_dags.py";
  private static final String HARNESS = "src/test/python/poke.py";
  private static final Optional<Tool> PYTHON = Tool.find("python3");

  @TempDir Path scratch;
  private Path arguments;

  @BeforeEach
  void python() {
    assumeTrue(PYTHON.isPresent(), "python3 is not on this machine");
    arguments = scratch.resolve("arguments");
  }

  /** A time as Airflow writes it, with the offset of UTC. */
  private static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME
        .format(instant.atOffset(ZoneOffset.UTC).withNano(0))
        .replace("Z", "+00:00");
  }

  private JsonObject poke(String dag, Instant begin, Instant end, int exitCode)
      throws IOException, InterruptedException {
    Path launcher = scratch.resolve("launcher");
    Files.writeString(
        launcher, "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + arguments + "'\nexit " + exitCode + "\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new HashMap<>();
    environment.put("STOCKPILE_COMMAND", launcher.toString());
    environment.put("STOCKPILE_OUTPUT", "s3://bucket/archive");
    environment.put("STOCKPILE_REPLAY_START", "2016-12-01");
    environment.put("STOCKPILE_COLLECT_STREAMS", "symbol/AAPL,trending");
    environment.put("AIRFLOW_HOME", scratch.resolve("airflow").toString());
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    Tool.Ended ended =
        PYTHON
            .orElseThrow()
            .run(scratch, environment, List.of(HARNESS, DAGS, dag, time(begin), time(end)));
    assertThat(ended.code()).as(ended.text()).isZero();
    List<String> lines = ended.text().lines().toList();
    return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
  }

  private JsonObject pokeYesterday(int exitCode) throws IOException, InterruptedException {
    Instant today = LocalDate.now(ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();
    return poke("stockpile_firestream", today.minus(Duration.ofDays(1)), today, exitCode);
  }

  @ParameterizedTest
  @CsvSource({
    "0, True",
    "3, False",
    "1, AirflowException",
    "2, AirflowFailException",
    "4, AirflowFailException",
    "137, AirflowException"
  })
  void everyExitCodeHasItsOwnEnding(int exitCode, String ending) throws Exception {
    assertThat(pokeYesterday(exitCode).get("ending").getAsString()).isEqualTo(ending);
  }

  @Test
  void aDayThatWasNeverThereDoesNotHoldUpTheHistory() throws Exception {
    Instant day = Instant.parse("2016-12-09T00:00:00Z");

    JsonObject poked = poke("stockpile_firestream", day, day.plus(Duration.ofDays(1)), 3);

    assertThat(poked.get("ending").getAsString()).isEqualTo("AirflowSkipException");
  }

  @Test
  void theHistoryIsRunDayByDayAndWaitingHoldsNoWorker() throws Exception {
    JsonObject poked = pokeYesterday(0);

    assertThat(poked.get("timetable").getAsJsonArray().toString())
        .isEqualTo("[\"CronDataIntervalTimetable\",\"0 0 * * *\"]");
    assertThat(poked.get("catchup").getAsBoolean()).isTrue();
    assertThat(poked.get("max_active_runs").getAsInt()).isEqualTo(4);
    assertThat(poked.get("start").getAsString()).isEqualTo("2009-07-01T00:00:00+00:00");
    assertThat(poked.get("mode").getAsString()).isEqualTo("reschedule");
    assertThat(poked.get("poke_interval").getAsDouble()).isEqualTo(3600);
    assertThat(poked.get("retries").getAsInt()).isEqualTo(3);
  }

  @Test
  void theDataIntervalIsTheDayThatIsBrought(@TempDir Path directory) throws Exception {
    Instant day = Instant.parse("2016-12-09T00:00:00Z");
    poke("stockpile_firestream", day, day.plus(Duration.ofDays(1)), 0);
    List<String> words = Files.readAllLines(arguments);
    assertThat(words).contains("--from=2016-12-09", "--to=2016-12-10");

    try (Nightly nightly = new Nightly(directory)) {
      nightly.offer(Nightly.YESTERDAY.minusDays(1), Nightly.YESTERDAY);
      Nightly.Ended ended = nightly.run(words);

      assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
      assertThat(nightly.manifests())
          .containsExactlyElementsOf(Nightly.manifestsOf(Nightly.YESTERDAY, Nightly.YESTERDAY));
    }
  }

  @Test
  void twoHoursOfReplayAreAskedForAgainUntilTheyAreThere(@TempDir Path directory) throws Exception {
    Instant end = clock(Duration.ofHours(2));
    assertThat(poke("stockpile_replay", end.minus(Duration.ofHours(2)), end, 3).get("ending"))
        .hasToString("\"False\"");
    Instant lost = clock(Duration.ofDays(6));
    assertThat(poke("stockpile_replay", lost.minus(Duration.ofHours(2)), lost, 3).get("ending"))
        .hasToString("\"AirflowFailException\"");

    Instant noon = Instant.parse("2016-12-09T12:00:00Z");
    JsonObject poked = poke("stockpile_replay", noon, noon.plus(Duration.ofHours(2)), 0);
    List<String> words = Files.readAllLines(arguments);

    assertThat(poked.get("timetable").getAsJsonArray().get(1)).hasToString("\"0 */2 * * *\"");
    assertThat(words).contains("--from=2016-12-09T12:00Z", "--to=2016-12-09T14:00Z");
    Instant early = Instant.parse("2016-12-09T14:10:00Z");
    try (HourlyReplay hourly = new HourlyReplay(directory.resolve("early"), early)) {
      assertThat(hourly.run(words).code()).as("the last minutes are not there yet").isEqualTo(3);
    }
    Instant later = Instant.parse("2016-12-09T14:40:00Z");
    try (HourlyReplay hourly = new HourlyReplay(directory.resolve("later"), later)) {
      Nightly.Ended ended = hourly.run(words);
      assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
      assertThat(hourly.asked()).isEqualTo(Duration.ofHours(2));
    }
  }

  @Test
  void everyHourOfTheStreamsGoesOnFromTheOneBefore(@TempDir Path directory) throws Exception {
    Instant end = clock(Duration.ofMinutes(0));
    Instant begin = end.minus(Duration.ofHours(1));
    assertThat(poke("stockpile_collect", begin, end, 3).get("ending"))
        .hasToString("\"AirflowSkipException\"");

    JsonObject poked = poke("stockpile_collect", begin, end, 0);
    List<String> words = Files.readAllLines(arguments);

    assertThat(poked.get("timetable").getAsJsonArray().get(1)).hasToString("\"7 * * * *\"");
    assertThat(poked.get("catchup").getAsBoolean()).isFalse();
    assertThat(poked.get("max_active_runs").getAsInt()).isEqualTo(1);
    assertThat(words).contains("--streams=symbol/AAPL,trending");
    assertThat(words).noneMatch(word -> word.startsWith("--from") || word.startsWith("--to"));
    try (HourlyCollect hourly = new HourlyCollect(directory)) {
      assertThat(hourly.run(words).code()).isZero();
      hourly.anHourLater(40);
      assertThat(hourly.run(words).code()).isZero();
    }
  }

  /** The beginning of an hour in the past, by the machine's own clock, which the DAG reads. */
  private static Instant clock(Duration ago) {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).minus(ago);
  }
}
