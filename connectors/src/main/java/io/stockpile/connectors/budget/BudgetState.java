package io.stockpile.connectors.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.RecordFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When an account's latest requests were made, and until when the service wants none.
 *
 * @param requests in order of time
 */
record BudgetState(List<Instant> requests, Instant notBefore) {
  private static final int VERSION = 1;
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

  /** The state as its file has it, version 1. */
  private record StateFile(
      int version,
      String account,
      List<Instant> requests,
      @JsonInclude(Include.NON_NULL) Instant notBefore) {

    BudgetState state() {
      return new BudgetState(requests, notBefore == null ? Instant.EPOCH : notBefore);
    }
  }

  byte[] toJson(String account) {
    return RecordFile.write(
        new StateFile(
            VERSION, account, requests, notBefore.isAfter(Instant.EPOCH) ? notBefore : null));
  }

  /**
   * Reads it back.
   *
   * @param key the file's, for messages
   */
  static BudgetState fromJson(String key, byte[] json) throws BrokenRecordException {
    return RecordFile.read(key, json, VERSION, StateFile.class, StateFile::state);
  }
}
