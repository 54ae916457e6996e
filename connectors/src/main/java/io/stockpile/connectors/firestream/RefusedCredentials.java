package io.stockpile.connectors.firestream;

import io.stockpile.connectors.credentials.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which credentials the service has refused in this JVM, so that the other units of a
 * backfill do not use them again. They are dropped after a while, because a process may live long.
 * Thread-safe.
 */
final class RefusedCredentials {
  /** One object for the whole JVM, because workers of a job share no other objects. */
  static final RefusedCredentials IN_THIS_JVM = new RefusedCredentials();

  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(15);

  private final Map<Key, Refusal> refusals = new ConcurrentHashMap<>();

  private record Key(URI url, String fingerprint) {}

  /** What the service answered. */
  record Refusal(int status, String text, Instant when) {}

  void remember(URI url, Credentials credentials, Refusal refusal) {
    refusals.put(new Key(url, credentials.fingerprint()), refusal);
  }

  Optional<Refusal> find(URI url, Credentials credentials, Instant now) {
    return Optional.ofNullable(refusals.get(new Key(url, credentials.fingerprint())))
        .filter(refusal -> refusal.when().plus(REMEMBERED_FOR).isAfter(now));
  }
}
