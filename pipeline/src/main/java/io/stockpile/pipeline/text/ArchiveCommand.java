package io.stockpile.pipeline.text;

import io.stockpile.connectors.store.StoreLocation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Command lines on one archive, for people to type into a shell of the POSIX kind.
 *
 * @param archive where it lies and how it is reached
 */
public record ArchiveCommand(StoreLocation archive) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  /**
   * The line, every word of it quoted where a shell would make something else of it.
   *
   * @param command for example {@code backfill}
   * @param options for example {@code --date=2016-12-05}
   */
  public String line(String command, String... options) {
    List<String> words = new ArrayList<>(List.of(command, "--output=" + archive.root()));
    archive.endpoint().ifPresent(endpoint -> words.add("--s3Endpoint=" + endpoint));
    if (archive.s3PathStyle()) {
      words.add("--s3PathStyle");
    }
    if (archive.s3ChecksumsWhenRequired()) {
      words.add("--s3ChecksumsWhenRequired");
    }
    words.addAll(List.of(options));
    return "./stockpile "
        + words.stream().map(ArchiveCommand::quoted).collect(Collectors.joining(" "));
  }

  /**
   * The line of {@code derive} for all days that a span touches. Tables that are up to date stay.
   *
   * @param which the options that say which units, for example {@code --sources=replay}
   */
  public String deriveLine(Instant from, Instant to, String... which) {
    List<String> options = new ArrayList<>(List.of(which));
    options.add("--from=" + LocalDate.ofInstant(from, ZoneOffset.UTC));
    options.add("--to=" + LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC).plusDays(1));
    options.add("--onExisting=skip");
    return line("derive", options.toArray(new String[0]));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
