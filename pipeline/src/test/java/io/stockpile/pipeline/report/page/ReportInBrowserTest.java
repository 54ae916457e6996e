package io.stockpile.pipeline.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Opens the page in a real browser. Pictures of it are left in {@code target/report-pictures} for
 * people to look at.
 */
class ReportInBrowserTest {
  private static final Path PICTURES = Path.of("target", "report-pictures");
  private static final int HIGHEST = 6000;
  private static final int ARROW_LEFT = 37;
  private static final int ESCAPE = 27;

  @TempDir private static Path directory;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> program = Browser.program();
    assumeThat(program).as("a Chromium, for how the report looks in a browser").isPresent();
    browser = Browser.start(program.orElseThrow(), directory);
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(ArchiveReport report) throws IOException {
    Path page = directory.resolve("report.html");
    return Files.write(page, ReportPage.write(report));
  }

  @ParameterizedTest
  @CsvSource({
    "1200, screen, light",
    "1200, screen, dark",
    "360, screen, light",
    "360, screen, dark",
    "720, print, light"
  })
  void fifteenYearsFitAnyWidthWithoutAWordOnTheConsole(int width, String medium, String scheme)
      throws IOException, InterruptedException {
    browser.size(width, 800, width == 360);
    browser.medium(medium, scheme);
    Path page = page(SampleReports.fifteenYears());

    browser.open(page);
    Files.write(
        PICTURES.resolve("years-" + width + "-" + medium + "-" + scheme + ".png"),
        browser.picture(HIGHEST));

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.evaluate("document.scrollingElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
  }

  @Test
  void aMonthWithThreeBadDays() throws IOException, InterruptedException {
    browser.size(360, 800, true);
    browser.medium("screen", "light");
    browser.open(page(SampleReports.aMonthWithThreeBadDays()));
    Files.write(PICTURES.resolve("month-360.png"), browser.picture(HIGHEST));

    assertThat(browser.complaints()).isEmpty();
    String first = browser.evaluate("document.querySelector('.findings').innerText").asText();
    assertThat(first).contains("2016-12-07", "2016-12-14", "2016-12-20");
  }

  @ParameterizedTest
  @CsvSource({"1200, light", "1200, dark", "360, light", "360, dark"})
  void idsAndTheirHolesFitAnyWidth(int width, String scheme)
      throws IOException, InterruptedException {
    browser.size(width, 800, width == 360);
    browser.medium("screen", scheme);
    browser.open(page(SampleReports.looksWithHoles()));
    Files.write(PICTURES.resolve("ids-" + width + "-" + scheme + ".png"), browser.picture(HIGHEST));

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.evaluate("document.querySelectorAll('svg.band').length").asInt())
        .isEqualTo(3);
    assertThat(browser.evaluate("document.scrollingElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
  }

  @Test
  void aNameFullOfMarkupIsTextAndNothingOfItRuns() throws IOException, InterruptedException {
    browser.size(1200, 800, false);
    Path page = page(SampleReports.hostile());
    browser.open(page);

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.evaluate("document.querySelectorAll('img').length").asInt()).isZero();
    assertThat(browser.evaluate("document.scripts.length").asInt()).isEqualTo(1);
    assertThat(browser.evaluate("document.querySelector('section.series h2').textContent").asText())
        .contains("<img src=x onerror=alert(1)><script>alert('2')</script>&amp;");
    assertThat(browser.evaluate("document.title").asText())
        .endsWith("/data/</title><script>alert(3)</script>");
  }

  @Test
  void theMouseAndTheKeyboardReachEveryDayOfAPicture() throws IOException, InterruptedException {
    browser.size(1200, 800, false);
    browser.medium("screen", "light");
    browser.open(page(SampleReports.aMonthWithThreeBadDays()));
    browser.evaluate("document.querySelector('svg.weeks').scrollIntoView({block: 'center'})");
    double x = browser.evaluate(cell("2016-12-14", "left")).asDouble();
    double y = browser.evaluate(cell("2016-12-14", "top")).asDouble();

    browser.point(x, y);
    assertThat(tip()).startsWith("2016-12-14, complete\nRows: 105");

    browser.press("Escape", ESCAPE);
    browser.point(1, 1);
    assertThat(browser.evaluate("document.getElementById('tip').hidden").asBoolean()).isTrue();
    browser.evaluate("document.querySelector('svg.weeks').focus({focusVisible: true})");
    browser.press("End", 35);
    assertThat(tip()).startsWith("2016-12-31, complete");
    browser.press("ArrowLeft", ARROW_LEFT);
    browser.press("ArrowUp", 38);
    assertThat(tip()).startsWith("2016-12-23, complete");
    browser.press("Home", 36);
    assertThat(tip()).startsWith("2016-12-01, complete");
    Files.write(PICTURES.resolve("tip.png"), browser.picture(HIGHEST));
  }

  private static String tip() throws IOException, InterruptedException {
    return browser.evaluate("document.getElementById('tip').textContent").asText();
  }

  /** An expression for the position of a day's cell on the screen. */
  private static String cell(String day, String edge) {
    return """
    (() => {
      const picture = document.querySelector('svg.weeks');
      const box = picture.getBoundingClientRect();
      const days = (Date.parse('%s') - Date.parse(picture.dataset.origin)) / 86400000;
      const scale = box.width / picture.viewBox.baseVal.width;
      const at = '%s' === 'left' ? 26 + 13 * Math.floor(days / 7) + 6 : 17 + 13 * (days %% 7) + 6;
      return box['%s'] + at * scale;
    })()
    """
        .formatted(day, edge, edge);
  }

  @Test
  void everyPictureHasANameAndEveryTableHeads() throws IOException, InterruptedException {
    browser.size(1200, 800, false);
    browser.open(page(SampleReports.fifteenYears()));

    String unnamed = "svg:not([aria-hidden]):not([aria-label])";
    assertThat(browser.evaluate("document.querySelectorAll('" + unnamed + "').length").asInt())
        .isZero();
    String headless =
        "[...document.querySelectorAll('table')].filter(t => !t.querySelector('thead"
            + " th[scope=col]') || !t.querySelector('tbody th[scope=row]')).length";
    assertThat(browser.evaluate(headless).asInt()).isZero();
    assertThat(browser.evaluate("document.documentElement.lang").asText()).isEqualTo("en");
  }
}
