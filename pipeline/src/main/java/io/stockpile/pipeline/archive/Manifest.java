package io.stockpile.pipeline.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * The only proof of what the archive holds of one unit. Written last, in one atomic step.
 *
 * @param schemaVersion the version of the tables that its files were written with
 * @param productVersion the version of the program that wrote it
 * @param committedAt when
 */
public record Manifest(
    UnitCoverage unit,
    int schemaVersion,
    String productVersion,
    Instant committedAt,
    Holding holding) {

  /** Its content when the unit is complete. */
  public Optional<Holding.Complete> complete() {
    return holding instanceof Holding.Complete complete ? Optional.of(complete) : Optional.empty();
  }

  /** Its content when the service has not got the unit. */
  public Optional<Holding.Absent> absent() {
    return holding instanceof Holding.Absent absent ? Optional.of(absent) : Optional.empty();
  }

  /** Writes it as JSON, one field a line. */
  public byte[] toJson() {
    return ManifestJson.write(this);
  }

  /**
   * Reads it back.
   *
   * @param where the manifest's key, for messages
   * @throws BrokenRecordException when it is not a manifest, has another version, or its numbers do
   *     not balance
   */
  public static Manifest fromJson(String where, byte[] json) throws BrokenRecordException {
    return ManifestJson.read(where, json);
  }
}
