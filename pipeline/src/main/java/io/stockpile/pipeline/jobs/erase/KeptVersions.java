package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.Retention;
import io.stockpile.pipeline.run.UsageException;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds out whether the store keeps versions of objects that are removed, and so of what is erased.
 */
final class KeptVersions {
  private static final String LOCKED =
      " The bucket has object lock: a version goes only when its retention has ended and nobody"
          + " holds it by a legal hold, which `aws s3api get-object-retention` and `aws s3api"
          + " get-object-legal-hold` tell with its --key and --version-id.";

  private KeptVersions() {}

  /**
   * Checks this before anything is changed.
   *
   * @param anyway whether to go on if versions are kept
   * @return what to print at the end; empty if no versions are kept
   * @throws UsageException when versions are kept and {@code anyway} is false
   */
  static Optional<String> check(ObjectStore store, boolean anyway)
      throws IOException, UsageException {
    Retention retention = store.retention();
    boolean locked = retention == Retention.LOCKED_VERSIONS;
    if ((retention == Retention.VERSIONS || locked) && !anyway) {
      throw new UsageException(
          store.root()
              + " is in a bucket that keeps former versions of what is removed, or did so once, so"
              + " nothing would be gone for good. Put a lifecycle rule on it that removes versions"
              + " that are not current (NoncurrentVersionExpiration) and the delete markers, then"
              + " go on with --evenThoughVersioned."
              + (locked ? LOCKED : "")
              + " Nothing was changed.");
    }
    return switch (retention) {
      case NOTHING -> Optional.empty();
      case VERSIONS -> Optional.of(stillThere(store.root(), ""));
      case LOCKED_VERSIONS -> Optional.of(stillThere(store.root(), LOCKED));
      case UNKNOWN ->
          Optional.of(
              "Note: whether "
                  + store.root()
                  + " keeps former versions of what is removed could not be found out; if it does,"
                  + " they have to be removed there.");
    };
  }

  private static String stillThere(String root, String lock) {
    String place = root.replaceFirst("^s3://", "");
    int slash = place.indexOf('/');
    String bucket = slash < 0 ? place : place.substring(0, slash);
    String prefix = slash < 0 ? "" : place.substring(slash + 1).replaceFirst("/+$", "") + "/";
    return "Not gone yet: the bucket keeps former versions of what was removed. They are listed by"
        + " `aws s3api list-object-versions --bucket "
        + bucket
        + " --prefix '"
        + prefix
        + "' --query 'Versions[?!IsLatest]'`, and go by a lifecycle rule with"
        + " NoncurrentVersionExpiration or by `aws s3api delete-object` with --version-id."
        + lock;
  }
}
