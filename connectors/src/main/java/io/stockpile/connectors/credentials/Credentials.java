package io.stockpile.connectors.credentials;

import io.stockpile.connectors.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A user name and a password, in the clear. Never serialised; its text says nothing. */
public final class Credentials {
  private final String username;
  private final String password;

  public Credentials(String username, String password) {
    this.username = Objects.requireNonNull(username, "username");
    this.password = Objects.requireNonNull(password, "password");
  }

  public String username() {
    return username;
  }

  public String password() {
    return password;
  }

  /** The value of the Authorization header for HTTP Basic. */
  public String basicAuthorization() {
    return "Basic " + encoded();
  }

  /** Distinguishes credentials without revealing them. */
  public String fingerprint() {
    return Sha256.of(pair());
  }

  /** The texts that must not appear in any output. */
  public Set<String> secrets() {
    return Set.copyOf(List.of(username, password, encoded()));
  }

  private String encoded() {
    return Base64.getEncoder().encodeToString(pair());
  }

  private byte[] pair() {
    return (username + ":" + password).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
