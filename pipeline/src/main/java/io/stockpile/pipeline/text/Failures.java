package io.stockpile.pipeline.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stockpile.connectors.json.BrokenJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what went wrong. */
public final class Failures {
  private static final int DEEPEST = 8;

  private Failures() {}

  /** The messages of a failure and its causes, from the outermost in, each said once. */
  public static String inOneLine(Throwable failure) {
    List<String> parts = new ArrayList<>();
    String said = "";
    Throwable current = failure;
    for (int depth = 0; current != null && depth < DEEPEST; depth++) {
      String text = text(current);
      if (!said.contains(text)) {
        parts.add(text);
        said = said + text;
      }
      current = current.getCause() == current ? null : current.getCause();
    }
    return String.join(": ", parts).replaceAll("\\s*\\R\\s*", " ");
  }

  private static String text(Throwable failure) {
    if (failure instanceof JsonProcessingException broken) {
      return BrokenJson.problem(broken);
    }
    String message = failure.getMessage();
    String type = failure.getClass().getSimpleName();
    if (message == null || message.isBlank()) {
      return type;
    }
    Throwable cause = failure.getCause();
    boolean wrapper = cause != null && message.equals(cause.toString());
    if (wrapper) {
      return text(cause);
    }
    boolean ours = failure.getClass().getName().startsWith("io.stockpile.");
    return ours || failure.getClass() == IOException.class ? message : type + ": " + message;
  }
}
