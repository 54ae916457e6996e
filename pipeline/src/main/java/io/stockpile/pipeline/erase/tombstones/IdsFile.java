package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.connectors.Leb128;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.pipeline.erase.text.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The ids to erase of one list, for programs that only have to look them up: read in a fraction of
 * the time that the list takes, of which they are a copy. Version 1 is
 *
 * <ol>
 *   <li>the bytes {@code ids 1}, a line end, and the SHA-256 of the list's file in hex;
 *   <li>for each kind that has ids: the length of its {@linkplain Reason.Kind#label word} and the
 *       word, how many ids there are, and the ids in rising order, each as its distance from the
 *       one before, the first from 0; {@linkplain Reason.Kind#PLACES places} have behind that the
 *       last tweets that lose theirs, in the same order;
 *   <li>the CRC-32 of all that, in four bytes, the highest first.
 * </ol>
 *
 * Numbers are written as {@link Leb128}.
 */
final class IdsFile {
  private static final String HEAD = "ids 1\n";
  private static final int CHECK_BYTES = 4;

  private IdsFile() {}

  private static byte[] head(String sha256) {
    return (HEAD + sha256).getBytes(StandardCharsets.US_ASCII);
  }

  /** The key of the copy of a list with this key. */
  static String keyBeside(String list) {
    return list.substring(0, list.lastIndexOf('.')) + ".ids";
  }

  /** Writes the copy of a list, the ids that it has in force, beside its file. */
  static void writeBeside(PendingObject list, TombstoneIds ids, ObjectStore store)
      throws IOException {
    try (StagedObject copy = store.stage(keyBeside(list.key()))) {
      copy.write(write(ids, list.sha256()));
      store.complete(copy.finish());
    }
  }

  /** Reads the copy beside a list; empty when there is none, or none that is as it ought to be. */
  static Optional<TombstoneIds> beside(String list, String sha256, ObjectStore store)
      throws IOException {
    try (InputStream file = store.read(keyBeside(list))) {
      return read(file.readAllBytes(), sha256);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * @param sha256 the digest of the list's file
   */
  static byte[] write(TombstoneIds ids, String sha256) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head(sha256));
    for (Reason.Kind kind : Reason.Kind.values()) {
      long[] each = ids.within(kind, Long.MIN_VALUE, Long.MAX_VALUE).toArray();
      if (each.length == 0) {
        continue;
      }
      byte[] word = kind.label().getBytes(StandardCharsets.US_ASCII);
      Leb128.write(word.length, out);
      out.writeBytes(word);
      Leb128.write(each.length, out);
      long before = 0;
      for (long id : each) {
        Leb128.write(id - before, out);
        before = id;
      }
      if (kind == Reason.Kind.PLACES) {
        for (long user : each) {
          Leb128.write(ids.placesUpTo(user), out);
        }
      }
    }
    CRC32 check = new CRC32();
    check.update(out.toByteArray());
    out.writeBytes(ByteBuffer.allocate(CHECK_BYTES).putInt((int) check.getValue()).array());
    return out.toByteArray();
  }

  /**
   * The ids; empty when the file is damaged, of another version, or a copy of another list.
   *
   * @param sha256 the digest of the list's file
   */
  static Optional<TombstoneIds> read(byte[] file, String sha256) {
    byte[] head = head(sha256);
    int end = file.length - CHECK_BYTES;
    if (end < head.length || !Arrays.equals(head, 0, head.length, file, 0, head.length)) {
      return Optional.empty();
    }
    CRC32 check = new CRC32();
    check.update(file, 0, end);
    return (int) check.getValue() == ByteBuffer.wrap(file).getInt(end)
        ? Optional.of(ids(ByteBuffer.wrap(file, head.length, end - head.length)))
        : Optional.empty();
  }

  private static TombstoneIds ids(ByteBuffer in) {
    Map<Reason.Kind, SortedIds> sets = new EnumMap<>(Reason.Kind.class);
    long[] placesUpTo = {};
    while (in.hasRemaining()) {
      Reason.Kind kind = kind(in);
      long[] ids = new long[(int) Leb128.read(in)];
      long before = 0;
      for (int index = 0; index < ids.length; index++) {
        before += Leb128.read(in);
        ids[index] = before;
      }
      sets.put(kind, SortedIds.ofRising(ids));
      if (kind == Reason.Kind.PLACES) {
        placesUpTo = new long[ids.length];
        for (int index = 0; index < ids.length; index++) {
          placesUpTo[index] = Leb128.read(in);
        }
      }
    }
    return TombstoneIds.of(sets, placesUpTo);
  }

  private static Reason.Kind kind(ByteBuffer in) {
    byte[] label = new byte[(int) Leb128.read(in)];
    in.get(label);
    String word = new String(label, StandardCharsets.US_ASCII);
    return Arrays.stream(Reason.Kind.values())
        .filter(each -> each.label().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Version 1 has no ids of " + word));
  }
}
