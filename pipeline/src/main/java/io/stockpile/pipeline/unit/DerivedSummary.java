package io.stockpile.pipeline.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts and sizes of what was built for one unit.
 *
 * @param reasons how many lines were rejected for each reason
 * @param rejectedPath the file of the rejected lines; empty when there are none
 * @param landedBytes size of the landed objects, compressed as they are stored
 * @param writtenBytes size of the files that were written
 * @param warnings what did not add up, for messages
 * @param erased how much was erased from its lines this time, by the kind of id and the part that
 *     was removed
 */
public record DerivedSummary(
    LineCounts counts,
    SortedMap<String, Long> reasons,
    String rejectedPath,
    long landedBytes,
    long writtenBytes,
    List<String> warnings,
    @JsonInclude(Include.NON_EMPTY) SortedMap<String, Long> erased) {

  /** Nothing was built. */
  public static final DerivedSummary NOTHING =
      new DerivedSummary(new LineCounts(0, 0, 0, 0, 0, 0), new TreeMap<>(), "", 0, 0, List.of());

  /** The summary of a unit from which nothing was erased. */
  public DerivedSummary(
      LineCounts counts,
      SortedMap<String, Long> reasons,
      String rejectedPath,
      long landedBytes,
      long writtenBytes,
      List<String> warnings) {
    this(counts, reasons, rejectedPath, landedBytes, writtenBytes, warnings, new TreeMap<>());
  }

  public DerivedSummary {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    warnings = List.copyOf(warnings);
    erased =
        Collections.unmodifiableSortedMap(erased == null ? new TreeMap<>() : new TreeMap<>(erased));
  }

  /** The summary by the manifest. */
  static DerivedSummary of(Manifest manifest, SortedMap<String, Long> erased) {
    ManifestContent.Derived derived =
        manifest.derived().orElseThrow(() -> new IllegalStateException(manifest.unit().name()));
    return new DerivedSummary(
        derived.counts(),
        derived.rejected().reasons(),
        derived.rejected().path(),
        derived.landed().stream().mapToLong(part -> part.bytes()).sum(),
        derived.derivedBytes(),
        derived.lengthUndeclared()
            ? derived.landed().stream().flatMap(DerivedSummary::lengthWarning).toList()
            : derived.replay().map(ReplayAccount::warnings).orElse(List.of()),
        erased);
  }

  private static Stream<String> lengthWarning(LandedFacts part) {
    return part.length() == LandedFile.Length.DECLARED
        ? Stream.empty()
        : Stream.of(
            "no answer said how long the file is, and two that were the same ended after "
                + part.bytes()
                + " bytes, at the end of a gzip member. If the server cut both there, lines are"
                + " missing: the next backfill of the day fetches it again, and import takes a copy"
                + " that is known to be whole.");
  }
}
