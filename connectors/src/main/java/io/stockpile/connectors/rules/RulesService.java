package io.stockpile.connectors.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.connectors.http.Backoff;
import io.stockpile.connectors.http.Credentials;
import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.http.HttpFetcher;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.RetryAfter;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.json.BrokenJson;
import io.stockpile.connectors.proxy.ProxyException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The rules API: one question, asked until there is an answer. Not thread-safe; to be closed. */
final class RulesService implements AutoCloseable {
  private static final int MOST_ANSWER_BYTES = 512 * 1024 * 1024;
  private static final int MOST_REFUSAL_BYTES = 16 * 1024 * 1024;
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final RulesSettings settings;
  private final Surroundings surroundings;
  private final HttpFetcher http;

  RulesService(RulesSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.http = new HttpFetcher(settings.readTimeout(), surroundings.proxies());
  }

  /**
   * An answer that was understood.
   *
   * @param refused whether the rules were looked at and not taken
   * @param redaction what nothing of the answer may be shown without
   */
  record Answer(JsonNode json, boolean refused, Redaction redaction) {}

  /**
   * Asks.
   *
   * @param body sent if there is one
   * @throws RulesRefusedException when the service says no to the request as a whole
   * @throws IOException when it cannot be reached or understood in all attempts
   */
  Answer ask(URI url, Optional<byte[]> body) throws IOException, InterruptedException {
    Credentials credentials = settings.credentials().resolve(surroundings.environment());
    Redaction redaction = Redaction.of(credentials.secrets());
    Map<String, String> headers = Map.of("Authorization", credentials.basicAuthorization());
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> retryAfter = Optional.empty();
      String problem;
      try (HttpAnswer answer =
          body.isPresent()
              ? http.post(url, headers, "application/json; charset=UTF-8", body.get())
              : http.get(url, headers)) {
        int status = answer.status();
        if (status == 200 || status == 201) {
          byte[] content = answer.body().readNBytes(MOST_ANSWER_BYTES);
          JsonNode json =
              content.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(content);
          return new Answer(json, false, redaction);
        }
        if (status != 429 && status != 408 && status < 500) {
          return refusal(answer, redaction);
        }
        problem = "answered " + said(status, answer.errorText(redaction));
        retryAfter =
            answer
                .header("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, surroundings.clock().instant()));
      } catch (RulesRefusedException e) {
        throw e;
      } catch (JsonProcessingException e) {
        problem = "answered something that is no JSON: " + redaction.text(BrokenJson.problem(e));
      } catch (IOException e) {
        if (e instanceof ProxyException refused && !refused.mayPass()) {
          throw new IOException(
              settings.rulesUrl() + " was not reached. " + refused.getMessage() + ".", e);
        }
        problem = "failed: " + redaction.text(String.valueOf(e.getMessage()));
      }
      if (attempt == settings.maxAttempts()) {
        throw new IOException(
            settings.rulesUrl()
                + " "
                + problem
                + (attempt == 1 ? "." : ", in the last of " + attempt + " attempts."));
      }
      surroundings.sleeper().sleep(pause(attempt, retryAfter));
    }
  }

  /** The answer if it speaks of single rules. */
  private Answer refusal(HttpAnswer answer, Redaction redaction) throws RulesRefusedException {
    int status = answer.status();
    byte[] content = new byte[0];
    try {
      if (status == 422 || status == 400) {
        content = answer.body().readNBytes(MOST_REFUSAL_BYTES);
        JsonNode json = MAPPER.readTree(content);
        if (RulesAnswer.isIn(json)) {
          return new Answer(json, true, redaction);
        }
      }
    } catch (IOException e) {
      // It is refused even if its explanation cannot be read; what could be read is quoted.
      throw new RulesRefusedException(status, text(status, answer.quotation(content, redaction)));
    }
    throw new RulesRefusedException(status, text(status, answer.quotation(content, redaction)));
  }

  private Duration pause(int failures, Optional<Duration> retryAfter) {
    Duration backoff = Backoff.DEFAULT.delay(failures, surroundings.random());
    Duration asked =
        retryAfter.orElse(Duration.ZERO).compareTo(LONGEST_RETRY_AFTER) > 0
            ? LONGEST_RETRY_AFTER
            : retryAfter.orElse(Duration.ZERO);
    return asked.compareTo(backoff) > 0 ? asked : backoff;
  }

  private static String said(int status, String text) {
    return text.isEmpty() ? Integer.toString(status) : status + " (" + text + ")";
  }

  private String text(int status, String said) {
    String hint =
        status == 401 || status == 403
            ? " Check " + settings.credentials().whereToLook() + "."
            : status == 404 ? " Check the account and the stream label." : "";
    return settings.rulesUrl() + " answered " + said(status, said) + "." + hint;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
