package io.stockpile.connectors.landing;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Notes beside landed files that say why a file must be requested again. A note is written before
 * the file can be used, and removed only after a better file was landed. If a process stops in
 * between, a file is requested once too often, but never too seldom.
 */
public final class LandedDoubts {
  private static final String SUFFIX = ".ask-again";

  /** Why a landed file must be requested again. */
  public enum Doubt {
    /** The service did not declare its length. */
    UNDECLARED_LENGTH("its length was never declared"),
    /** All its lines were rejected. */
    NO_LINE_TAKEN("all its lines were rejected");

    private final String text;

    Doubt(String text) {
      this.text = text;
    }
  }

  private LandedDoubts() {}

  /** The key of the landed file that a note is about; empty when the key is not that of a note. */
  public static Optional<String> about(String key) {
    return key.endsWith(SUFFIX)
        ? Optional.of(key.substring(0, key.length() - SUFFIX.length()))
        : Optional.empty();
  }

  /** The key for a note about a landed file. */
  public static String note(String landed) {
    return landed + SUFFIX;
  }

  /** Writes a note. An undeclared length replaces the other doubt and is never replaced by it. */
  public static void write(ObjectStore store, String landed, Doubt doubt) throws IOException {
    String key = note(landed);
    byte[] text = (doubt.text + "\n").getBytes(StandardCharsets.UTF_8);
    Optional<Versioned> held = store.readVersioned(key);
    if (held.isEmpty()) {
      store.putIfAbsent(key, text);
    } else if (doubt == Doubt.UNDECLARED_LENGTH && !Arrays.equals(held.get().content(), text)) {
      store.putIfUnchanged(key, text, held.get().version());
    }
  }

  /**
   * The doubt about a landed file; empty without a note. A note that cannot be read counts as an
   * undeclared length.
   */
  public static Optional<Doubt> find(ObjectStore store, String landed) throws IOException {
    return store
        .readVersioned(note(landed))
        .map(note -> new String(note.content(), StandardCharsets.UTF_8).strip())
        .map(
            text ->
                text.equals(Doubt.NO_LINE_TAKEN.text)
                    ? Doubt.NO_LINE_TAKEN
                    : Doubt.UNDECLARED_LENGTH);
  }

  /** Removes the note, if there is one. */
  public static void remove(ObjectStore store, String landed) throws IOException {
    store.delete(note(landed));
  }
}
