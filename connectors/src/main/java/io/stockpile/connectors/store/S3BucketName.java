package io.stockpile.connectors.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bucket's name cannot be, at AWS nor elsewhere. Names of the old kind (upper case,
 * underscores, up to 255 characters), which buckets of before 2018 still have, count as names, and
 * so do aliases of access points. AWS may still refuse a name for a new bucket.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket
 *     naming rules</a>
 */
final class S3BucketName {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 255;
  private static final Pattern FORBIDDEN = Pattern.compile("[^A-Za-z0-9._-]");
  private static final Pattern FIRST = Pattern.compile("[A-Za-z0-9]");
  private static final Pattern LAST = Pattern.compile("[A-Za-z0-9_]");
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private S3BucketName() {}

  /** Why a text is no bucket's name, in words that follow the name; empty when it may be one. */
  static Optional<String> problem(String name) {
    Matcher forbidden = FORBIDDEN.matcher(name);
    if (forbidden.find()) {
      return Optional.of(
          "has "
              + Character.getName(name.codePointAt(forbidden.start()))
              + " in it, but a bucket's name has letters, digits, dots and hyphens only (old ones"
              + " underscores too)");
    }
    if (name.length() < SHORTEST) {
      return Optional.of("is shorter than the 3 characters that every bucket's name has");
    }
    if (name.length() > LONGEST) {
      return Optional.of("is longer than the 255 characters that a bucket's name has at most");
    }
    if (name.contains("..")) {
      return Optional.of("has two dots side by side, which no bucket's name has");
    }
    if (ADDRESS.matcher(name).matches()) {
      return Optional.of(
          "has the form of an IP address, which no bucket's name has; a server's address goes into"
              + " the endpoint, as in --s3Endpoint=http://"
              + name
              + ":9000");
    }
    if (!FIRST.matcher(name.substring(0, 1)).matches()
        || !LAST.matcher(name.substring(name.length() - 1)).matches()) {
      return Optional.of("does not begin and end with a letter or a digit, as buckets' names do");
    }
    return Optional.empty();
  }
}
