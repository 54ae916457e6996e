package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.page.picture.IdBand;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.text.HumanText;
import java.util.List;

/** The held and missing ids of a series that is counted by ids. */
final class IdRangesPart {
  private static final int ROWS = 400;

  private IdRangesPart() {}

  static void write(Markup page, ArchiveReport.Series series) {
    IdHistory ids = series.ids();
    if (ids.held().isEmpty()) {
      return;
    }
    String state = state(ids);
    page.element("h3", "Ids");
    page.element("p", state + ".", "class", "quiet");
    legend(page, ids);
    page.open("figure", "class", "card wide");
    IdBand.write(page, series.facts().name() + ", ids: " + state, ids);
    page.close("figure");
    if (IdBand.left(ids) > 0) {
      page.element(
          "p",
          "The picture has the newest ids; "
              + HumanText.count(IdBand.left(ids), "older range")
              + " and the holes below them are left out of it.",
          "class",
          "quiet");
    }
    table(page, ids);
  }

  private static String state(IdHistory ids) {
    long gone = ids.gaps().stream().filter(IdHistory.Gap::forGood).count();
    long open = ids.gaps().size() - gone;
    String held =
        ids.held().size() == 1
            ? "One range of ids is held"
            : HumanText.count(ids.held().size()) + " ranges of ids are held";
    if (ids.gaps().isEmpty()) {
      return held + ", without a hole";
    }
    return held
        + ", with "
        + (open == 0
            ? "no hole that can be closed"
            : HumanText.count(open, "hole") + " to be closed")
        + (gone == 0 ? "" : " and " + HumanText.count(gone) + " for good");
  }

  private static void legend(Markup page, IdHistory ids) {
    page.open("ul", "class", "legend");
    entry(page, IdBand.State.HELD, "every record is held");
    if (ids.gaps().stream().anyMatch(gap -> !gap.forGood())) {
      entry(page, IdBand.State.MISSING, "missing: the next run asks for it");
    }
    if (ids.gaps().stream().anyMatch(IdHistory.Gap::forGood)) {
      entry(page, IdBand.State.GONE, "missing for good: the source shows nothing that old");
    }
    page.close("ul");
  }

  private static void entry(Markup page, IdBand.State state, String meaning) {
    page.open("li");
    IdBand.key(page, state);
    page.text(meaning).close("li");
  }

  private static void table(Markup page, IdHistory ids) {
    page.open("details").element("summary", "These ids as a table");
    page.open("div", "class", "scroll").open("table", "class", "ids");
    page.head("State", "From id", "To id", "Ids", "Units", "First written", "Seen at");
    int rows = 0;
    for (int at = ids.held().size() - 1; at >= 0 && rows < ROWS; at--) {
      IdHistory.Range range = ids.held().get(at);
      page.row(
          "held",
          Long.toString(range.oldest()),
          Long.toString(range.newest()),
          HumanText.count(range.newest() - range.oldest() + 1),
          HumanText.count(range.units()),
          range.oldestAt().map(Texts::minute).orElse("–"),
          Texts.minute(range.seenAt()));
      rows++;
      List<IdHistory.Gap> below =
          ids.gaps().stream().filter(gap -> gap.below() == range.oldest()).toList();
      for (IdHistory.Gap gap : below) {
        boolean open = gap.above() == 0;
        page.row(
            gap.forGood() ? "missing for good" : "missing",
            open ? "–" : Long.toString(gap.above() + 1),
            Long.toString(gap.below() - 1),
            open ? "–" : HumanText.count(gap.ids()),
            "–",
            "–",
            "–");
        rows++;
      }
    }
    page.close("table").close("div");
    if (rows >= ROWS) {
      page.element("p", "Older ones are in `stockpile report --json`.", "class", "quiet");
    }
    page.close("details");
  }
}
