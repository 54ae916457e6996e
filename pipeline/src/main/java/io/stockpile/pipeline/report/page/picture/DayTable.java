package io.stockpile.pipeline.report.page.picture;

import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.text.HumanText;
import java.util.List;

/** A table of all days of a picture with their numbers. */
final class DayTable {
  private DayTable() {}

  static void write(Markup page, int year, List<DayFacts> days) {
    boolean erased = days.stream().anyMatch(day -> day.erased() > 0);
    page.open("details", "class", "days");
    page.element("summary", "The days of " + year + " as a table");
    page.open("div", "class", "scroll").open("table");
    if (erased) {
      page.head("Day", "State", "Rows", "Rejected", "Duplicates", "Erased", "Size");
    } else {
      page.head("Day", "State", "Rows", "Rejected", "Duplicates", "Size");
    }
    for (DayFacts day : days) {
      String date = day.day().toString();
      String state = day.state().word();
      String rows = HumanText.count(day.rows());
      String rejected = HumanText.count(day.rejected());
      String duplicates = HumanText.count(day.duplicates());
      String bytes = HumanText.bytes(day.bytes());
      if (erased) {
        page.row(date, state, rows, rejected, duplicates, HumanText.count(day.erased()), bytes);
      } else {
        page.row(date, state, rows, rejected, duplicates, bytes);
      }
    }
    page.close("table").close("div").close("details");
  }
}
