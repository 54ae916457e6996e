package io.stockpile.connectors.http;

import java.io.IOException;

/**
 * A secret manager that a module of its own brings, found with {@link java.util.ServiceLoader}. Its
 * scheme begins the references that it resolves: {@code scheme:name}. Thread-safe.
 */
public interface SecretManager {

  /** What stands before the colon: lower case letters, digits and hyphens. */
  String scheme();

  /**
   * Checks a name without looking whether there is such a secret.
   *
   * @throws IllegalArgumentException in words for the user when this can be no name of a secret;
   *     the message does not repeat the text, which may be the credentials themselves
   */
  void check(String name);

  /**
   * Fetches a secret's text, with the rights of the process that asks.
   *
   * @return {@code username:password}, perhaps with more lines behind
   * @throws IOException when it is not to be had, with a message that names the secret and what to
   *     do, and never its value
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  String fetch(String name) throws IOException, InterruptedException;
}
