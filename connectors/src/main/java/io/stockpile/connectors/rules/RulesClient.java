package io.stockpile.connectors.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.connectors.http.Backoff;
import io.stockpile.connectors.http.Credentials;
import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.http.HttpFetcher;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.RetryAfter;
import io.stockpile.connectors.http.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists, adds and deletes the rules of a PowerTrack Replay stream. They are not those of the
 * realtime stream. Rules go out in batches that the service takes; a failure between two batches
 * leaves the earlier ones done, and the same call finishes the rest. Not thread-safe; to be closed.
 */
public final class RulesClient implements AutoCloseable {
  private static final int BATCH_RULES = 1000;
  private static final int BATCH_BYTES = 1_000_000;
  private static final int MOST_ANSWER_BYTES = 512 * 1024 * 1024;
  private static final int MOST_MESSAGES = 100;
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final RulesSettings settings;
  private final Surroundings surroundings;
  private final HttpFetcher http;

  public RulesClient(RulesSettings settings) {
    this(settings, Surroundings.system());
  }

  /**
   * @param surroundings clock, pauses, jitter and environment variables
   */
  public RulesClient(RulesSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.http = new HttpFetcher(settings.readTimeout());
  }

  /**
   * The rules that are in force.
   *
   * @throws RulesRefusedException when the service says no
   * @throws IOException when it cannot be reached or understood in all attempts
   */
  public RuleSet list() throws IOException, InterruptedException {
    JsonNode json = ask(settings.rulesUrl(), Optional.empty());
    try {
      return RuleSet.ofJson(json);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          settings.rulesUrl() + " answered something that is no list of rules: " + e.getMessage(),
          e);
    }
  }

  /**
   * Adds rules; those that are there already stay.
   *
   * @throws IOException as for {@link #list}
   */
  public RuleChange add(RuleSet rules) throws IOException, InterruptedException {
    return change(rules, settings.rulesUrl(), "created");
  }

  /**
   * Deletes rules.
   *
   * @throws IOException as for {@link #list}
   */
  public RuleChange delete(RuleSet rules) throws IOException, InterruptedException {
    URI url = URI.create(settings.rulesUrl() + "?_method=delete");
    return change(rules, url, "deleted");
  }

  /** What {@link #sync} did. */
  public record Synced(RuleChange added, RuleChange deleted) {}

  /**
   * Makes the rules in force those of a set: what is missing is added first, then what is too much
   * is deleted.
   *
   * @throws IOException as for {@link #list}
   */
  public Synced sync(RuleSet wanted) throws IOException, InterruptedException {
    RuleSet inForce = list();
    return new Synced(add(wanted.minus(inForce)), delete(inForce.minus(wanted)));
  }

  private RuleChange change(RuleSet rules, URI url, String verb)
      throws IOException, InterruptedException {
    long changed = 0;
    long unchanged = 0;
    List<String> messages = new ArrayList<>();
    for (RuleSet batch : batches(rules)) {
      JsonNode json = ask(url, Optional.of(batch.toJson()));
      JsonNode summary = json.path("summary");
      changed += summary.path(verb).asLong(batch.size());
      unchanged += summary.path("not_" + verb).asLong(0);
      for (JsonNode detail : json.path("detail")) {
        if (!detail.path(verb).asBoolean(true) && messages.size() < MOST_MESSAGES) {
          messages.add(
              detail.path("rule").path("value").asText("")
                  + ": "
                  + detail.path("message").asText("not " + verb));
        }
      }
    }
    return changed + unchanged == 0
        ? RuleChange.NONE
        : new RuleChange(changed, unchanged, messages);
  }

  static List<RuleSet> batches(RuleSet rules) {
    List<RuleSet> batches = new ArrayList<>();
    List<PowerTrackRule> batch = new ArrayList<>();
    int bytes = 0;
    for (PowerTrackRule rule : rules.rules()) {
      int size = new RuleSet(List.of(rule)).toJson().length;
      if (!batch.isEmpty() && (batch.size() == BATCH_RULES || bytes + size > BATCH_BYTES)) {
        batches.add(RuleSet.of(batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(rule);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(RuleSet.of(batch));
    }
    return List.copyOf(batches);
  }

  private JsonNode ask(URI url, Optional<byte[]> body) throws IOException, InterruptedException {
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
          return content.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(content);
        }
        problem = "answered " + status + " (" + answer.errorText(redaction) + ")";
        if (status != 429 && status != 408 && status < 500) {
          throw new RulesRefusedException(status, text(problem, status));
        }
        retryAfter =
            answer
                .header("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, surroundings.clock().instant()));
      } catch (RulesRefusedException e) {
        throw e;
      } catch (IOException e) {
        problem = "failed: " + redaction.text(String.valueOf(e.getMessage()));
      }
      if (attempt == settings.maxAttempts()) {
        throw new IOException(
            settings.rulesUrl() + " " + problem + ", in the last of " + attempt + " attempts.");
      }
      surroundings.sleeper().sleep(pause(attempt, retryAfter));
    }
  }

  private Duration pause(int failures, Optional<Duration> retryAfter) {
    Duration backoff = Backoff.DEFAULT.delay(failures, surroundings.random());
    Duration asked =
        retryAfter.orElse(Duration.ZERO).compareTo(LONGEST_RETRY_AFTER) > 0
            ? LONGEST_RETRY_AFTER
            : retryAfter.orElse(Duration.ZERO);
    return asked.compareTo(backoff) > 0 ? asked : backoff;
  }

  private String text(String problem, int status) {
    String hint =
        status == 401 || status == 403
            ? " Check " + settings.credentials().whereToLook() + "."
            : status == 404 ? " Check the account and the stream label." : "";
    return settings.rulesUrl() + " " + problem + "." + hint;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
