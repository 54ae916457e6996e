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
import java.util.Optional;

/**
 * The state of an account's budget: when the latest requests were made, until when no request may
 * be made, and how many are left according to the service.
 *
 * @param requests the times of the latest requests, ascending
 * @param stated the service's latest statement; empty when it made none
 */
record BudgetState(List<Instant> requests, Instant notBefore, Optional<Stated> stated) {
  private static final int VERSION = 1;
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final BudgetState UNUSED =
      new BudgetState(List.of(), Instant.EPOCH, Optional.empty());

  /**
   * What the service stated in the answer to one request.
   *
   * @param request when that request was made; the statement does not include later ones
   */
  record Stated(int limit, int remaining, Instant reset, Instant request) {
    Stated(StatedLimit said, Instant request) {
      this(said.limit(), said.remaining(), said.reset(), request);
    }
  }

  BudgetState {
    requests = requests.stream().sorted().toList();
  }

  static BudgetState unused() {
    return UNUSED;
  }

  /** A budget that is used up now. It replaces a state that cannot be read. */
  static BudgetState usedUp(RateLimit limit, Instant now) {
    return new BudgetState(
        Collections.nCopies(limit.requests(), now), Instant.EPOCH, Optional.empty());
  }

  /**
   * When the next request is allowed; now or earlier when it is allowed at once. During a window
   * that the service has stated, its count is used instead of ours. If our limit is lower than the
   * service's, ours is kept as well.
   */
  Instant nextAt(RateLimit limit, Instant now) {
    Optional<Stated> window = current(now);
    Instant free = notBefore;
    if (window.isPresent() && unused(window.get()) == 0) {
      free = later(free, window.get().reset().plus(A_SECOND));
    }
    return isOurs(limit, window) ? later(free, freeAt(limit, now)) : later(free, now);
  }

  /** How many requests are allowed now. */
  int left(RateLimit limit, Instant now) {
    if (notBefore.isAfter(now)) {
      return 0;
    }
    Optional<Stated> window = current(now);
    int byService = window.map(this::unused).orElse(Integer.MAX_VALUE);
    int byCount = Math.max(0, limit.requests() - counting(limit, now).size());
    return isOurs(limit, window) ? Math.min(byService, byCount) : byService;
  }

  private Instant freeAt(RateLimit limit, Instant now) {
    List<Instant> counting = counting(limit, now);
    return counting.size() < limit.requests()
        ? now
        : counting.get(counting.size() - limit.requests()).plus(limit.window()).plus(margin(limit));
  }

  /**
   * The service's statement, if its window has not ended yet. The service's resets are whole
   * seconds.
   */
  private Optional<Stated> current(Instant now) {
    return stated.filter(said -> now.isBefore(said.reset().plus(A_SECOND)));
  }

  /**
   * How many requests are left: the number that the service stated, minus the requests made since.
   */
  private int unused(Stated said) {
    return Math.max(0, said.remaining() - after(said.request()).size());
  }

  /** Whether our own count of requests must be kept. */
  private static boolean isOurs(RateLimit limit, Optional<Stated> said) {
    return said.isEmpty() || limit.requests() < said.get().limit();
  }

  /**
   * The requests that count against our limit. If the service counts, those before its last reset
   * do not.
   */
  private List<Instant> counting(RateLimit limit, Instant now) {
    Instant start = now.minus(limit.window()).minus(margin(limit));
    return after(isOurs(limit, stated) ? start : later(start, stated.get().reset()));
  }

  BudgetState spend(RateLimit limit, Instant now) {
    Instant start = now.minus(limit.window().multipliedBy(2));
    Instant said = current(now).map(Stated::request).orElse(start);
    List<Instant> kept = new ArrayList<>(after(said.isBefore(start) ? said : start));
    kept.add(now);
    return new BudgetState(kept, notBefore, stated);
  }

  BudgetState holdUntil(Instant instant) {
    return instant.isAfter(notBefore) ? new BudgetState(requests, instant, stated) : this;
  }

  /**
   * Takes over what the service states about a window. Ignored if the window has ended, would last
   * for more than a day, or is older than the one that is known.
   *
   * @param request when the request was made whose answer has the statement
   */
  BudgetState believe(StatedLimit said, Instant request, Instant now) {
    boolean sensible = said.reset().isAfter(now) && said.reset().isBefore(now.plus(A_DAY));
    boolean late =
        stated
            .filter(known -> request.isBefore(known.request()))
            .filter(known -> said.reset().plus(A_SECOND).isBefore(known.reset()))
            .isPresent();
    if (!sensible || late) {
      return this;
    }
    BudgetState changed =
        new BudgetState(requests, notBefore, Optional.of(new Stated(said, request)));
    return changed.saysTheSame(this) ? this : changed;
  }

  /** Whether the statement tells nothing new, apart from a second by which clocks differ. */
  private boolean saysTheSame(BudgetState before) {
    Stated said = stated.orElseThrow();
    return before
        .stated
        .filter(known -> known.limit() == said.limit() && unused(known) == unused(said))
        .filter(
            known -> Duration.between(known.reset(), said.reset()).abs().compareTo(A_SECOND) <= 0)
        .isPresent();
  }

  /**
   * A margin on the window: the service counts requests when they arrive, and they take different
   * times to do so.
   */
  private static Duration margin(RateLimit limit) {
    Duration share = limit.window().dividedBy(20);
    return share.compareTo(A_SECOND) < 0 ? share : A_SECOND;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Instant> after(Instant start) {
    return requests.stream().filter(request -> request.isAfter(start)).toList();
  }

  /** The file of a budget's state, version 1. */
  private record StateFile(
      int version,
      String account,
      List<Instant> requests,
      @JsonInclude(Include.NON_NULL) Instant notBefore,
      @JsonInclude(Include.NON_NULL) Stated stated) {

    BudgetState state() {
      return new BudgetState(
          requests, notBefore == null ? Instant.EPOCH : notBefore, Optional.ofNullable(stated));
    }
  }

  byte[] toJson(String account) {
    return RecordFile.write(
        new StateFile(
            VERSION,
            account,
            requests,
            notBefore.isAfter(Instant.EPOCH) ? notBefore : null,
            stated.orElse(null)));
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
