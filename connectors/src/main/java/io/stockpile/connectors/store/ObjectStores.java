package io.stockpile.connectors.store;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the store that a root names. */
public final class ObjectStores {
  /** Two letters at least: one letter and a colon begin a path on some systems. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");

  private ObjectStores() {}

  /**
   * Opens a store. Nothing is read or written yet: a missing bucket or wrong credentials show at
   * the first call.
   *
   * @return a store that the caller closes
   * @throws IllegalArgumentException when the root is malformed or its scheme unknown, in words for
   *     the user
   * @throws IOException when the store cannot be reached for want of configuration, for example a
   *     region
   */
  public static ObjectStore open(StoreLocation location) throws IOException {
    String root = location.root();
    if (root.isBlank()) {
      throw new IllegalArgumentException(
          "The root of the archive is empty: give a path or s3://bucket/prefix");
    }
    Optional<String> scheme = scheme(root);
    if (scheme.isEmpty() || scheme.get().equals("file")) {
      return new LocalStore(root, LocalRoot.parse(root));
    }
    if (scheme.get().equals("s3")) {
      return S3Store.open(location);
    }
    return openBeam(root, scheme.get());
  }

  /**
   * The archive's root as other programs name it, without a slash at its end: {@code
   * file:///absolute/path}, {@code s3://bucket/prefix}, or what the user wrote for one of Beam's
   * file systems. An object's address is this, a slash and its key; nothing in it is escaped.
   *
   * @throws IllegalArgumentException as {@link #open}
   */
  public static String address(StoreLocation location) {
    String root = location.root();
    Optional<String> scheme = scheme(root);
    if (scheme.isEmpty() || scheme.get().equals("file")) {
      return withoutSlash("file://" + LocalRoot.parse(root));
    }
    return withoutSlash(scheme.get().equals("s3") ? S3Root.parse(root).address("") : root);
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static ObjectStore openBeam(String root, String scheme) {
    if (!root.substring(scheme.length()).matches("://[^/]+(/.*)?|:///.+")) {
      throw new IllegalArgumentException(
          "'" + root + "' is malformed: write " + scheme + "://place/path");
    }
    try {
      return new BeamStore(root);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "No store for '"
              + root
              + "': "
              + e.getMessage()
              + ". Known without more are paths, file: and s3:; for "
              + scheme
              + ": the Beam module that brings this file system must be in the bundle",
          e);
    }
  }

  private static Optional<String> scheme(String root) {
    Matcher matcher = SCHEME.matcher(root);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("file") && !matcher.group(2).startsWith("//")) {
      throw new IllegalArgumentException(
          "'"
              + root
              + "' is malformed: after "
              + scheme
              + ": come two slashes, as in s3://bucket/prefix. (A local path with a colon in it"
              + " begins with ./ or /)");
    }
    return Optional.of(scheme);
  }
}
