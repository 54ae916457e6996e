package io.stockpile.connectors.firestream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that landed files are known by. */
public final class Digests {
  private Digests() {}

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
