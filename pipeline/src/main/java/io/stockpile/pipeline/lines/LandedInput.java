package io.stockpile.pipeline.lines;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.Serializable;

/**
 * A landed object to derive from, with what is known about it.
 *
 * @param key the object's key in the archive
 * @param bytes the size it must have; -1 when that is not known
 * @param sha256 the digest it must have, in lower-case hex; empty when that is not known
 * @param ending how it may end
 * @param length how its size is known to be right
 * @param layout how its records are laid out
 * @param originalSha256 the digest of the object as it was first landed, in lower-case hex, if
 *     something was erased from it since; otherwise empty
 * @param erased how many of its empty lines are erased ones
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
    /** At the end of a gzip member, or of uncompressed text; otherwise the object is damaged. */
    WHOLE,
    /** Anywhere, because an answer was cut; its whole lines count. */
    ANYWHERE
  }

  /** A file that was just landed; it must be found byte for byte. */
  public static LandedInput of(LandedFile file) {
    return landed(file.key(), file.bytes(), file.sha256(), file.length());
  }

  /** An object that is known to be whole. */
  public static LandedInput proven(String key, long bytes, String sha256) {
    return landed(key, bytes, sha256, LandedFile.Length.DECLARED);
  }

  /** An object whose size and digest were recorded when it was landed. */
  public static LandedInput landed(
      String key, long bytes, String sha256, LandedFile.Length length) {
    return new LandedInput(key, bytes, sha256, Ending.WHOLE, length, PageLayout.LINES, "", 0);
  }

  /** An object as a manifest describes it, which was landed whole. */
  public static LandedInput of(LandedFacts facts) {
    return of(facts, Ending.WHOLE);
  }

  /** An object as a manifest describes it. */
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

  /** An object of which only the key is known. */
  public static LandedInput unproven(String key) {
    return landed(key, -1, "", LandedFile.Length.DECLARED);
  }

  /**
   * An object that may have been cut and so may end anywhere. It must be found byte for byte as it
   * was landed.
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
