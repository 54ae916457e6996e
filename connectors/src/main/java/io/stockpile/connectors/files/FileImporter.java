package io.stockpile.connectors.files;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.codec.Codec;
import io.stockpile.connectors.codec.DamagedFileException;
import io.stockpile.connectors.codec.DecodedText;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.landing.Interrupts;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.landing.LandingSink;
import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lands files of the user byte for byte, and proves that they are complete and undamaged. The
 * compression is recognised by the first bytes and not by the name; a file without a known
 * compression is plain text with one JSON object on each line. A file that was landed for the unit
 * before stays. The memory does not depend on the size of the file. Thread-safe.
 */
public final class FileImporter {
  private static final int BUFFER_BYTES = 256 * 1024;

  /** First bytes of formats that have no lines, in hexadecimal. */
  private static final Map<String, String> OTHER_FORMATS =
      Map.of(
          "504b0304", "a zip file",
          "377abcaf", "a 7z file",
          "04224d18", "compressed with lz4");

  private final ObjectStore store;
  private final LandingListener listener;

  /** Looks up the present size of a file. */
  @FunctionalInterface
  public interface Size {
    long bytes() throws IOException;
  }

  public FileImporter(ObjectStore store, LandingListener listener) {
    this.store = Objects.requireNonNull(store, "store");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * Lands one file as the unit. The result is {@link Landed}, or {@link Failed} if the file cannot
   * be read, is empty or damaged, does not have as many bytes as its size says (because it is still
   * being written or was cut on its way), or if the store fails. After a failure nothing new is
   * visible.
   *
   * @param keys the key of the unit's first file, for each compression
   * @param name the file's name for messages
   * @param size looks up the file's size; called before and after reading it
   * @param seen the landed objects of the unit, as an earlier listing showed them
   * @param file read to its end or to where it is found damaged; the caller closes it
   * @param tap gets the decompressed text
   * @throws InterruptedException when the thread is interrupted; nothing is left staged then
   */
  public LandingOutcome land(
      ArchiveUnit unit,
      Function<Codec, String> keys,
      String name,
      Size size,
      List<StoredObject> seen,
      InputStream file,
      TextTap tap)
      throws InterruptedException {
    try {
      long expected = size.bytes();
      byte[] first = file.readNBytes(Codec.MAGIC_BYTES);
      Optional<String> refusal = refusal(first);
      if (refusal.isPresent()) {
        return failed(unit, name + " " + refusal.get());
      }
      Codec codec = Codec.of(first);
      LandedGenerations there = landedBefore(keys.apply(codec), seen);
      try (LandingSink sink = LandingSink.open(store, there.nextKey())) {
        PassedOn passedOn = new PassedOn(unit, first, file, sink);
        tap.begin(there.nextKey());
        try (DecodedText text = new DecodedText(codec, passedOn)) {
          Landing landing = new Landing(unit, name, codec, there, tap);
          return land(landing, size, expected, passedOn, text);
        } finally {
          tap.forget();
        }
      }
    } catch (StoreFailedException e) {
      Interrupts.check("importing " + name);
      return failed(unit, "the archive " + store.root() + " failed: " + e.getMessage());
    } catch (IOException e) {
      Interrupts.check("importing " + name);
      return failed(unit, name + " cannot be read: " + e.getMessage());
    }
  }

  /** The unit and file that are being landed, what was landed before, and who gets the text. */
  private record Landing(
      ArchiveUnit unit, String name, Codec codec, LandedGenerations there, TextTap tap) {}

  private LandingOutcome land(
      Landing landing, Size size, long expected, PassedOn file, DecodedText text)
      throws IOException, InterruptedException {
    Optional<String> defect = Optional.empty();
    try {
      byte[] buffer = new byte[BUFFER_BYTES];
      int count = text.read(buffer, 0, buffer.length);
      while (count >= 0) {
        Interrupts.check("importing " + landing.name());
        landing.tap().text(buffer, 0, count);
        count = text.read(buffer, 0, buffer.length);
      }
    } catch (GzipFormatException | DamagedFileException e) {
      defect = Optional.of(e.getMessage());
    }
    if (file.ended) {
      Optional<String> change = change(expected, file.sink.bytes(), size.bytes());
      if (change.isPresent()) {
        return failed(landing.unit(), landing.name() + " " + change.get());
      }
    }
    if (defect.isPresent()) {
      return failed(
          landing.unit(),
          landing.name()
              + " is no sound "
              + landing.codec().label()
              + " file. "
              + defect.get()
              + ". It may be cut short: look for a whole copy, or fetch it again from where it came"
              + " from");
    }
    return landed(landing, file.sink, text);
  }

  private LandedGenerations landedBefore(String first, List<StoredObject> seen)
      throws StoreFailedException {
    try {
      return LandedGenerations.confirm(store, first, seen);
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
  }

  private LandingOutcome landed(Landing landing, LandingSink sink, DecodedText text)
      throws StoreFailedException {
    sink.finish();
    LandedFile raw = sink.complete(LandedFile.Length.DECLARED);
    try {
      if (landing.there().doubted(raw.key())) {
        LandedDoubts.remove(store, raw.key());
      }
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    LandedFile file =
        new LandedFile(
            raw.key(), raw.bytes(), raw.sha256(), text.bytes(), text.gzipMembers(), raw.length());
    landing.tap().landed(file);
    return new Landed(landing.unit(), file, true);
  }

  /** Why the bytes that were read are not the whole file; empty when they are. */
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

  private static Failed failed(ArchiveUnit unit, String text) {
    return new Failed(
        unit,
        1,
        unit.spanText() + " " + unit.type() + ": " + text + (text.endsWith(".") ? "" : "."));
  }

  /** Stages the bytes of the file as the decoder reads them. */
  private final class PassedOn extends InputStream {
    private final ArchiveUnit unit;
    private final InputStream file;
    private final LandingSink sink;
    private boolean ended;

    PassedOn(ArchiveUnit unit, byte[] first, InputStream file, LandingSink sink) {
      this.unit = unit;
      this.file = new SequenceInputStream(new ByteArrayInputStream(first), file);
      this.sink = sink;
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] output, int offset, int length) throws IOException {
      int count = file.read(output, offset, length);
      if (count < 0) {
        ended = true;
        return count;
      }
      sink.write(output, offset, count);
      listener.received(unit, count);
      return count;
    }
  }
}
