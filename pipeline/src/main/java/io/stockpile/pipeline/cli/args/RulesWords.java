package io.stockpile.pipeline.cli.args;

import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.replay.RulesAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words after {@code rules}: what to do, and with which file.
 *
 * @param file there exactly when the action takes one
 */
public record RulesWords(RulesAction action, Optional<String> file) {
  public static final String FORM = "list | add FILE | delete FILE | sync FILE";

  /**
   * Reads them.
   *
   * @throws UsageException when there is no such action, or a file is missing or too much
   */
  public static RulesWords parse(List<String> words) throws UsageException {
    if (words.isEmpty()) {
      throw new UsageException("`rules` needs to be told what to do: " + FORM + ".");
    }
    RulesAction action = action(words.get(0));
    List<String> files = words.subList(1, words.size());
    if (files.size() != (action.takesFile() ? 1 : 0)) {
      throw new UsageException(
          "`rules "
              + words.get(0)
              + "` takes "
              + (action.takesFile()
                  ? "one file of rules, or - for the standard input"
                  : "no further words")
              + (files.isEmpty() ? "" : ", but was given '" + String.join("' and '", files) + "'")
              + ".");
    }
    return new RulesWords(action, files.stream().findFirst());
  }

  private static RulesAction action(String word) throws UsageException {
    for (RulesAction action : RulesAction.values()) {
      if (word(action).equals(word)) {
        return action;
      }
    }
    List<String> known = Arrays.stream(RulesAction.values()).map(RulesWords::word).toList();
    throw new UsageException(
        "'"
            + word
            + "' is nothing that `rules` does."
            + Nearest.to(word, known).map(near -> " Did you mean `rules " + near + "`?").orElse("")
            + " It does: "
            + FORM
            + ".");
  }

  private static String word(RulesAction action) {
    return action.name().toLowerCase(Locale.ROOT);
  }
}
