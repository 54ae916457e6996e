package io.stockpile.connectors.landing;

/**
 * Gets the text of one object while its bytes are landed and proven, so that whoever wants it need
 * not read and decode the object again. What is made of it counts only when the object has {@link
 * #landed} and nothing was to be {@linkplain #forget forgotten} since it was begun.
 *
 * <p>No method fails. When one that waits is interrupted, it returns with the thread's interrupt
 * flag set, and nothing that came counts. For one thread.
 */
public interface TextTap {
  /** Wants no text. */
  TextTap NONE = new TextTap() {};

  /**
   * The first bytes are about to come. May wait, for seconds. Only the first object that is begun
   * counts.
   *
   * @param key where the object is to lie
   */
  default void begin(String key) {}

  /** What the next bytes decode to. May wait, for seconds, until it is taken. */
  default void text(byte[] bytes, int offset, int length) {}

  /** The object is proven and visible, and its text is what came. */
  default void landed(LandedFile file) {}

  /**
   * What came since the object was begun is not the text of a landed object, or is not going to be
   * soon. Changes nothing when none was begun yet, or the object has landed already.
   */
  default void forget() {}
}
