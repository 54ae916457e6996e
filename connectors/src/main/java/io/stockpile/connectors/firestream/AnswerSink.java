package io.stockpile.connectors.firestream;

import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.gzip.GzipDecoder;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandingSink;
import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.connectors.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Passes the bytes of answers to a {@link LandingSink}, over as many requests as a file needs.
 *
 * <p>{@code Content-Encoding: gzip} can mean two things. Either the server labels a file that is
 * gzip itself; it is landed as it came. Or the file was compressed once more for the transfer; then
 * that is checked and decompressed, and the file in it is landed. The decompressed bytes show which
 * it is: the lines of a day never begin as a gzip file does. Not thread-safe.
 */
final class AnswerSink implements Closeable {
  private static final int SCRATCH_BYTES = 64 * 1024;

  /**
   * No gzip header is longer than this; if not a single byte is decompressed by then, the file is
   * not gzip.
   */
  private static final int MOST_UNDECIDED_BYTES = 1 << 20;

  private final LandingSink file;
  private final GzipDecoder packing = new GzipDecoder();
  private final MessageDigest digest = Sha256.digest();
  private final ByteArrayOutputStream came = new ByteArrayOutputStream();
  private final ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
  private final byte[] scratch;
  private State state;
  private Optional<GzipFormatException> defect = Optional.empty();
  private boolean fileRefused;
  private String sha256 = "";
  private long received;

  private enum State {
    AS_IT_CAME,
    UNDECIDED,
    UNPACKED
  }

  private AnswerSink(LandingSink file, boolean labelled) {
    this.file = file;
    this.state = labelled ? State.UNDECIDED : State.AS_IT_CAME;
    this.scratch = new byte[labelled ? SCRATCH_BYTES : 0];
  }

  /** Opens a sink for an answer whose head was received. */
  static AnswerSink open(ObjectStore store, String key, TextTap tap, HttpAnswer answer)
      throws StoreFailedException {
    return new AnswerSink(LandingSink.openGzip(store, key, tap), saysGzip(answer));
  }

  private static boolean saysGzip(HttpAnswer answer) {
    String codings = answer.header("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
    return Arrays.stream(codings.split(",", -1))
        .map(String::strip)
        .anyMatch(coding -> coding.equals("gzip") || coding.equals("x-gzip"));
  }

  /**
   * Takes the next bytes of the body.
   *
   * @return whether they can belong to an undamaged file, as for {@link LandingSink#write}
   */
  boolean write(byte[] buffer, int offset, int length) throws StoreFailedException {
    long before = received;
    received += length;
    if (state == State.AS_IT_CAME) {
      return file.write(buffer, offset, length);
    }
    if (state == State.UNDECIDED) {
      came.write(buffer, offset, length);
    }
    boolean sound;
    try {
      sound = unpack(buffer, offset, length);
    } catch (GzipFormatException e) {
      if (state == State.UNDECIDED) {
        return landAsItCame();
      }
      defect = Optional.of(e);
      digest.update(buffer, offset, (int) Math.max(0, Math.min(length, e.position() - before)));
      return false;
    }
    if (state == State.UNDECIDED && came.size() > MOST_UNDECIDED_BYTES) {
      return landAsItCame();
    }
    digest.update(buffer, offset, length);
    return sound;
  }

  private boolean unpack(byte[] buffer, int offset, int length)
      throws GzipFormatException, StoreFailedException {
    packing.input(buffer, offset, length);
    int count = packing.decode(scratch, 0, scratch.length);
    while (count > 0) {
      if (state == State.UNPACKED) {
        if (!file.write(scratch, 0, count)) {
          fileRefused = true;
          return false;
        }
      } else {
        unpacked.write(scratch, 0, count);
        byte[] first = unpacked.toByteArray();
        if (first.length >= LandedFiles.GZIP_MAGIC_BYTES) {
          if (!LandedFiles.isGzip(first)) {
            return landAsItCame();
          }
          state = State.UNPACKED;
          if (!file.write(first, 0, first.length)) {
            fileRefused = true;
            return false;
          }
        }
      }
      count = packing.decode(scratch, 0, scratch.length);
    }
    return true;
  }

  private boolean landAsItCame() throws StoreFailedException {
    state = State.AS_IT_CAME;
    byte[] bytes = came.toByteArray();
    came.reset();
    return file.write(bytes, 0, bytes.length);
  }

  /** Ends the body. Returns what is wrong with the bytes; empty when they are all right. */
  Optional<GzipFormatException> finish() throws StoreFailedException {
    if (state == State.UNDECIDED) {
      landAsItCame();
    }
    Optional<GzipFormatException> inFile = file.finish();
    if (state == State.UNPACKED && !fileRefused && defect.isEmpty()) {
      try {
        packing.finish();
      } catch (GzipFormatException e) {
        defect = Optional.of(e);
      }
    }
    sha256 = defect.isPresent() ? Sha256.hex(digest) : file.sha256();
    return defect.isPresent() ? defect : inFile;
  }

  /** Makes the file visible, as {@link LandingSink#complete} does. */
  LandedFile complete(LandedFile.Length length) throws StoreFailedException {
    return file.complete(length);
  }

  /** How many bytes of the body were received. */
  long received() {
    return received;
  }

  /**
   * The digest of all bytes, or of those before the one that was refused; known after {@link
   * #finish}.
   */
  String sha256() {
    return sha256;
  }

  @Override
  public void close() throws StoreFailedException {
    packing.close();
    file.close();
  }
}
