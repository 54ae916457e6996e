package io.stockpile.connectors.replay;

import io.stockpile.connectors.credentials.Credentials;
import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.http.HttpFetcher;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.RetryAfter;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.proxy.ProxyException;
import io.stockpile.connectors.replay.attempts.AttemptSink;
import io.stockpile.connectors.replay.attempts.ReplayAttempt;
import io.stockpile.connectors.replay.attempts.ReplayAttempts;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Refused;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one request and writes its answer to the archive byte for byte. It does not parse the
 * bytes, because the service disconnects slow clients.
 */
final class ReplayClient implements AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  /** More than keep-alives make in the quiet time, less than any two activities. */
  private static final long MORE_THAN_KEEP_ALIVES = 1024;

  private final ReplaySettings settings;
  private final ObjectStore store;
  private final ReplayAttempts attempts;
  private final LandingListener listener;
  private final Clock clock;
  private final HttpFetcher http;

  ReplayClient(
      ReplaySettings settings,
      ObjectStore store,
      ReplayAttempts attempts,
      LandingListener listener,
      Surroundings surroundings) {
    this.settings = settings;
    this.store = store;
    this.attempts = attempts;
    this.listener = listener;
    this.clock = surroundings.clock();
    this.http = new HttpFetcher(settings.readTimeout(), surroundings.proxies());
  }

  /**
   * How a request ended.
   *
   * @param retryAfter how long the service asks to wait
   */
  record Answered(ReplayAttempt attempt, Optional<Duration> retryAfter) {}

  /**
   * Asks for a range.
   *
   * @throws StoreFailedException when the archive takes no more; what it took stays
   * @throws ProxyException when no request can get through the proxy
   * @throws IOException when the archive fails otherwise, or another process took over
   */
  Answered request(ReplayUnit unit, MinuteRange range, Credentials credentials, Instant now)
      throws IOException, InterruptedException {
    Redaction redaction = Redaction.of(credentials.secrets());
    ReplayAttempts.Open open = attempts.begin(unit, range, now);
    listener.requesting(unit);
    Optional<HttpAnswer> head = Optional.empty();
    String silence = "";
    try {
      head = Optional.of(http.get(settings.requestUrl(unit.stream(), range), headers(credentials)));
    } catch (IOException e) {
      silence = redaction.failure(e, settings.readTimeout());
      if (e instanceof ProxyException refused && !refused.mayPass()) {
        attempts.refuse(unit, open, new Refused(0, "no answer: " + silence));
        throw refused;
      }
    }
    if (head.isEmpty()) {
      return new Answered(
          attempts.refuse(unit, open, new Refused(0, "no answer: " + silence)), Optional.empty());
    }
    try (HttpAnswer answer = head.get()) {
      if (answer.status() == 200) {
        return new Answered(receive(unit, open, answer, redaction), Optional.empty());
      }
      String text = RefusalText.of(answer, redaction);
      Optional<Duration> retryAfter =
          answer.header("Retry-After").flatMap(value -> RetryAfter.parse(value, clock.instant()));
      return new Answered(
          attempts.refuse(unit, open, new Refused(answer.status(), text)), retryAfter);
    }
  }

  private static Map<String, String> headers(Credentials credentials) {
    return Map.of(
        "Authorization",
        credentials.basicAuthorization(),
        "Accept",
        "application/json",
        "Accept-Encoding",
        "gzip");
  }

  private ReplayAttempt receive(
      ReplayUnit unit, ReplayAttempts.Open open, HttpAnswer answer, Redaction redaction)
      throws IOException, InterruptedException {
    try (AttemptSink sink = new AttemptSink(store, unit, open.record().attempt(), clock)) {
      String reason = copy(unit, answer, sink, redaction);
      return attempts.end(unit, open, sink.finish(), reason);
    }
  }

  /** Copies bytes as long as they come, and returns why they ended. */
  private String copy(ReplayUnit unit, HttpAnswer answer, AttemptSink sink, Redaction redaction)
      throws StoreFailedException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    Instant quietSince = clock.instant();
    long quietBytes = 0;
    try {
      InputStream body = answer.body();
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        if (Thread.interrupted()) {
          throw new InterruptedException("Interrupted while receiving " + unit.name());
        }
        sink.write(buffer, count);
        listener.received(unit, count);
        quietBytes += count;
        Instant now = clock.instant();
        if (quietBytes > MORE_THAN_KEEP_ALIVES) {
          quietBytes = 0;
          quietSince = now;
        } else if (quietSince.plus(settings.quietTimeout()).isBefore(now)) {
          return "nothing but keep-alives came for " + settings.quietTimeout();
        }
      }
      return "the stream ended without a word about the end";
    } catch (StoreFailedException e) {
      throw e;
    } catch (IOException e) {
      return "the stream broke off: " + redaction.failure(e, settings.readTimeout());
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
