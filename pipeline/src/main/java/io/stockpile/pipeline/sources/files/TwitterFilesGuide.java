package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.files.TwitterFileUnit;
import io.stockpile.pipeline.text.ArchiveCommand;
import io.stockpile.pipeline.unit.SeriesGuide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The guide for a series of files that the user has. No service has them, so only the user can find
 * what is missing.
 *
 * @param series for example {@code twitter-files/tweet/default}
 * @param command how commands name the archive
 */
record TwitterFilesGuide(String series, ArchiveCommand command) implements SeriesGuide {

  @Override
  public Optional<Obtainable> obtainable(Instant from, Instant to, Instant now) {
    return Optional.empty();
  }

  @Override
  public String fetch(Instant from, Instant to) {
    return command.line("import", options(from, to).toArray(new String[0]));
  }

  @Override
  public String replace(Instant from, Instant to) {
    List<String> options = options(from, to);
    options.add("--onExisting=replace");
    return command.line("import", options.toArray(new String[0]));
  }

  private List<String> options(Instant from, Instant to) {
    String[] words = series.split("/", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("No series of mine: " + series);
    }
    List<String> options = new ArrayList<>(List.of("--files=FILE", "--fileType=" + words[1]));
    if (!words[2].equals(TwitterFileUnit.DEFAULT_LABEL)) {
      options.add("--fileLabel=" + words[2]);
    }
    options.add("--from=" + Minutes.text(from));
    options.add("--to=" + Minutes.text(to));
    return options;
  }

  @Override
  public String derive(Instant from, Instant to) {
    return command.deriveLine(from, to, "--sources=" + TwitterFileUnit.SOURCE);
  }
}
