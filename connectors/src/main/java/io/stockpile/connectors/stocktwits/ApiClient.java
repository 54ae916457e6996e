package io.stockpile.connectors.stocktwits;

import io.stockpile.connectors.budget.StatedLimit;
import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.http.HttpFetcher;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.RetryAfter;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.proxy.ProxyException;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends one request and reads its answer whole. Thread-safe. */
public final class ApiClient implements Closeable {
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int MOST_BYTES = 32 << 20;

  private final ApiSettings settings;
  private final ApiLogin login;
  private final Clock clock;
  private final HttpFetcher http;

  public ApiClient(ApiSettings settings, ApiLogin login, Surroundings surroundings) {
    this.settings = settings;
    this.login = login;
    this.clock = surroundings.clock();
    this.http = new HttpFetcher(settings.readTimeout(), surroundings.proxies());
  }

  /**
   * An answer, with the number of requests that are left.
   *
   * @param stated what the answer says about them; empty when it says nothing
   */
  public record Answered(ApiAnswer answer, Optional<StatedLimit> stated) {}

  /** Asks for a page. */
  public Answered ask(ApiStream stream, long max) {
    URI url = stream.url(settings.url(), max);
    Redaction redaction = login.redaction();
    try (HttpAnswer head = http.get(url, login.headers())) {
      Instant received = clock.instant();
      Optional<StatedLimit> stated = StatedLimit.of(head::header, received);
      return new Answered(answer(stream, max, url, head, stated), stated);
    } catch (IOException e) {
      if (e instanceof ProxyException refused && !refused.mayPass()) {
        return new Answered(new ApiAnswer.Unreachable(refused.getMessage()), Optional.empty());
      }
      return new Answered(
          new ApiAnswer.Broken("no answer: " + redaction.failure(e, settings.readTimeout())),
          Optional.empty());
    }
  }

  private ApiAnswer answer(
      ApiStream stream, long max, URI url, HttpAnswer head, Optional<StatedLimit> stated) {
    Redaction redaction = login.redaction();
    if (head.status() != OK) {
      return refusal(head.status(), head.errorText(redaction), head, stated);
    }
    Optional<String> coding =
        head.header("Content-Encoding").filter(value -> !value.strip().equals("identity"));
    if (coding.isPresent()) {
      return new ApiAnswer.Broken("its body is encoded, which was not asked for");
    }
    byte[] body;
    try {
      body = head.body().readNBytes(MOST_BYTES);
    } catch (IOException e) {
      return new ApiAnswer.Broken(
          "its body broke off: " + redaction.failure(e, settings.readTimeout()));
    }
    if (body.length == MOST_BYTES) {
      return new ApiAnswer.Broken("its body has " + MOST_BYTES + " bytes or more");
    }
    try {
      Page page = PageReader.read(stream, max, body, redaction);
      return new ApiAnswer.Whole(url, clock.instant(), body, page);
    } catch (PageReader.NoPageException e) {
      return e.status() == OK
          ? new ApiAnswer.Broken(e.getMessage())
          : refusal(e.status(), e.getMessage(), head, stated);
    }
  }

  private ApiAnswer refusal(
      int status, String text, HttpAnswer head, Optional<StatedLimit> stated) {
    Instant now = clock.instant();
    Optional<Duration> wait =
        head.header("Retry-After").flatMap(value -> RetryAfter.parse(value, now));
    if (wait.isEmpty() && status == TOO_MANY) {
      wait =
          stated
              .map(said -> Duration.between(now, said.reset()))
              .map(until -> until.isNegative() ? Duration.ZERO : until);
    }
    return new ApiAnswer.Refusal(status, text.isEmpty() ? "" : ": " + text, wait);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
