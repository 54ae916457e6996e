package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which credentials the service has refused in this JVM, so that the other units of a backfill do
 * not ask with them again. They are forgotten after a while, for the sake of long-lived processes.
 * Thread-safe.
 */
final class RefusedCredentials {
  /** One memory for the whole JVM: workers of one job do not share objects. */
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
