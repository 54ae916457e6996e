package io.stockpile.connectors.replay.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.stockpile.connectors.json.AsMinute;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Completed;
import io.stockpile.connectors.replay.attempts.ReplayEnding.CompletedWithErrors;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Disconnected;
import io.stockpile.connectors.replay.attempts.ReplayEnding.FailedToComplete;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Refused;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Statement;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is written down of an attempt as its file has it, version 1. Everything from {@code outcome}
 * on is null until the attempt has ended, and afterwards where its outcome has no such member.
 */
record AttemptFile(
    int version,
    int attempt,
    @AsMinute Instant from,
    @AsMinute Instant to,
    Instant requestedAt,
    AttemptOwner owner,
    @JsonInclude(Include.NON_NULL) String outcome,
    @JsonInclude(Include.NON_NULL) Long activityCount,
    @JsonInclude(Include.NON_NULL) Instant sent,
    @JsonInclude(Include.NON_NULL) List<MinuteRange> missing,
    @JsonInclude(Include.NON_NULL) @AsMinute Instant newestMinute,
    @JsonInclude(Include.NON_EMPTY) List<MinuteRange> quiet,
    @JsonInclude(Include.NON_NULL) Integer status,
    @JsonInclude(Include.NON_NULL) String message,
    @JsonInclude(Include.NON_NULL) LandedAttempt landed) {

  private static final int VERSION = 1;

  static byte[] write(AttemptRecord attempt) {
    Optional<ReplayAttempt> done = attempt.done();
    Optional<ReplayEnding> ending = done.map(ReplayAttempt::ending);
    Optional<Statement> stated = ending.flatMap(ReplayEnding::statement);
    return RecordFile.write(
        new AttemptFile(
            VERSION,
            attempt.attempt(),
            attempt.requested().from(),
            attempt.requested().to(),
            attempt.requestedAt(),
            attempt.owner(),
            ending.map(ReplayEnding::label).orElse(null),
            stated.map(Statement::activityCount).orElse(null),
            stated.map(Statement::sent).orElse(null),
            ending.flatMap(AttemptFile::missing).map(MinuteSet::ranges).orElse(null),
            disconnected(ending).map(Disconnected::newestMinute).orElse(null),
            disconnected(ending).map(Disconnected::quiet).map(MinuteSet::ranges).orElse(null),
            refused(ending).map(Refused::status).orElse(null),
            refused(ending)
                .map(Refused::message)
                .or(() -> disconnected(ending).map(Disconnected::reason))
                .orElse(null),
            done.flatMap(ReplayAttempt::landed).orElse(null)));
  }

  private static Optional<MinuteSet> missing(ReplayEnding ending) {
    if (ending instanceof CompletedWithErrors errors) {
      return Optional.of(errors.failed());
    }
    return ending instanceof FailedToComplete failed
        ? Optional.of(failed.unprocessed())
        : Optional.empty();
  }

  private static Optional<Disconnected> disconnected(Optional<ReplayEnding> ending) {
    return ending.filter(Disconnected.class::isInstance).map(Disconnected.class::cast);
  }

  private static Optional<Refused> refused(Optional<ReplayEnding> ending) {
    return ending.filter(Refused.class::isInstance).map(Refused.class::cast);
  }

  /**
   * Reads it back.
   *
   * @param key for messages
   * @throws BrokenAttemptException when it is something else
   */
  static AttemptRecord read(String key, byte[] content) throws BrokenAttemptException {
    try {
      return RecordFile.read(key, content, VERSION, AttemptFile.class, AttemptFile::record);
    } catch (BrokenRecordException e) {
      throw new BrokenAttemptException(
          key
              + " is no record of an attempt ("
              + e.reason()
              + "). Remove it together with what lies beside it under the same number, and the"
              + " attempt will be made again.",
          e);
    }
  }

  private AttemptRecord record() {
    AttemptRecord begun =
        new AttemptRecord(attempt, new MinuteRange(from, to), requestedAt, owner, Optional.empty());
    return outcome == null ? begun : begun.ended(ending(), Optional.ofNullable(landed));
  }

  private ReplayEnding ending() {
    Statement stated = new Statement(activityCount, sent);
    return switch (outcome) {
      case "completed" -> new Completed(stated);
      case "completed_with_errors" ->
          new CompletedWithErrors(set(required("missing", missing)), stated);
      case "failed_to_complete" -> new FailedToComplete(set(required("missing", missing)), stated);
      case "disconnected" ->
          new Disconnected(
              newestMinute,
              quiet == null ? MinuteSet.empty() : set(quiet),
              required("message", message));
      case "refused" -> new Refused(required("status", status), required("message", message));
      default -> throw new IllegalArgumentException("its outcome is '" + outcome + "'");
    };
  }

  private static MinuteSet set(List<MinuteRange> ranges) {
    MinuteSet set = MinuteSet.empty();
    for (MinuteRange range : ranges) {
      set = set.union(MinuteSet.of(range));
    }
    return set;
  }

  private <T> T required(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "its field '" + name + "' is missing, but its outcome is '" + outcome + "'");
    }
    return value;
  }
}
