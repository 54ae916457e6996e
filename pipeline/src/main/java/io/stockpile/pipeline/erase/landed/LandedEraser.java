package io.stockpile.pipeline.erase.landed;

import io.stockpile.connectors.CountingInputStream;
import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.codec.Codec;
import io.stockpile.connectors.codec.DecodedText;
import io.stockpile.connectors.gzip.GzipMembers;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.lines.LandedBytesException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Copies landed objects without what is to be erased. The copy is compressed in the same way. An
 * erased line becomes an empty one, so that every other line keeps its number and its bytes. The
 * same object and ids give the same bytes.
 *
 * <p>Of an answer that was cut, everything that can be decoded is copied, and the copy ends
 * properly. A part of a line at its end is treated as a line that cannot be parsed. Thread-safe.
 */
public final class LandedEraser {
  private static final int MEMBER_BYTES = 16 << 20;
  private static final int BUFFER_BYTES = 256 * 1024;

  private final ObjectStore store;
  private final Vocabulary vocabulary;
  private final ErasedIds ids;
  private final int memberBytes;

  /**
   * @param vocabulary whose records the lines are
   */
  public LandedEraser(ObjectStore store, Vocabulary vocabulary, ErasedIds ids) {
    this(store, vocabulary, ids, MEMBER_BYTES);
  }

  /**
   * @param memberBytes a gzip member ends with the line in which its text reaches this size
   */
  LandedEraser(ObjectStore store, Vocabulary vocabulary, ErasedIds ids, int memberBytes) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.memberBytes = memberBytes;
  }

  /**
   * Writes a staged copy of an object.
   *
   * @param key the key of the copy; nothing is visible there before it is completed
   * @return empty when there was nothing to erase; nothing is left staged then
   * @throws LandedBytesException when the object is not byte for byte what was landed
   * @throws IOException when it is damaged, or the store fails; nothing is left staged then
   */
  public Optional<ErasedCopy> copy(LandedInput landed, String key) throws IOException {
    LineCopy lines = new LineCopy(LineEraser.of(vocabulary, ids), landed);
    MessageDigest digest = Sha256.digest();
    try (StagedObject staged = store.stage(key);
        CountingInputStream counted = new CountingInputStream(store.read(landed.key()));
        PushbackInputStream begun =
            new PushbackInputStream(new DigestInputStream(counted, digest), Codec.MAGIC_BYTES)) {
      byte[] first = begun.readNBytes(Codec.MAGIC_BYTES);
      begun.unread(first);
      boolean cut = landed.ending() == LandedInput.Ending.ANYWHERE;
      Codec codec = codec(first, cut);
      int members;
      try (Stretches in = open(codec, begun, cut);
          TextOutput out = output(codec, staged)) {
        lines.copy(in, out);
        members = out.gzipMembers();
      }
      ErasedCopy.Original original =
          new ErasedCopy.Original(landed.key(), counted.count(), Sha256.hex(digest));
      requireSame(landed, original);
      if (lines.counts().isNone()) {
        return Optional.empty();
      }
      PendingObject pending = staged.finish();
      return Optional.of(
          new ErasedCopy(
              pending, original, lines.textBytes(), lines.lines(), members, lines.counts()));
    }
  }

  /**
   * What a copy would lack.
   *
   * @throws IOException when the object is damaged or the store fails
   */
  public ErasedCounts look(LandedInput landed) throws IOException {
    LineCopy lines = new LineCopy(LineEraser.of(vocabulary, ids), landed);
    boolean cut = landed.ending() == LandedInput.Ending.ANYWHERE;
    try (PushbackInputStream begun =
        new PushbackInputStream(store.read(landed.key()), Codec.MAGIC_BYTES)) {
      byte[] first = begun.readNBytes(Codec.MAGIC_BYTES);
      begun.unread(first);
      try (Stretches in = open(codec(first, cut), begun, cut);
          TextOutput out = new StreamOutput(OutputStream.nullOutputStream())) {
        lines.copy(in, out);
      }
    }
    return lines.counts();
  }

  /**
   * The object's compression. Objects that may be cut are answers of a service, and those are gzip
   * or plain text.
   */
  private static Codec codec(byte[] first, boolean cut) {
    Codec codec = Codec.of(first);
    return cut && codec != Codec.GZIP ? Codec.PLAIN : codec;
  }

  private Stretches open(Codec codec, InputStream landed, boolean cut) {
    return codec == Codec.GZIP
        ? new GzipStretches(new GzipMembers(landed, cut, memberBytes))
        : new OneStretch(new DecodedText(codec, landed));
  }

  private TextOutput output(Codec codec, StagedObject staged) throws IOException {
    if (codec == Codec.GZIP) {
      return new GzipOutput(staged, memberBytes);
    }
    KeptOpen out = new KeptOpen(staged, BUFFER_BYTES);
    return new StreamOutput(codec == Codec.PLAIN ? out : codec.encoder(out));
  }

  private static void requireSame(LandedInput landed, ErasedCopy.Original read)
      throws LandedBytesException {
    boolean sameSize = landed.bytes() < 0 || landed.bytes() == read.bytes();
    boolean sameDigest = landed.sha256().isEmpty() || landed.sha256().equals(read.sha256());
    if (!sameSize || !sameDigest) {
      throw new LandedBytesException(
          ("%s is not what was landed: it has %d bytes with sha256 %s, where %d bytes with sha256"
                  + " %s were landed; bring it in again")
              .formatted(
                  landed.key(), read.bytes(), read.sha256(), landed.bytes(), landed.sha256()));
    }
  }
}
