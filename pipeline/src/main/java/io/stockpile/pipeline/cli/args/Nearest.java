package io.stockpile.pipeline.cli.args;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what the user may have meant. */
public final class Nearest {
  private Nearest() {}

  /** The known word that takes the fewest changes; empty when none is near. */
  public static Optional<String> to(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, word.length() / 2);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    Comparator<String> byDistance =
        Comparator.comparingInt(
            candidate -> distance.apply(lower, candidate.toLowerCase(Locale.ROOT)));
    return known.stream()
        .min(byDistance.thenComparing(Comparator.naturalOrder()))
        .filter(best -> distance.apply(lower, best.toLowerCase(Locale.ROOT)) <= limit);
  }
}
