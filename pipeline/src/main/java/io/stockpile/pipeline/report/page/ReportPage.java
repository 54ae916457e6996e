package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.page.picture.Markup;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/**
 * Writes the page: first the findings, then what can still be obtained, then each series, ids,
 * rejected lines and tables. The page needs no other files, and its content security policy forbids
 * all requests.
 */
public final class ReportPage {
  private static final PageResource STYLE = PageResource.named("page.css");
  private static final PageResource SCRIPT = PageResource.named("page.js");

  private ReportPage() {}

  /** The page in UTF-8. */
  public static byte[] write(ArchiveReport report) {
    Markup page = new Markup();
    page.open("!doctype html").open("html", "lang", "en").open("head");
    page.open("meta", "charset", "utf-8");
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.open("meta", "name", "color-scheme", "content", "light dark");
    page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy());
    page.open("link", "rel", "icon", "href", "data:,");
    page.element("title", "Archive report: " + report.facts().root());
    page.own("style", STYLE.content()).close("head");
    page.open("body");
    page.element("a", "Skip to the findings", "class", "skip", "href", "#findings");
    header(page, report);
    page.open("main");
    FindingsSection.write(page, report);
    ObtainableSection.write(page, report);
    report.series().forEach(series -> SeriesSection.write(page, report, series));
    LinesSection.write(page, report);
    IdsSection.write(page, report);
    TablesSection.write(page, report);
    RulesSection.write(page);
    page.close("main");
    footer(page, report);
    page.open("div", "id", "tip", "role", "status", "hidden", "hidden").close("div");
    page.own("script", SCRIPT.content()).close("body").close("html");
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
        + STYLE.policySource()
        + "; script-src "
        + SCRIPT.policySource();
  }

  private static void header(Markup page, ArchiveReport report) {
    page.open("header").element("p", "Archive report", "class", "kicker");
    page.element("h1", report.facts().root());
    page.open("p", "class", "made").text("As of ");
    String asOf = report.facts().asOf().truncatedTo(ChronoUnit.MINUTES).toString();
    page.element("time", Texts.minute(report.facts().asOf()), "datetime", asOf);
    page.text(", by its manifests.").closeInline("p");
    Verdict.write(page, report);
    page.open("nav", "aria-label", "Parts of this page");
    page.element("a", "Findings", "href", "#findings");
    page.element("a", "Still to be had", "href", "#obtainable");
    for (ArchiveReport.Series series : report.series()) {
      String target = "#" + SeriesSection.anchor(report, series);
      page.element("a", series.facts().name(), "href", target);
    }
    page.element("a", "Lines", "href", "#lines");
    page.element("a", "Ids", "href", "#ids");
    page.element("a", "Tables", "href", "#tables");
    page.element("a", "Rules", "href", "#rules");
    page.close("nav").close("header");
  }

  private static void footer(Markup page, ArchiveReport report) {
    page.open("footer").open("p");
    page.text(
        "Written by stockpile "
            + report.facts().product()
            + " from the manifests alone; no data file was opened. Whether the files are what the"
            + " manifests say is what `stockpile verify` looks at. All times are UTC.");
    page.close("p").close("footer");
  }
}
