package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.replay.units.MinuteSet;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one Replay request ended. Only an {@code info} message that was received, and says so in
 * exactly its words, makes it one of the first three.
 */
public sealed interface ReplayEnding extends Serializable {

  /** As manifests have it, for example {@code completed_with_errors}. */
  String label();

  /** How many activities the service says it sent; empty when it said nothing. */
  default OptionalLong activityCount() {
    return statement().map(Statement::activities).orElse(OptionalLong.empty());
  }

  /** When the service says that it ended the request; empty when it said nothing. */
  default Optional<Instant> sent() {
    return statement().flatMap(Statement::sentAt);
  }

  /** What the service itself stated about the end. */
  default Optional<Statement> statement() {
    return Optional.empty();
  }

  /** The numbers of an {@code info} message; absent ones are null within. */
  record Statement(Long activityCount, Instant sent) implements Serializable {
    OptionalLong activities() {
      return activityCount == null ? OptionalLong.empty() : OptionalLong.of(activityCount);
    }

    Optional<Instant> sentAt() {
      return Optional.ofNullable(sent);
    }

    static Statement of(OptionalLong activityCount, Optional<Instant> sent) {
      return new Statement(
          activityCount.isPresent() ? activityCount.getAsLong() : null, sent.orElse(null));
    }
  }

  /** "Replay Request Completed": all minutes were sent. */
  record Completed(Statement stated) implements ReplayEnding {
    @Override
    public String label() {
      return "completed";
    }

    @Override
    public Optional<Statement> statement() {
      return Optional.of(stated);
    }
  }

  /** "Replay Request Completed with Errors": all were sent but those that failed. */
  record CompletedWithErrors(MinuteSet failed, Statement stated) implements ReplayEnding {
    @Override
    public String label() {
      return "completed_with_errors";
    }

    @Override
    public Optional<Statement> statement() {
      return Optional.of(stated);
    }
  }

  /**
   * "Replay Request Failed to Complete": all were sent but those that were not processed.
   *
   * @param unprocessed what was not processed, and what failed
   */
  record FailedToComplete(MinuteSet unprocessed, Statement stated) implements ReplayEnding {
    @Override
    public String label() {
      return "failed_to_complete";
    }

    @Override
    public Optional<Statement> statement() {
      return Optional.of(stated);
    }
  }

  /**
   * The connection ended without a word about the end.
   *
   * @param newestMinute the newest minute that an activity was received of; null when none was
   * @param quiet minutes before that one without an activity, although the stream was dense: the
   *     service tells of minutes that failed at the end alone, and this stream had none
   * @param reason what was seen of the end, fit for people
   */
  record Disconnected(Instant newestMinute, MinuteSet quiet, String reason)
      implements ReplayEnding {
    public Disconnected {
      Objects.requireNonNull(quiet, "quiet");
      Objects.requireNonNull(reason, "reason");
    }

    /** Without quiet minutes. */
    public Disconnected(Instant newestMinute, String reason) {
      this(newestMinute, MinuteSet.empty(), reason);
    }

    /** The newest minute that an activity was received of. */
    public Optional<Instant> after() {
      return Optional.ofNullable(newestMinute);
    }

    @Override
    public String label() {
      return "disconnected";
    }
  }

  /**
   * There was no stream: the service answered with another status than 200.
   *
   * @param message what it said, redacted
   */
  record Refused(int status, String message) implements ReplayEnding {
    public Refused {
      Objects.requireNonNull(message, "message");
    }

    @Override
    public String label() {
      return "refused";
    }

    /** What the refusal means for the next request. */
    public Refusal meaning() {
      return Refusal.of(status, message);
    }
  }
}
