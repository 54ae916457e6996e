package io.stockpile.connectors.credentials;

import io.stockpile.connectors.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A bearer token in the clear. Never serialised; its text says nothing. */
public final class AccessToken {
  /** The characters that a header can carry. RFC 6750 allows fewer, but services use more. */
  private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7E]+");

  private static final int FINGERPRINT_DIGITS = 8;

  private final String value;

  /**
   * @throws IllegalArgumentException when it cannot be sent in a header; the message does not
   *     repeat it
   */
  public AccessToken(String value) {
    this.value = Objects.requireNonNull(value, "value").strip();
    if (!SENDABLE.matcher(this.value).matches()) {
      throw new IllegalArgumentException(
          "A token is one word of visible ASCII characters, and this one is empty or holds others");
    }
  }

  /** The value of the Authorization header. */
  public String bearerAuthorization() {
    return "Bearer " + value;
  }

  /** A few hex digits that distinguish tokens without revealing them. */
  public String fingerprint() {
    return Sha256.of(value.getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT_DIGITS);
  }

  /** The texts that must not appear in any output. */
  public Set<String> secrets() {
    return Set.of(value);
  }

  @Override
  public String toString() {
    return "AccessToken[…]";
  }
}
