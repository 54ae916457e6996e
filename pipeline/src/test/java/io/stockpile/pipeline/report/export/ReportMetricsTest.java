package io.stockpile.pipeline.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportMetricsTest {
  private static final Pattern SAMPLE =
      Pattern.compile(
          "stockpile_[a-z_]+(\\{[a-z]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\""
              + "(,[a-z]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\")*})? [-0-9.E]+");
  private static final Pattern ABOUT = Pattern.compile("# (TYPE|HELP|UNIT) stockpile_\\S+ .+");

  private static List<String> lines(ArchiveReport report) {
    String text = new String(ReportMetrics.write(report), StandardCharsets.UTF_8);
    assertThat(text).endsWith("\n# EOF\n");
    return List.of(text.substring(0, text.length() - "# EOF\n".length()).split("\n"));
  }

  @Test
  void everyLineIsASampleOrSaysWhatASampleIs() {
    assertThat(lines(SampleReports.fifteenYears()))
        .allMatch(line -> SAMPLE.matcher(line).matches() || ABOUT.matcher(line).matches());
  }

  @Test
  void aNameIsEscapedWhateverItHolds() {
    assertThat(lines(SampleReports.hostile()))
        .allMatch(line -> SAMPLE.matcher(line).matches() || ABOUT.matcher(line).matches())
        .anyMatch(line -> line.contains("minutes/x\\\"><img src=x onerror=alert(1)>"));
  }

  @Test
  void everyGaugeHasAHelpAndAUnitWhereItHasOne() {
    List<String> lines = lines(SampleReports.fifteenYears());

    assertThat(lines)
        .filteredOn(line -> line.startsWith("# TYPE"))
        .allMatch(line -> line.endsWith(" gauge"));
    assertThat(lines).filteredOn(line -> line.startsWith("# HELP")).hasSize(14);
    assertThat(lines)
        .contains(
            "# UNIT stockpile_table_size_bytes bytes",
            "# UNIT stockpile_expiry_timestamp_seconds seconds",
            "# UNIT stockpile_recent_rejected_ratio ratio");
  }

  @Test
  void holesInTheIdsAreCounted() {
    assertThat(lines(SampleReports.looksWithHoles()))
        .contains(
            "stockpile_id_holes{series=\"looks/symbol/AAPL\",state=\"open\"} 0.0",
            "stockpile_id_holes{series=\"looks/symbol/TSLA\",state=\"open\"} 2.0",
            "stockpile_id_holes{series=\"looks/symbol/TSLA\",state=\"for_good\"} 1.0");
  }

  @Test
  void theFirstMinuteToBeForgottenIsThere() {
    // The gap of 25 June at 10:17, five days later.
    assertThat(lines(SampleReports.fifteenYears()))
        .contains(
            "stockpile_expiry_timestamp_seconds{series=\"minutes/powertrack/acme/prod\"}"
                + " 1.78281462E9");
  }
}
