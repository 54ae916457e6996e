package io.stockpile.connectors.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;

/** Says what is wrong with a text that should have been JSON. */
public final class BrokenJson {
  /** What the parser says about where the text came from, which it does not know. */
  private static final Pattern SOURCE =
      Pattern.compile("\\s*\\((?:start marker )?at \\[Source:.*?]\\)|\\s*at \\[Source:.*?]");

  private BrokenJson() {}

  /** The place, where it is known, and the problem; in one line and without the text itself. */
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
