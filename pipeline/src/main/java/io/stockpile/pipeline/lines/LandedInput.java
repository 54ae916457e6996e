package io.stockpile.pipeline.lines;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.Serializable;

/**
 * A landed object to derive from, with what is already known about it.
 *
 * @param key the object's key in the archive
 * @param bytes the size it must have; -1 when that is not known
 * @param sha256 the digest it must have, in lower-case hex; empty when that is not known
 * @param ending how it may end
 * @param length what vouches for its size
 * @param layout where its records stand
 * @param originalSha256 the digest of what was landed first, before something was erased of it, in
 *     lower-case hex; empty when nothing was
 * @param erased how many of its empty lines stand in the place of erased ones
 */
public record LandedInput(
    String key,
    long bytes,
    String sha256,
    Ending ending,
    LandedFile.Length length,
    PageLayout layout,
    String originalSha256,
    long erased)
    implements Serializable {

  /** How the bytes of an object may end. */
  public enum Ending {
    /** With the trailer of a gzip member; anything else is damage. */
    WHOLE,
    /** Anywhere: the whole lines before that are what it holds. */
    ANYWHERE
  }

  /** What was landed and proven must be found again, byte for byte. */
  public static LandedInput of(LandedFile file) {
    return landed(file.key(), file.bytes(), file.sha256(), file.length());
  }

  /** An object that is known to be whole. */
  public static LandedInput proven(String key, long bytes, String sha256) {
    return landed(key, bytes, sha256, LandedFile.Length.DECLARED);
  }

  /** An object of which it was written down what was landed. */
  public static LandedInput landed(
      String key, long bytes, String sha256, LandedFile.Length length) {
    return new LandedInput(key, bytes, sha256, Ending.WHOLE, length, PageLayout.LINES, "", 0);
  }

  /** What a manifest says of an object; it was landed whole. */
  public static LandedInput of(LandedFacts facts) {
    return of(facts, Ending.WHOLE);
  }

  /** What a manifest says of an object. */
  public static LandedInput of(LandedFacts facts, Ending ending) {
    return new LandedInput(
        facts.key(),
        facts.bytes(),
        facts.sha256(),
        ending,
        facts.length(),
        PageLayout.LINES,
        facts.isErased() ? facts.originalSha256() : "",
        facts.erased());
  }

  /** An object that nothing is known about yet but its key. */
  public static LandedInput unproven(String key) {
    return landed(key, -1, "", LandedFile.Length.DECLARED);
  }

  /**
   * An object that may have been cut, so that it ends anywhere: it must be found as it was landed.
   */
  public static LandedInput cut(String key, long bytes, String sha256) {
    return new LandedInput(
        key, bytes, sha256, Ending.ANYWHERE, LandedFile.Length.DECLARED, PageLayout.LINES, "", 0);
  }

  /** The same object, with its records in pages. */
  public LandedInput withLayout(PageLayout changed) {
    return new LandedInput(key, bytes, sha256, ending, length, changed, originalSha256, erased);
  }
}
