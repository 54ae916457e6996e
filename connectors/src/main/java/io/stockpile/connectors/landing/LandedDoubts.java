package io.stockpile.connectors.landing;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Notes that lie beside landed files and say why these are to be asked for again. A note is written
 * before what it speaks of can be relied on, and removed after something better has landed: when a
 * process stops in between, a file is asked for once too often, never too seldom.
 */
public final class LandedDoubts {
  private static final String SUFFIX = ".ask-again";

  /** Why a landed file is to be asked for again. */
  public enum Doubt {
    /** Nothing said how long it should be. */
    UNDECLARED_LENGTH("its length was never declared"),
    /** No table could take any of its lines. */
    NO_LINE_TAKEN("all its lines were rejected");

    private final String text;

    Doubt(String text) {
      this.text = text;
    }
  }

  private LandedDoubts() {}

  /** The key of the landed file that an object is a note about; empty when it is no note. */
  public static Optional<String> about(String key) {
    return key.endsWith(SUFFIX)
        ? Optional.of(key.substring(0, key.length() - SUFFIX.length()))
        : Optional.empty();
  }

  /** The key of the note about a landed file, whether there is one or not. */
  public static String note(String landed) {
    return landed + SUFFIX;
  }

  /** Writes a note. That the length is not known counts more than that no line was taken. */
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

  /** What the note says; one that cannot be understood says that the length is not known. */
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
