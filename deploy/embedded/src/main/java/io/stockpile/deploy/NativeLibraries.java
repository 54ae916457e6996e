package io.stockpile.deploy;

import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.xerial.snappy.OSInfo;

/**
 * Unpacks this machine's native libraries from the bundle into a directory while an image is built,
 * because a container with a read-only file system cannot unpack them when it starts. The
 * properties {@code ZstdNativePath} (the file) and {@code org.xerial.snappy.lib.path} (the
 * directory) tell the libraries' loaders where they are.
 */
final class NativeLibraries {
  private NativeLibraries() {}

  /** Takes one argument: the directory, which is created. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    write(
        String.format(
            Locale.ROOT,
            "/linux/%s/libzstd-jni-%s.so",
            System.getProperty("os.arch"),
            ZstdVersion.VERSION),
        directory.resolve("libzstd-jni.so"));
    write(
        "/org/xerial/snappy/native/"
            + OSInfo.getNativeLibFolderPathForCurrentOS()
            + "/libsnappyjava.so",
        directory.resolve("libsnappyjava.so"));
  }

  private static void write(String name, Path file) throws IOException {
    try (InputStream library = NativeLibraries.class.getResourceAsStream(name)) {
      if (library == null) {
        throw new IOException("The bundle has no " + name + ": it is not made for this machine");
      }
      Files.copy(library, file);
    }
  }
}
