package io.stockpile.connectors.credentials;

import java.io.IOException;

/**
 * A secret manager. A module implements it; it is found by {@link java.util.ServiceLoader}. It
 * resolves references that begin with its scheme: {@code scheme:name}. Thread-safe.
 */
public interface SecretManager {

  /** The part of references before the colon: lower case letters, digits and hyphens. */
  String scheme();

  /**
   * Checks the form of a name, without looking up the secret.
   *
   * @throws IllegalArgumentException when the name is malformed; the message is for the user and
   *     does not repeat the text, because it may be the credentials themselves
   */
  void check(String name);

  /**
   * Fetches the text of a secret with the rights of this process.
   *
   * @return {@code username:password}, possibly followed by more lines
   * @throws IOException when it cannot be fetched; the message names the secret and says what to
   *     do, and never contains its value
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  String fetch(String name) throws IOException, InterruptedException;
}
