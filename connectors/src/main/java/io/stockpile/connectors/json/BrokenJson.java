package io.stockpile.connectors.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** Says what is wrong with a text that should have been JSON. */
public final class BrokenJson {
  /** The parser's remark about the source of the text, which is of no use here. */
  private static final Pattern SOURCE =
      Pattern.compile("\\s*\\((?:start marker )?at \\[Source:.*?]\\)|\\s*at \\[Source:.*?]");

  private BrokenJson() {}

  /** The problem and, if it is known, its place; in one line and without the text itself. */
  public static String problem(JsonProcessingException e) {
    String message = SOURCE.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("").strip();
    if (e.getLocation() == null || e.getLocation().getLineNr() < 1) {
      return message;
    }
    return "line "
        + e.getLocation().getLineNr()
        + ", column "
        + e.getLocation().getColumnNr()
        + ": "
        + message;
  }
}
