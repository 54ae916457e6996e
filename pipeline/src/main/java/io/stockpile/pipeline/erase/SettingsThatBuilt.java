package io.stockpile.pipeline.erase;

import io.stockpile.pipeline.derive.DerivedUnit;
import io.stockpile.pipeline.derive.RejectedLines;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.records.RejectReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds out by the rejected lines whether a unit was built with other settings than the present
 * ones. Erasing must not turn rows that it does not concern into rejected lines.
 */
public final class SettingsThatBuilt {
  private static final List<RejectReason> BY_SETTINGS =
      List.of(RejectReason.DATE_OUT_OF_RANGE, RejectReason.LINE_TOO_LONG);

  private SettingsThatBuilt() {}

  /**
   * The message to fail with when settings cause more rejected lines than the unit had.
   *
   * @param held the unit's manifest
   * @param derived what would replace it
   * @return empty when the settings make no difference
   */
  public static Optional<String> differ(Optional<Manifest> held, DerivedUnit derived) {
    SortedMap<String, Long> now =
        derived.rejected().map(RejectedLines::reasons).orElse(new TreeMap<>());
    return held.flatMap(Manifest::derived)
        .map(ManifestContent.Derived::rejected)
        .filter(before -> BY_SETTINGS.stream().anyMatch(why -> grows(before.reasons(), now, why)))
        .map(
            before ->
                ("it was built with other settings: its rejected lines are %s, and %s with those of"
                        + " now, so rows would go of which nothing is to be gone. Nothing of it was"
                        + " changed or erased: run it again with the --maxDateSkew and"
                        + " --maxLineBytes that it was built with, or greater ones")
                    .formatted(before.reasons(), now));
  }

  private static boolean grows(Map<String, Long> before, Map<String, Long> now, RejectReason why) {
    return now.getOrDefault(why.label(), 0L) > before.getOrDefault(why.label(), 0L);
  }
}
