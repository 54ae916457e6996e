package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.Rule;
import io.stockpile.pipeline.report.page.picture.Markup;

/** The rules and their thresholds. */
final class RulesSection {
  private RulesSection() {}

  static void write(Markup page) {
    page.open("section", "id", "rules").element("h2", "By which rules");
    page.open("dl", "class", "rules");
    for (Rule rule : Rule.values()) {
      page.open("dt").text(rule.title() + " ").element("code", rule.word()).close("dt");
      page.element("dd", rule.explanation());
    }
    page.close("dl").close("section");
  }
}
