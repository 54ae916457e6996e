package io.stockpile.simulated;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a backup file by its type and its day. */
record FileKey(String type, LocalDate day) {
  private static final Pattern SERVICE_PATH =
      Pattern.compile("/backups/(\\w+)/(\\d{4})/(\\d{2})/(\\d{2})");
  private static final Pattern DOWNLOAD_PATH =
      Pattern.compile("/firestream-backups/(\\w+)/(\\d{4})-(\\d{2})-(\\d{2})\\.gz");

  /** The file that a path of the service names; empty when the path names no day. */
  static Optional<FileKey> ofServicePath(String path) {
    return of(SERVICE_PATH.matcher(path));
  }

  /** The file that a path of the download host names; empty when the path names no file. */
  static Optional<FileKey> ofDownloadPath(String path) {
    return of(DOWNLOAD_PATH.matcher(path));
  }

  private static Optional<FileKey> of(Matcher parts) {
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              Integer.parseInt(parts.group(4)));
      return Optional.of(new FileKey(parts.group(1), day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String downloadPath() {
    return "/firestream-backups/" + type + "/" + day + ".gz";
  }
}
