package io.stockpile.connectors.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket and the prefix under which an archive lies in it.
 *
 * @param prefix empty, or ending with a slash
 */
record S3Root(String bucket, String prefix) {
  private static final String SCHEME = "s3://";
  private static final Pattern ROOT =
      Pattern.compile("(?i:s3)://([^/]*)(?:/(.*))?", Pattern.DOTALL);

  /**
   * Reads {@code s3://bucket/prefix}; slashes at its end make no difference.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  static S3Root parse(String root) {
    Matcher matcher = ROOT.matcher(root);
    if (!matcher.matches() || matcher.group(1).isEmpty()) {
      throw new IllegalArgumentException(
          "'" + root + "' names no bucket: write s3://bucket or s3://bucket/prefix");
    }
    String bucket = matcher.group(1);
    if (bucket.contains("@")) {
      // Not repeated in the message: what stands before the @ may be a secret.
      throw new IllegalArgumentException(
          "The S3 root holds an @. Credentials do not belong there: write s3://bucket/prefix and"
              + " give them by environment or profile");
    }
    Optional<String> problem = S3BucketName.problem(bucket);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(
          "'"
              + root
              + "' names no bucket: '"
              + bucket
              + "' "
              + problem.get()
              + ". Write s3://bucket or s3://bucket/prefix");
    }
    String prefix = matcher.group(2) == null ? "" : matcher.group(2).replaceAll("/+$", "");
    if (!prefix.isEmpty()) {
      try {
        ObjectKeys.check(prefix);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("'" + root + "' is malformed: " + e.getMessage(), e);
      }
      prefix += "/";
    }
    return new S3Root(bucket, prefix);
  }

  /** The key in the bucket. */
  String inBucket(String key) {
    return prefix + key;
  }

  /** The key in the archive of something whose key in the bucket begins with the prefix. */
  String inArchive(String keyInBucket) {
    return keyInBucket.substring(prefix.length());
  }

  /** The whole address, for messages. */
  String address(String key) {
    return SCHEME + bucket + "/" + prefix + key;
  }
}
