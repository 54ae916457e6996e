package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockpile.connectors.json.AsMinute;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A manifest's account of a Replay range: every request that was made for it, and the state of each
 * of its minutes. The constructor refuses minutes with a gap between them.
 *
 * @param requests in the order in which they were made
 * @param minutes ranges of minutes with the same state, in order and without gaps
 * @param warnings what did not add up, for messages
 * @param rulesOrNull the PowerTrack rules that were in force; null when they are not known
 */
public record ReplayAccount(
    List<Request> requests,
    List<Minutes> minutes,
    List<String> warnings,
    @JsonProperty("rules") @JsonInclude(Include.NON_NULL) Rules rulesOrNull)
    implements UnitAccount {

  public ReplayAccount {
    requests = List.copyOf(requests);
    minutes = List.copyOf(minutes);
    warnings = List.copyOf(warnings);
    if (minutes.isEmpty()) {
      throw new IllegalArgumentException("A Replay range has at least one minute");
    }
    for (int next = 1; next < minutes.size(); next++) {
      if (!minutes.get(next - 1).to().equals(minutes.get(next).from())) {
        throw new IllegalArgumentException(
            "Every minute of a Replay range has one state, but the one after "
                + minutes.get(next - 1).to()
                + " is that of "
                + minutes.get(next).from());
      }
    }
  }

  /**
   * One request.
   *
   * @param attempt the number of the attempt; never used again in the unit
   * @param outcome how it ended, for example {@code completed}
   * @param activityCountOrNull how many activities the service says it sent; null when it did not
   *     say
   * @param received how many activities came
   * @param sent when the request ended according to the service, or when it was made if the service
   *     did not say
   * @param rulesSha256 the hash of the PowerTrack rules in force; empty when they are not known
   * @param messages the control lines of the answer
   */
  public record Request(
      int attempt,
      @AsMinute Instant from,
      @AsMinute Instant to,
      String outcome,
      @JsonProperty("activity_count") @JsonInclude(Include.ALWAYS) Long activityCountOrNull,
      long received,
      Instant sent,
      @JsonInclude(Include.NON_EMPTY) String rulesSha256,
      List<String> messages) {

    public Request {
      Objects.requireNonNull(outcome, "outcome");
      rulesSha256 = rulesSha256 == null ? "" : rulesSha256;
      messages = List.copyOf(messages);
    }

    /** How many activities the service says it sent; empty when it did not say. */
    public OptionalLong activityCount() {
      return activityCountOrNull == null
          ? OptionalLong.empty()
          : OptionalLong.of(activityCountOrNull);
    }
  }

  /**
   * A range of minutes with the same state.
   *
   * @param attempts how many requests asked for each of the minutes
   */
  public record Minutes(@AsMinute Instant from, @AsMinute Instant to, State state, int attempts) {

    /** What the archive has of a minute. */
    public enum State {
      COMPLETE,
      MISSING
    }

    public Minutes {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("There is no minute from " + from + " to " + to);
      }
    }

    /**
     * @param complete whether the minutes are complete; otherwise they are missing
     */
    public Minutes(Instant from, Instant to, boolean complete, int attempts) {
      this(from, to, complete ? State.COMPLETE : State.MISSING, attempts);
    }

    public boolean complete() {
      return state == State.COMPLETE;
    }
  }

  /**
   * A set of PowerTrack rules.
   *
   * @param sha256 the hash of the set, in lower-case hex
   * @param count how many rules the set has
   */
  public record Rules(String sha256, int count) {}

  /** The PowerTrack rules that were in force; empty when they are not known. */
  public Optional<Rules> rules() {
    return Optional.ofNullable(rulesOrNull);
  }

  /** Whether every minute is complete. */
  public boolean complete() {
    return minutes.stream().allMatch(Minutes::complete);
  }

  /** The first instant of the range. */
  public Instant from() {
    return minutes.get(0).from();
  }

  /** The first instant after the range. */
  public Instant to() {
    return minutes.get(minutes.size() - 1).to();
  }
}
