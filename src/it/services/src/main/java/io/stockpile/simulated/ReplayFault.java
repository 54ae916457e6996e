package io.stockpile.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What goes wrong with one Replay request. Faults are immutable, named after what they do, and can
 * be joined with {@link #and}; {@link #none} answers as the service would.
 */
public final class ReplayFault {
  private final String name;
  private final Consumer<ReplayPlan> effect;

  private ReplayFault(String name, Consumer<ReplayPlan> effect) {
    this.name = name;
    this.effect = effect;
  }

  /** No fault: to let a request pass before the next fault's turn. */
  public static ReplayFault none() {
    return new ReplayFault("none", plan -> {});
  }

  /** Answers with a status and a text instead of a stream. */
  public static ReplayFault status(int status, String body) {
    return new ReplayFault(
        "status " + status, plan -> plan.status = Optional.of(new ReplayPlan.Status(status, body)));
  }

  /** 429, as the service words it. */
  public static ReplayFault rateLimited() {
    return status(
        429,
        "{\"error\":{\"message\":\"Exceeded rate limit\",\"sent\":\"2016-06-01T00:00:00+00:00\"}}");
  }

  /** 503. */
  public static ReplayFault unavailable() {
    return status(503, "Service Unavailable");
  }

  /** 406 for an end that is too new, as the service words it. */
  public static ReplayFault dateTooNew() {
    return status(
        406,
        "{\"error\":{\"message\":\"Invalid date for query parameter 'toDate'. Can't ask for tweets"
            + " from within the past 30 minutes.\",\"sent\":\"2016-06-01T00:00:00+00:00\"}}");
  }

  /** Adds or replaces a header, for example {@code Retry-After}. */
  public static ReplayFault header(String name, String value) {
    return new ReplayFault("header " + name, plan -> plan.headers.put(name, value));
  }

  /** Takes the request and closes without an answer. */
  public static ReplayFault dropped() {
    return new ReplayFault("dropped", plan -> plan.dropped = true);
  }

  /** Closes after this many activities, between two lines, with everything sent so far readable. */
  public static ReplayFault closeAfter(long activities) {
    return new ReplayFault(
        "close after " + activities,
        plan -> {
          plan.activityLimit = activities;
          plan.sendsInfo = false;
          plan.endsGzip = false;
        });
  }

  /** Closes after this many activities and half of the next one. */
  public static ReplayFault cutMidLine(long activities) {
    return closeAfter(activities).and(new ReplayFault("in a line", plan -> plan.halfALine = true));
  }

  /** Closes after this many compressed bytes. */
  public static ReplayFault cutMidGzip(long compressedBytes) {
    return new ReplayFault(
        "cut after " + compressedBytes + " bytes", plan -> plan.compressedLimit = compressedBytes);
  }

  /** Sends all activities and closes in good order, but without the message of completion. */
  public static ReplayFault withoutInfo() {
    return new ReplayFault("without info", plan -> plan.sendsInfo = false);
  }

  /** Instead of closing, where a fault closes: resets the connection. */
  public static ReplayFault reset() {
    return new ReplayFault("reset", plan -> plan.after = ReplayPlan.After.RESET);
  }

  /** Sends this many activities and then nothing, with the connection open. */
  public static ReplayFault stallAfter(long activities) {
    return closeAfter(activities)
        .and(new ReplayFault("stall", plan -> plan.after = ReplayPlan.After.STALL));
  }

  /** Sends this many keep-alives, with a pause before each, and no activity; then closes. */
  public static ReplayFault heartbeatsOnly(int heartbeats, Duration pause) {
    return closeAfter(0)
        .and(
            new ReplayFault(
                "heartbeats",
                plan -> {
                  plan.heartbeats = heartbeats;
                  plan.heartbeatPause = pause;
                }));
  }

  /** Leaves these minutes out and says so: "Completed with Errors". */
  public static ReplayFault failedMinutes(Instant... minutes) {
    return new ReplayFault("failed minutes", plan -> plan.failedMinutes.addAll(List.of(minutes)));
  }

  /** Leaves this range out and says so: "Failed to Complete". */
  public static ReplayFault unprocessed(Instant from, Instant to) {
    return new ReplayFault(
        "unprocessed",
        plan -> {
          plan.unprocessedFrom = Optional.of(from);
          plan.unprocessedTo = Optional.of(to);
        });
  }

  /** Sends every nth activity twice, and counts it twice. */
  public static ReplayFault duplicates(int every) {
    return new ReplayFault("duplicates", plan -> plan.duplicateEvery = every);
  }

  /** Sends the activities of each minute in another order. */
  public static ReplayFault disorder(int seed) {
    return new ReplayFault("disorder", plan -> plan.disorderSeed = Optional.of(seed));
  }

  /** Loses this many activities of the beginning, and counts them as sent. */
  public static ReplayFault shortOf(int activities) {
    return new ReplayFault("short", plan -> plan.withheldActivities = activities);
  }

  /** Counts this many more than were sent; fewer when negative. */
  public static ReplayFault countedMore(long activities) {
    return new ReplayFault("wrong count", plan -> plan.countedMore = activities);
  }

  /** Sends a keep-alive after every n activities. */
  public static ReplayFault keepAlives(int every) {
    return new ReplayFault("keep-alives", plan -> plan.keepAliveEvery = every);
  }

  /** Sends a line before all others, ended by a bare newline, as error messages are. */
  public static ReplayFault line(String line) {
    return new ReplayFault("line", plan -> plan.firstLines.add(line));
  }

  /** Sends the stream uncompressed although gzip was asked for. */
  public static ReplayFault uncompressed() {
    return new ReplayFault("uncompressed", plan -> plan.compressed = false);
  }

  /** Ends the last message without a newline. */
  public static ReplayFault infoWithoutNewline() {
    return new ReplayFault("info without newline", plan -> plan.endsInfoLine = false);
  }

  /** Closes after the message of completion without ending the gzip stream. */
  public static ReplayFault gzipWithoutEnd() {
    return new ReplayFault("gzip without end", plan -> plan.endsGzip = false);
  }

  /** Both faults; where they speak of the same thing, the other one has the last word. */
  public ReplayFault and(ReplayFault other) {
    return new ReplayFault(name + " and " + other.name, effect.andThen(other.effect));
  }

  void apply(ReplayPlan plan) {
    effect.accept(plan);
  }

  /** The fault's name. */
  @Override
  public String toString() {
    return name;
  }
}
