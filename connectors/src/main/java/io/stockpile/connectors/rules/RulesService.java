package io.stockpile.connectors.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.connectors.credentials.Credentials;
import io.stockpile.connectors.http.Backoff;
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

/**
 * Sends requests to the rules API and repeats each until there is an answer. Not thread-safe; must
 * be closed.
 */
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
   * An answer that was parsed.
   *
   * @param refused whether the service refused the rules
   * @param redaction must be applied before anything of the answer is shown
   */
  record Answer(JsonNode json, boolean refused, Redaction redaction) {}

  /**
   * Sends a request.
   *
   * @param body the body; empty for a GET
   * @throws RulesRefusedException when the service refuses the request as a whole
   * @throws IOException when the service cannot be reached or its answers cannot be parsed, in all
   *     attempts
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

  /** The answer, if it says something about single rules. */
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
      // The request was refused even if the explanation cannot be parsed; the text is quoted then.
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
