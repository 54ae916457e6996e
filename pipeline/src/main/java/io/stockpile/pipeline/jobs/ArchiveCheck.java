package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.parquet.ParquetFooters;
import io.stockpile.pipeline.text.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of one unit again and compares them with its manifest. Thread-safe. */
final class ArchiveCheck {
  private static final long NO_ROWS = -1;

  private final ObjectStore store;

  ArchiveCheck(ObjectStore store) {
    this.store = store;
  }

  /** What differs, a line each. */
  List<String> differences(ManifestContent.Derived held) {
    List<String> lines = new ArrayList<>();
    for (LandedFacts landed : held.landed()) {
      compare(landed.key(), landed.bytes(), landed.sha256(), NO_ROWS, lines);
    }
    for (DataFile file : held.files()) {
      compare(file.path(), file.bytes(), file.sha256(), file.rows(), lines);
    }
    RejectedFile rejected = held.rejected();
    if (!rejected.none()) {
      compare(rejected.path(), rejected.bytes(), rejected.sha256(), rejected.rows(), lines);
    }
    return lines;
  }

  private void compare(String key, long bytes, String sha256, long rows, List<String> lines) {
    try {
      Optional<StoredObject> found = store.find(key);
      if (found.isEmpty()) {
        lines.add(key + ": is gone");
        return;
      }
      if (found.get().bytes() != bytes) {
        lines.add(key + ": has " + found.get().bytes() + " bytes, the manifest says " + bytes);
        return;
      }
      String digest = digest(key);
      if (!digest.equals(sha256)) {
        lines.add(key + ": has the SHA-256 " + digest + ", the manifest says " + sha256);
        return;
      }
      if (rows != NO_ROWS) {
        long footer = ParquetFooters.read(store, key).rows();
        if (footer != rows) {
          lines.add(key + ": its footer says " + footer + " rows, the manifest says " + rows);
        }
      }
    } catch (IOException | RuntimeException e) {
      lines.add(key + ": cannot be read: " + Failures.inOneLine(e));
    }
  }

  private String digest(String key) throws IOException {
    try (InputStream in = store.read(key)) {
      return Sha256.of(in);
    }
  }
}
