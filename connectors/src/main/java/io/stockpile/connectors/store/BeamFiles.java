package io.stockpile.connectors.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.CreateOptions.StandardCreateOptions;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.util.MimeTypes;

/** Paths below one root in one of Beam's file systems. */
final class BeamFiles {
  /** What Beam takes for a pattern, and cannot be told not to. */
  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}\\\\]");

  private static final Pattern SCHEME_AND_HOST =
      Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");

  private final String root;
  private final String rootPath;

  /**
   * @throws IllegalArgumentException when no file system takes the root's scheme
   */
  BeamFiles(String root) {
    this.root = checkNoGlob(root).replaceAll("/+$", "");
    this.rootPath = path(register(this.root + "/").toString());
  }

  String address(String path) {
    return root + "/" + path;
  }

  /** The file's size, or empty when there is none. */
  Optional<Long> size(String path) throws IOException {
    return match(address(checkNoGlob(path))).stream()
        .filter(found -> !found.resourceId().isDirectory())
        .map(MatchResult.Metadata::sizeBytes)
        .findFirst();
  }

  /** All files below a directory of the root, named from the root, in no order. */
  List<StoredObject> below(String directory) throws IOException {
    return below(directory, Instant.MAX);
  }

  /** The same, of files that are known not to have been written to since an instant. */
  List<StoredObject> below(String directory, Instant since) throws IOException {
    String from = directory.isEmpty() ? root : address(checkNoGlob(directory));
    return match(from + "/**").stream()
        .filter(found -> !found.resourceId().isDirectory() && isOlder(found, since))
        .map(found -> new StoredObject(relative(found.resourceId()), found.sizeBytes()))
        .toList();
  }

  private static boolean isOlder(MatchResult.Metadata found, Instant since) {
    Optional<Instant> modified =
        Optional.of(found.lastModifiedMillis())
            .filter(millis -> millis > 0)
            .map(Instant::ofEpochMilli);
    return LastWrite.isBefore(since, modified);
  }

  WritableByteChannel create(String path) throws IOException {
    return FileSystems.create(resource(path), MimeTypes.BINARY);
  }

  /**
   * Whether {@link #createNew} itself sees to it that there is no such file yet, between processes
   * too. Of Beam's file systems only Google Cloud Storage's does.
   */
  boolean createsNewAtomically() {
    return root.startsWith("gs://");
  }

  /** The file appears as a whole when the channel is closed, or closing fails. */
  WritableByteChannel createNew(String path) throws IOException {
    return FileSystems.create(
        resource(path),
        StandardCreateOptions.builder()
            .setMimeType(MimeTypes.BINARY)
            .setExpectFileToNotExist(true)
            .build());
  }

  /**
   * @throws NoSuchFileException when there is none
   */
  ReadableByteChannel open(String path) throws IOException {
    if (size(path).isEmpty()) {
      throw new NoSuchFileException(address(path));
    }
    try {
      return FileSystems.open(resource(path));
    } catch (FileNotFoundException e) {
      throw new NoSuchFileException(address(path));
    }
  }

  void rename(String from, String to) throws IOException {
    FileSystems.rename(List.of(resource(from)), List.of(resource(to)));
  }

  void delete(String path) throws IOException {
    FileSystems.delete(List.of(resource(path)), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private ResourceId resource(String path) {
    return FileSystems.matchNewResource(address(checkNoGlob(path)), false);
  }

  private String relative(ResourceId resource) {
    String path = path(resource.toString());
    if (!path.startsWith(rootPath)) {
      throw new IllegalStateException(resource + " was listed below " + root + " and is not there");
    }
    return path.substring(rootPath.length());
  }

  private static List<MatchResult.Metadata> match(String spec) throws IOException {
    return FileSystems.match(spec, EmptyMatchTreatment.ALLOW).metadata();
  }

  /** Hosts are left out: what is listed may bear the default one where the root bears none. */
  private static String path(String address) {
    return SCHEME_AND_HOST.matcher(address).replaceFirst("");
  }

  /**
   * Outside a pipeline nobody has told Beam yet which file systems the bundle holds; inside one
   * they are there, with the pipeline's options, and stay as they are.
   */
  private static ResourceId register(String root) {
    try {
      return FileSystems.matchNewResource(root, true);
    } catch (IllegalArgumentException unknown) {
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
      return FileSystems.matchNewResource(root, true);
    }
  }

  private static String checkNoGlob(String path) {
    if (GLOB.matcher(path).find()) {
      throw new IllegalArgumentException(
          "'"
              + path
              + "' holds one of * ? [ ] { } \\, which Beam's file systems take for patterns");
    }
    return path;
  }
}
