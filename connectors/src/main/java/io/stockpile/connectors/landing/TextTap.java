package io.stockpile.connectors.landing;

/**
 * Receives the text of one object while its bytes are landed and proven, so that the object need
 * not be read and decoded a second time. What is made of the text counts only after {@link
 * #landed}, and only if {@link #forget} was not called between {@link #begin} and then.
 *
 * <p>No method throws. If the thread is interrupted while a method waits, the method returns with
 * the interrupt flag set, and the text so far does not count. To be used by one thread.
 */
public interface TextTap {
  /** Wants no text. */
  TextTap NONE = new TextTap() {};

  /**
   * Called before the first bytes. May wait for some seconds. If objects are begun one after the
   * other, only the first counts.
   *
   * @param key the key that the object will have
   */
  default void begin(String key) {}

  /**
   * Receives the text of the next bytes, decoded. May wait for some seconds until it can be taken.
   */
  default void text(byte[] bytes, int offset, int length) {}

  /** Called when the object is proven and visible; all of its text was received before. */
  default void landed(LandedFile file) {}

  /**
   * Called when the text so far is not that of a landed object, or will not become that soon. Has
   * no effect before {@link #begin} and after {@link #landed}.
   */
  default void forget() {}
}
