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
 * Tells from a unit's rejected lines that it was built with other settings than those of now.
 * Erasing must not move rows of which nothing is to be gone among the rejected lines.
 */
public final class SettingsThatBuilt {
  private static final List<RejectReason> BY_SETTINGS =
      List.of(RejectReason.DATE_OUT_OF_RANGE, RejectReason.LINE_TOO_LONG);

  private SettingsThatBuilt() {}

  /**
   * What is to be told when more lines are rejected for the sake of a setting than were.
   *
   * @param held the manifest of the unit as it is
   * @param derived what would take its place
   * @return empty when no setting says otherwise
   */
  public static Optional<String> differ(Optional<Manifest> held, DerivedUnit derived) {
    SortedMap<String, Long> now =
        derived.rejected().map(RejectedLines::reasons).orElse(new TreeMap<>());
    return held.flatMap(Manifest::derived)
        .map(ManifestContent.Derived::rejected)
        .filter(before -> BY_SETTINGS.stream().anyMatch(why -> grows(before.reasons(), now, why)))
        .map(
            before ->
                ("it was built with other settings: %d lines of it are rejected %s, and %s would"
                        + " be, so rows would go of which nothing is to be gone. Nothing of it was"
                        + " changed or erased: run it again with the --maxDateSkew and"
                        + " --maxLineBytes that it was built with, or greater ones")
                    .formatted(before.rows(), before.reasons(), now));
  }

  private static boolean grows(Map<String, Long> before, Map<String, Long> now, RejectReason why) {
    return now.getOrDefault(why.label(), 0L) > before.getOrDefault(why.label(), 0L);
  }
}
