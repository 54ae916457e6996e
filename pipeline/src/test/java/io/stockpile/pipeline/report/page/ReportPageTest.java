package io.stockpile.pipeline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.FictionalArchive;
import io.stockpile.pipeline.report.SampleReports;
import io.stockpile.pipeline.report.page.picture.Markup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportPageTest {

  private static String page(ArchiveReport report) {
    return new String(ReportPage.write(report), StandardCharsets.UTF_8);
  }

  @Test
  void fifteenYearsOfTwoTypesAreLessThanTwoMegabytes() {
    assertThat(ReportPage.write(SampleReports.fifteenYears()).length).isBetween(500_000, 2_000_000);
  }

  @Test
  void noAddressOutsideTheFileIsInIt() {
    assertThat(page(SampleReports.fifteenYears()))
        .doesNotContain("http:", "https:", "//cdn", "@import", "url(")
        .contains("default-src &#39;none&#39;");
  }

  @Test
  void everyDayOfAPictureIsInATable() {
    String page = page(SampleReports.fifteenYears());

    for (String day : List.of("2011-07-01", "2013-04-08", "2026-06-09", "2026-06-29")) {
      assertThat(page).contains("<th scope=row>" + day + "<td>");
    }
    assertThat(page).contains("<th scope=row>2026-06-17<td>complete<td>3,300<td>0<td>0<td>");
  }

  @Test
  void idsThatAreHeldAndMissingAreAPictureAndATable() {
    String page = page(SampleReports.looksWithHoles());

    assertThat(page)
        .contains(
            "aria-label=\"looks/symbol/TSLA, ids: 3 ranges of ids are held, with 2 holes to be"
                + " closed and 1 for good\"",
            "<th scope=row>missing for good<td>400000001<td>429999999<td>29,999,999<td>",
            "<th scope=row>held<td>430000000<td>600000000<td>170,000,001<td>3<td>",
            "<th scope=row>missing<td>–<td>99999999<td>–<td>",
            "class=\"gone\"",
            "class=\"gap\"")
        .contains("476 older ranges");
    assertThat(page.length()).isLessThan(200_000);
  }

  @Test
  void looksAtAServiceAreNoDaysThatCouldBeComplete() {
    assertThat(page(SampleReports.looksWithHoles())).doesNotContain("Days complete");
  }

  @Test
  void aNameCannotBecomeMarkup() {
    String page = page(SampleReports.hostile());

    assertThat(page).doesNotContain("<img", "alert(3)</script", "\u202E");
    assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(page.split("<script>", -1)).hasSize(2);
  }

  @Test
  void digitsAreTheSameWhateverTheMachinesLocale() {
    Locale before = Locale.getDefault();
    ArchiveReport report = SampleReports.fifteenYears();
    String page = page(report);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(page(SampleReports.fifteenYears())).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void yearsOfWhichNothingIsKnownAreOneLine() {
    FictionalArchive archive = new FictionalArchive(Instant.parse("2106-02-01T00:00:00Z"));
    FictionalArchive.Days days = archive.days("files/message", "stocktwits/messages");
    LocalDate first = LocalDate.of(2016, 1, 1);
    days.complete(first, 5);
    for (LocalDate day = first.plusDays(1); day.getYear() < 2106; day = day.plusDays(1)) {
      days.in(day, InventoryEntry.State.MISSING);
    }
    days.complete(LocalDate.of(2106, 1, 1), 5);

    String page = page(ArchiveReport.of(days.end().facts()));

    assertThat(page).contains("2017 to 2105", "Nothing is known of these years.");
    assertThat(page.length()).isLessThan(100_000);
  }

  @Test
  void everyCharacterThatMatters() {
    Markup page = new Markup().open("a", "title", "\"'<>&\u0000").text("<&>\"'\u001B[31m");

    assertThat(page)
        .hasToString(
            "<a title=\"&quot;&#39;&lt;&gt;&amp;\uFFFD\">&lt;&amp;&gt;&quot;&#39;\uFFFD[31m");
  }
}
