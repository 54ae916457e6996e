package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.RecordFile;
import java.time.Instant;
import java.util.Optional;

/**
 * Proves what the archive holds of one unit; nothing else does. It is written last, in one atomic
 * step.
 *
 * @param schemaVersion the version of the tables that its files were written with
 * @param productVersion the version of the program that wrote it
 * @param committedAt when the unit was committed
 */
public record Manifest(
    UnitCoverage unit,
    int schemaVersion,
    String productVersion,
    Instant committedAt,
    ManifestContent holding) {

  public Manifest {
    if (holding instanceof ManifestContent.Derived derived && derived.replay().isPresent()) {
      ReplayAccount account = derived.replay().get();
      if (!account.from().equals(unit.from()) || !account.to().equals(unit.to())) {
        throw new IllegalArgumentException(
            unit.name()
                + " goes from "
                + unit.from()
                + " to "
                + unit.to()
                + ", but its minutes are those from "
                + account.from()
                + " to "
                + account.to());
      }
    }
  }

  /** The content if tables were built, even if minutes are missing in them; otherwise empty. */
  public Optional<ManifestContent.Derived> derived() {
    return holding instanceof ManifestContent.Derived derived
        ? Optional.of(derived)
        : Optional.empty();
  }

  /** Whether the archive holds all of the unit. */
  public boolean isComplete() {
    return derived().filter(ManifestContent.Derived::isComplete).isPresent();
  }

  /**
   * Whether the unit may be incomplete because the service did not declare a length, so that it is
   * fetched again.
   */
  public boolean lengthUndeclared() {
    return derived().filter(ManifestContent.Derived::lengthUndeclared).isPresent();
  }

  /** The content if the service does not have the unit; otherwise empty. */
  public Optional<ManifestContent.Absent> absent() {
    return holding instanceof ManifestContent.Absent absent
        ? Optional.of(absent)
        : Optional.empty();
  }

  /** The manifest as JSON, with each member on a line of its own. */
  public byte[] toJson() {
    return RecordFile.write(ManifestFile.of(this));
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param where the manifest's key, for messages
   * @throws BrokenRecordException when it is not a manifest, has another version, or its numbers do
   *     not balance
   */
  public static Manifest fromJson(String where, byte[] json) throws BrokenRecordException {
    return RecordFile.read(
        where, json, ManifestFile.VERSION, ManifestFile.class, ManifestFile::manifest);
  }
}
