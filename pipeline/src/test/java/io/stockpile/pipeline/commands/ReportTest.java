package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import io.stockpile.simulated.data.SimulatedDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reports about a month of which two days are absent and one has a twentieth of the usual lines.
 */
class ReportTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 11, 1);
  private static final List<LocalDate> ABSENT =
      List.of(LocalDate.of(2016, 11, 9), LocalDate.of(2016, 11, 22));
  private static final LocalDate THIN = LocalDate.of(2016, 11, 16);
  private static final LocalDate REJECTING = LocalDate.of(2016, 11, 4);

  @TempDir private static Path directory;
  private static Archive archive;

  @BeforeAll
  static void backfillTheMonth() throws IOException {
    archive = new Archive(directory.resolve("it's an archive"));
    SimulatedData data = new SimulatedData(11);
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      for (LocalDate day = FIRST; day.isBefore(FIRST.plusMonths(1)); day = day.plusDays(1)) {
        if (ABSENT.contains(day)) {
          continue;
        }
        SimulatedDay lines = data.messages(day, day.equals(THIN) ? 10 : 200);
        if (day.equals(REJECTING)) {
          lines = lines.with(data.malformedLine(day)).with(data.malformedLine(day));
          lines = lines.with(data.malformedLine(day));
        }
        firestream.put("message", day, lines.gzip());
      }
      Archive.Ending ending =
          archive.backfill(
              firestream, "--from=2016-11-01", "--to=2016-12-01", "--fileTypes=message");
      assertThat(ending.code()).isEqualTo(3);
    }
  }

  private static Path file(String name) {
    return directory.resolve(name);
  }

  private static JsonNode json(String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("--json", "--to=none"));
    words.addAll(List.of(options));
    Archive.Ending ending = archive.run("report", words.toArray(new String[0]));
    assertThat(ending.err()).isEmpty();
    return new ObjectMapper().readTree(ending.out());
  }

  @Test
  void whatIsMissingAndWhatIsWrongIsNamedFirst() throws IOException {
    JsonNode findings = json().get("findings");

    assertThat(findings.findValuesAsText("rule").subList(0, 3))
        .containsExactly("day_absent", "day_absent", "volume_low");
    assertThat(findings.findValuesAsText("severity").subList(0, 3)).containsOnly("act");
    assertThat(findings.findValuesAsText("from").subList(0, 3))
        .containsExactly("2016-11-22T00:00:00Z", "2016-11-09T00:00:00Z", "2016-11-16T00:00:00Z");
    assertThat(findings.at("/2/message").asText()).contains("has 10 lines", "to expect 200");
    assertThat(findings.at("/2/values/lines").asLong()).isEqualTo(10);
    assertThat(findings.at("/2/values/expected").asDouble()).isEqualTo(200);
    assertThat(findings.at("/0/command").asText())
        .isEqualTo(
            "./stockpile backfill '--output="
                + archive.root().toString().replace("'", "'\\''")
                + "' --fileTypes=message --from=2016-11-22 --to=2016-11-23");
    assertThat(findings.at("/2/command").asText())
        .endsWith("--from=2016-11-16 --to=2016-11-17 --onExisting=replace");
  }

  @Test
  void thePageNamesThemAndTheExampleOfARejectedLine() throws IOException {
    Path page = file("page.html");

    Archive.Ending ending = archive.run("report", "--to=" + page);

    assertThat(ending.code()).isZero();
    assertThat(ending.out())
        .contains("4 findings to act on, 1 to look at", "The page: " + page.toAbsolutePath());
    String html = Files.readString(page);
    int table = html.indexOf("Still to be had</h2>");
    assertThat(html.substring(0, table)).contains("2016-11-09", "2016-11-16", "2016-11-22");
    assertThat(html).contains("malformed_json<td>3<td>1<td>firestream-message-2016-11-04<td>line ");
    assertThat(html).doesNotContain("src=", "href=\"http");
  }

  @Test
  void onlyManifestsAreRead(@TempDir Path copied) throws IOException {
    JsonNode before = json();
    Archive copy = new Archive(copied.resolve("archive"));
    for (String file : archive.files()) {
      if (file.startsWith("_manifests/")) {
        Path to = copy.root().resolve(file);
        Files.createDirectories(to.getParent());
        Files.write(to, archive.read(file));
      }
    }

    Archive.Ending ending = copy.run("report", "--json", "--to=none");

    JsonNode after = new ObjectMapper().readTree(ending.out());
    assertThat(after.get("series")).isEqualTo(before.get("series"));
    assertThat(after.get("tables")).isEqualTo(before.get("tables"));
    assertThat(after.get("findings").findValuesAsText("message"))
        .isEqualTo(before.get("findings").findValuesAsText("message"));
  }

  @Test
  void findingsAreToldByTheExitCodeWhenAsked(@TempDir Path empty) {
    assertThat(archive.run("report", "--to=none").code()).isZero();
    assertThat(archive.run("report", "--to=none", "--failOnFindings").code()).isEqualTo(3);

    Archive nothing = new Archive(empty.resolve("nothing"));
    Archive.Ending ending = nothing.run("report", "--to=" + file("empty.html"), "--failOnFindings");
    assertThat(ending.code()).isZero();
    assertThat(file("empty.html")).content().contains("The archive holds nothing yet.");
  }

  @Test
  void metricsAreWrittenInTheSameRun() {
    Path metrics = file("stockpile.prom");

    archive.run("report", "--to=none", "--metrics=" + metrics);

    assertThat(metrics)
        .content()
        .contains("stockpile_dates{series=\"firestream/message\",state=\"complete\"} 28.0\n")
        .contains("stockpile_dates{series=\"firestream/message\",state=\"absent\"} 2.0\n")
        .contains("stockpile_recent_findings{rule=\"volume_low\"} 1.0\n")
        .contains("stockpile_rejected_lines{reason=\"malformed_json\",")
        .endsWith("# EOF\n");
  }

  @Test
  void aFileIsReplacedInOneStepAndNothingElseIsLeft() throws IOException {
    Path alone = Files.createDirectory(file("alone"));
    Path page = Files.writeString(alone.resolve("report.html"), "of yesterday");

    archive.run("report", "--to=" + page);

    assertThat(page).content(StandardCharsets.UTF_8).startsWith("<!doctype html>");
    try (Stream<Path> files = Files.list(alone)) {
      assertThat(files).containsExactly(page);
    }
  }

  @Test
  void aLinkIsFollowedAndWhatIsNoFileIsLeftAlone() throws IOException {
    Path target = Files.writeString(file("target.html"), "of yesterday");
    Path link = Files.createSymbolicLink(file("link.html"), target);

    assertThat(archive.run("report", "--to=" + link).code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(target).content().startsWith("<!doctype html>");

    Archive.Ending device = archive.run("report", "--to=/dev/null");
    assertThat(device.code()).isEqualTo(1);
    assertThat(device.err()).contains("/dev/null cannot be written: it is no regular file");
  }

  @Test
  void whereNothingCanBeWrittenIsSaid() {
    Archive.Ending noDirectory = archive.run("report", "--to=" + file("no/such/report.html"));
    assertThat(noDirectory.code()).isEqualTo(1);
    assertThat(noDirectory.err()).contains("there is no directory", "make it first");

    Archive.Ending aDirectory = archive.run("report", "--to=" + directory);
    assertThat(aDirectory.code()).isEqualTo(1);
    assertThat(aDirectory.err()).contains("it is no regular file");

    Archive.Ending aUri = archive.run("report", "--to=s3://bucket/report.html");
    assertThat(aUri.code()).isEqualTo(2);
    assertThat(aUri.err()).contains("Option --to is 's3://bucket/report.html'");
  }

  @Test
  void theArchiveIsAsItWas() throws IOException {
    List<String> before = archive.files();
    String status = archive.run("status", "--json").out();

    archive.run("report", "--to=" + file("again.html"));

    assertThat(archive.files()).isEqualTo(before);
    assertThat(archive.run("status", "--json").out()).isEqualTo(status);
    try (Stream<Path> beside = Files.list(directory)) {
      assertThat(beside.sorted(Comparator.naturalOrder()))
          .noneMatch(path -> path.toString().endsWith(".part"));
    }
  }
}
