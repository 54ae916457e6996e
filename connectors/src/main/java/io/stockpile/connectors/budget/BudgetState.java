package io.stockpile.connectors.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * When an account's latest requests were made, and until when the service wants none.
 *
 * @param requests in order of time
 */
record BudgetState(List<Instant> requests, Instant notBefore) {
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final BudgetState UNUSED = new BudgetState(List.of(), Instant.EPOCH);

  BudgetState {
    requests = requests.stream().sorted().toList();
  }

  static BudgetState unused() {
    return UNUSED;
  }

  /** The budget is used up at this moment: for a state that cannot be read. */
  static BudgetState usedUp(RateLimit limit, Instant now) {
    return new BudgetState(Collections.nCopies(limit.requests(), now), Instant.EPOCH);
  }

  /** From when on one more request keeps the limit; the past or now when it does at once. */
  Instant nextAt(RateLimit limit, Instant now) {
    Duration window = limit.window().plus(margin(limit));
    List<Instant> counting = within(window, now);
    Instant free =
        counting.size() < limit.requests()
            ? now
            : counting.get(counting.size() - limit.requests()).plus(window);
    return free.isAfter(notBefore) ? free : notBefore;
  }

  BudgetState spend(RateLimit limit, Instant now) {
    List<Instant> kept = new ArrayList<>(within(limit.window().multipliedBy(2), now));
    kept.add(now);
    return new BudgetState(kept, notBefore);
  }

  BudgetState holdUntil(Instant instant) {
    return instant.isAfter(notBefore) ? new BudgetState(requests, instant) : this;
  }

  /** Requests take different times to arrive, and the service counts when they do. */
  private static Duration margin(RateLimit limit) {
    Duration share = limit.window().dividedBy(20);
    Duration second = Duration.ofSeconds(1);
    return share.compareTo(second) < 0 ? share : second;
  }

  private List<Instant> within(Duration window, Instant now) {
    Instant start = now.minus(window);
    return requests.stream().filter(request -> request.isAfter(start)).toList();
  }

  byte[] toJson(String account) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("version", VERSION).put("account", account);
    ArrayNode list = json.putArray("requests");
    requests.forEach(request -> list.add(request.toString()));
    if (notBefore.isAfter(Instant.EPOCH)) {
      json.put("not_before", notBefore.toString());
    }
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Empty when it is no state of this version. */
  static Optional<BudgetState> fromJson(byte[] content) {
    try {
      JsonNode json = MAPPER.readTree(content);
      if (json.path("version").asInt() != VERSION || !json.path("requests").isArray()) {
        return Optional.empty();
      }
      List<Instant> requests = new ArrayList<>();
      for (JsonNode request : json.path("requests")) {
        requests.add(Instant.parse(request.asText("")));
      }
      Instant notBefore = Instant.parse(json.path("not_before").asText(Instant.EPOCH.toString()));
      return Optional.of(new BudgetState(requests, notBefore));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
