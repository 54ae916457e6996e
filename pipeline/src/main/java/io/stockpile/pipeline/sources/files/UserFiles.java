package io.stockpile.pipeline.sources.files;

import io.stockpile.connectors.NativeText;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that a path or glob names, on this machine or in a store. */
final class UserFiles {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  private final StoreLocation archive;

  /**
   * @param archive the archive; its S3 server is used for {@code s3://} addresses too
   */
  UserFiles(StoreLocation archive) {
    this.archive = archive;
  }

  /**
   * The files that match, in the order of their names.
   *
   * @throws UsageException when no file matches
   */
  List<UnitWork.From.UserFile> matching(String glob) throws IOException, UsageException {
    String plain = glob.startsWith("file://") ? glob.substring("file://".length()) : glob;
    List<UnitWork.From.UserFile> files =
        SCHEME.matcher(plain).matches() ? inStore(plain) : onPath(plain);
    if (files.isEmpty()) {
      throw new UsageException(
          "Option --files is '"
              + glob
              + "', which matches no file. Put a pattern in quotes, so that the shell leaves it"
              + " alone.");
    }
    return files;
  }

  private List<UnitWork.From.UserFile> onPath(String glob) throws IOException, UsageException {
    int base = base(glob);
    Path named = Path.of(base == 0 ? "." : glob.substring(0, base)).toAbsolutePath();
    String pattern = glob.substring(base);
    PathMatcher matcher = matcher(pattern);
    if (!Files.isDirectory(named)) {
      return List.of();
    }
    // Files.walk does not follow links, not even the one that it begins with.
    Path directory = named.toRealPath();
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
    List<UnitWork.From.UserFile> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(directory, depth)) {
      for (Path file : walk.filter(path -> !Files.isDirectory(path)).sorted().toList()) {
        if (matcher.matches(directory.relativize(file)) && hasSize(file)) {
          refuseLost(file, glob);
          files.add(
              new UnitWork.From.UserFile(
                  location(file.getParent().toString()),
                  file.getFileName().toString(),
                  glob.substring(0, base) + directory.relativize(file)));
        }
      }
    }
    return files;
  }

  /**
   * Whether the path is a file with a size. A link that leads nowhere is not.
   *
   * @throws UsageException when it is a pipe or a device, which does not tell whether all of it
   *     came
   */
  private static boolean hasSize(Path file) throws UsageException {
    if (Files.isRegularFile(file)) {
      return true;
    }
    if (Files.exists(file)) {
      throw new UsageException(
          "Option --files matches "
              + file
              + ", which is a pipe or a device: nothing tells whether all of it came. Write it to a"
              + " file first, and import that.");
    }
    return false;
  }

  private List<UnitWork.From.UserFile> inStore(String glob) throws IOException, UsageException {
    int host = glob.indexOf('/', glob.indexOf("://") + 3);
    int base = Math.max(base(glob), host + 1);
    if (host < 0 || base == glob.length()) {
      throw new UsageException(
          "Option --files is '" + glob + "', which names no file: give s3://bucket/path/*.gz.");
    }
    String root = glob.substring(0, base - 1);
    PathMatcher matcher = matcher(glob.substring(base));
    List<UnitWork.From.UserFile> files = new ArrayList<>();
    try (ObjectStore store = open(root)) {
      for (StoredObject object : store.list("")) {
        if (matcher.matches(path(object.key()))) {
          files.add(
              new UnitWork.From.UserFile(location(root), object.key(), root + "/" + object.key()));
        }
      }
    }
    return files;
  }

  private static void refuseLost(Path file, String glob) throws UsageException {
    if (NativeText.isLost(file.toString())) {
      throw new UsageException(
          "Option --files is '"
              + glob
              + "', which matches a file whose name has characters that Java could not read: '"
              + file
              + "'. "
              + NativeText.cure());
    }
  }

  /** The key as a path, to be matched with patterns. */
  private static Path path(String key) throws UsageException {
    try {
      return Path.of(key);
    } catch (InvalidPathException e) {
      throw new UsageException(
          "Option --files: the pattern cannot be compared with the name of '"
              + key
              + "', because Java cannot write it as a file's name. "
              + NativeText.cure(),
          e);
    }
  }

  private ObjectStore open(String root) throws IOException, UsageException {
    try {
      return ObjectStores.open(location(root));
    } catch (IllegalArgumentException e) {
      throw new UsageException("Option --files: " + e.getMessage(), e);
    }
  }

  private StoreLocation location(String root) {
    return archive.withRoot(root);
  }

  /** The position of the first part of the path with wildcards, or of the file's name. */
  private static int base(String glob) {
    Matcher wildcard = WILDCARD.matcher(glob);
    int end = wildcard.find() ? wildcard.start() : glob.length();
    return glob.lastIndexOf('/', Math.max(0, end - 1)) + 1;
  }

  private static PathMatcher matcher(String pattern) throws UsageException {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Option --files has the pattern '" + pattern + "', which is malformed: " + e.getMessage(),
          e);
    }
  }
}
