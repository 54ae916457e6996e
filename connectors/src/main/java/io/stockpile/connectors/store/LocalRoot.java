package io.stockpile.connectors.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the ways in which users write a directory. */
final class LocalRoot {
  private static final String FILE_SCHEME = "file:";

  private LocalRoot() {}

  /**
   * The absolute path of a path or {@code file:} URI. A leading {@code ~} is the user's home;
   * spaces need no escape in either form.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Path parse(String root) {
    try {
      Path path =
          root.regionMatches(true, 0, FILE_SCHEME, 0, FILE_SCHEME.length())
              ? ofUri(root)
              : Path.of(expandHome(root));
      return path.toAbsolutePath().normalize();
    } catch (URISyntaxException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "'" + root + "' is no place for an archive: " + e.getMessage(), e);
    }
  }

  private static Path ofUri(String root) throws URISyntaxException {
    URI uri = new URI(root.replace(" ", "%20"));
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "'" + root + "': in a file: URI write ? as %3F and # as %23, or give a plain path");
    }
    if (uri.isOpaque()) {
      return Path.of(uri.getSchemeSpecificPart());
    }
    String host = uri.getAuthority();
    if (host != null && !host.equals("localhost")) {
      throw new IllegalArgumentException(
          "'"
              + root
              + "' names the host "
              + host
              + "; a local path has three slashes: file:///"
              + host);
    }
    return Path.of(new URI("file", null, uri.getPath(), null));
  }

  private static String expandHome(String root) {
    return root.equals("~") || root.startsWith("~/")
        ? System.getProperty("user.home") + root.substring(1)
        : root;
  }
}
