package io.stockpile.deploy;

import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.xerial.snappy.OSInfo;

/**
 * Writes this machine's native libraries out of the bundle into a directory, for an image to keep:
 * a container with a read-only file system cannot unpack them at its start. The properties {@code
 * ZstdNativePath} (the file) and {@code org.xerial.snappy.lib.path} (the directory) lead to them.
 */
final class NativeLibraries {
  private NativeLibraries() {}

  /** Takes one argument, the directory, which is made. */
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
