package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.Generation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file of a manifest, version 1. Each component is a member; {@code RecordFile} says how it is
 * written and read. A section that only some units have is an optional component.
 *
 * @param series missing in old files; there it is the source and the type
 * @param status {@code complete}, {@code incomplete} or {@code absent}
 * @param generation missing if the unit was built only once
 * @param landed the landed objects; with the counts and the files missing for a unit that is absent
 * @param rejected null when no line was rejected
 * @param replay null for another source
 * @param sweep null for another source than the REST API
 * @param otherIds null where they are not known
 * @param absent null when the service has the unit
 */
public record ManifestFile(
    int version,
    String unit,
    String source,
    String type,
    @JsonInclude(Include.ALWAYS) String series,
    Instant from,
    Instant to,
    String status,
    @JsonInclude(Include.NON_NULL) Integer generation,
    int schemaVersion,
    String productVersion,
    Instant committedAt,
    List<LandedFacts> landed,
    LineCounts counts,
    List<DataFile> files,
    @JsonInclude(Include.NON_NULL) RejectedFile rejected,
    @JsonInclude(Include.NON_NULL) ReplayAccount replay,
    @JsonInclude(Include.NON_NULL) SweepAccount sweep,
    @JsonInclude(Include.NON_NULL) OtherIds otherIds,
    @JsonInclude(Include.NON_NULL) ManifestContent.Absent absent) {

  static final int VERSION = 1;

  /** The file of a manifest. */
  public static ManifestFile of(Manifest manifest) {
    UnitCoverage unit = manifest.unit();
    Optional<ManifestContent.Derived> derived = manifest.derived();
    return new ManifestFile(
        VERSION,
        unit.name(),
        unit.source(),
        unit.type(),
        unit.series(),
        unit.from(),
        unit.to(),
        manifest.holding().status(),
        derived
            .map(content -> content.generation().number())
            .filter(number -> number > 1)
            .orElse(null),
        manifest.schemaVersion(),
        manifest.productVersion(),
        manifest.committedAt(),
        derived.map(ManifestContent.Derived::landed).orElse(List.of()),
        derived.map(ManifestContent.Derived::counts).orElse(LineCounts.NONE),
        derived.map(ManifestContent.Derived::files).orElse(List.of()),
        derived.map(ManifestContent.Derived::rejected).filter(file -> !file.none()).orElse(null),
        derived.flatMap(ManifestContent.Derived::replay).orElse(null),
        derived.flatMap(ManifestContent.Derived::sweep).orElse(null),
        derived.flatMap(ManifestContent.Derived::otherIds).orElse(null),
        manifest.absent().orElse(null));
  }

  /**
   * The manifest that the file has.
   *
   * @throws IllegalArgumentException when its members contradict each other
   */
  public Manifest manifest() {
    return new Manifest(
        new UnitCoverage(
            unit, source, type, series == null ? source + "/" + type : series, from, to),
        schemaVersion,
        productVersion,
        committedAt,
        holding());
  }

  private ManifestContent holding() {
    return switch (status) {
      case "complete", "incomplete" -> derived();
      case "absent" -> {
        if (absent == null) {
          throw new IllegalArgumentException(
              "its field 'absent' should be an object, but it is missing");
        }
        yield absent;
      }
      default ->
          throw new IllegalArgumentException(
              "its status is '"
                  + status
                  + "', and this program knows complete, incomplete and absent");
    };
  }

  private ManifestContent.Derived derived() {
    ManifestContent.Derived derived =
        new ManifestContent.Derived(
            generation == null ? Generation.FIRST : new Generation(generation),
            landed,
            counts,
            files,
            rejected == null ? RejectedFile.NONE : rejected,
            Optional.ofNullable(replay == null ? sweep : replay),
            Optional.ofNullable(otherIds));
    if (!derived.status().equals(status)) {
      throw new IllegalArgumentException(
          "its status is '" + status + "', but by its minutes it is " + derived.status());
    }
    return derived;
  }
}
