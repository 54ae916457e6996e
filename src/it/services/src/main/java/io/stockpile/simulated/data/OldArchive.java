package io.stockpile.simulated.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An archive with version 1 of the schemas: one day with three made-up messages, written by the
 * program of that time. The first message has members for which only later versions have columns.
 */
public final class OldArchive {
  private static final String RESOURCES = "archive-of-version-1/";
  private static final List<String> FILES =
      List.of(
          "_landing/firestream/message/2016-12-05.gz",
          "_manifests/firestream/message/2016-12-05.json",
          "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet");

  private OldArchive() {}

  /** Copies the archive into a directory, which is created. */
  public static void copyTo(Path directory) throws IOException {
    for (String name : FILES) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream in = OldArchive.class.getResourceAsStream(RESOURCES + name)) {
        if (in == null) {
          throw new IllegalStateException("The jar has no " + RESOURCES + name);
        }
        Files.copy(in, file);
      }
    }
  }
}
