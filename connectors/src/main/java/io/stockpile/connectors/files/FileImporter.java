package io.stockpile.connectors.files;

import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.firestream.Texts;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.landing.Interrupts;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.landing.LandingSink;
import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lands backup files that the user has already, as if they had been fetched: the same keys, the
 * same proof, the same bytes. A gzip file is known by its first bytes, whatever its name; anything
 * else is taken for plain text, one JSON object a line, and landed as it is. A file that was landed
 * for the unit before stays beside it. Memory used does not grow with the file. Thread-safe.
 */
public final class FileImporter {
  private static final int BUFFER_BYTES = 256 * 1024;
  private static final int MAGIC_BYTES = 4;

  /** Other wrappings by how they begin; in hexadecimal. */
  private static final Map<String, String> OTHER_FORMATS =
      Map.of(
          "504b0304", "a zip file",
          "28b52ffd", "compressed with zstd",
          "fd377a58", "compressed with xz",
          "425a68", "compressed with bzip2");

  private final ObjectStore store;
  private final LandingListener listener;

  /** Looks up how many bytes a file has now. */
  @FunctionalInterface
  public interface Size {
    long bytes() throws IOException;
  }

  public FileImporter(ObjectStore store, LandingListener listener) {
    this.store = Objects.requireNonNull(store, "store");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * Lands one file as the unit. Every end is a value: {@link Landed}, or {@link Failed} when the
   * file cannot be read, is empty or broken, has another size than it brings bytes, because it is
   * still being written or was cut short on its way, or when the store fails; nothing is visible
   * then that was not before.
   *
   * @param name for messages
   * @param size of the file, looked up before and after reading it
   * @param file is read to its end or to where it is found broken, and closed by the caller
   * @throws InterruptedException when the thread is interrupted; nothing is left behind then
   */
  public LandingOutcome land(FirestreamUnit unit, String name, Size size, InputStream file)
      throws InterruptedException {
    try {
      long expected = size.bytes();
      byte[] first = file.readNBytes(MAGIC_BYTES);
      Optional<String> refusal = refusal(first);
      if (refusal.isPresent()) {
        return failed(unit, name + " " + refusal.get());
      }
      return land(unit, name, size, expected, file, first);
    } catch (StoreFailedException e) {
      Interrupts.check("importing " + name);
      return failed(unit, "the archive " + store.root() + " failed: " + e.getMessage());
    } catch (IOException e) {
      Interrupts.check("importing " + name);
      return failed(unit, name + " cannot be read: " + e.getMessage());
    }
  }

  private LandingOutcome land(
      FirestreamUnit unit, String name, Size size, long expected, InputStream file, byte[] first)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    LandedGenerations there = landedBefore(unit);
    try (LandingSink sink = LandingSink.open(store, there.nextKey(), LandedFiles.isGzip(first))) {
      boolean sound = sink.write(first, 0, first.length);
      listener.received(unit, first.length);
      int count = sound ? file.read(buffer) : -1;
      while (count >= 0) {
        Interrupts.check("importing " + name);
        sound = sink.write(buffer, 0, count);
        listener.received(unit, count);
        count = sound ? file.read(buffer) : -1;
      }
      Optional<GzipFormatException> defect = sink.finish();
      Optional<String> change =
          sound ? change(expected, sink.bytes(), size.bytes()) : Optional.empty();
      if (change.isPresent()) {
        return failed(unit, name + " " + change.get());
      }
      return defect.isPresent()
          ? failed(
              unit,
              name
                  + " is no sound gzip file. "
                  + defect.get().getMessage()
                  + ". It may be cut short: look for a whole copy, or fetch the day again with"
                  + " backfill")
          : landed(unit, sink, there);
    }
  }

  private LandedGenerations landedBefore(FirestreamUnit unit) throws StoreFailedException {
    try {
      return LandedGenerations.find(store, unit.landingKey());
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
  }

  private LandingOutcome landed(FirestreamUnit unit, LandingSink sink, LandedGenerations there)
      throws StoreFailedException {
    LandedFile file = sink.complete(LandedFile.Length.DECLARED);
    try {
      if (there.doubted(file.key())) {
        LandedDoubts.remove(store, file.key());
      }
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    return new Landed(unit, file, true);
  }

  /** Why the end of what was read is not the end of the file. */
  private static Optional<String> change(long before, long read, long after) {
    if (before == read && read == after) {
      return Optional.empty();
    }
    String sizes =
        before == after ? before + " bytes" : before + " bytes before and " + after + " after";
    return Optional.of(
        "was read to its end after "
            + read
            + " bytes, but has "
            + sizes
            + ": it is still being written, or was cut short on its way. Import it when it is"
            + " whole");
  }

  private static Optional<String> refusal(byte[] first) {
    if (first.length == 0) {
      return Optional.of("is empty: not even a day without a message leaves such a file");
    }
    String hex = HexFormat.of().formatHex(first);
    return OTHER_FORMATS.entrySet().stream()
        .filter(format -> hex.startsWith(format.getKey()))
        .findFirst()
        .map(format -> "is " + format.getValue() + "; unpack it and import what is in it");
  }

  private static Failed failed(FirestreamUnit unit, String text) {
    return new Failed(unit, 1, Texts.about(unit) + text + (text.endsWith(".") ? "" : "."));
  }
}
