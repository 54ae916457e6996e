package io.stockpile.connectors.replay.attempts;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Completed;
import io.stockpile.connectors.replay.attempts.ReplayEnding.CompletedWithErrors;
import io.stockpile.connectors.replay.attempts.ReplayEnding.FailedToComplete;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Statement;
import io.stockpile.connectors.replay.lines.ControlLine;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the three {@code info} messages that end a request. They begin with the same words, so the
 * whole message counts. Where one names minutes that are missing in a way that cannot be
 * understood, all minutes of the request are taken for missing: to ask again is cheap, to lose a
 * minute is not.
 */
final class InfoParser {
  private static final String COMPLETED = "Replay Request Completed";
  private static final String COMPLETED_WITH_ERRORS = "Replay Request Completed with Errors";
  private static final String FAILED_TO_COMPLETE = "Replay Request Failed to Complete";

  private final MinuteRange requested;

  InfoParser(MinuteRange requested) {
    this.requested = requested;
  }

  /** How the request ended by this line; empty when the line says nothing about that. */
  Optional<ReplayEnding> ending(ControlLine line) {
    if (!line.kind().equals("info")) {
      return Optional.empty();
    }
    JsonNode info = line.content();
    JsonNode count = info.path("activity_count");
    Statement statement =
        Statement.of(
            count.isIntegralNumber() && count.canConvertToLong()
                ? OptionalLong.of(count.longValue())
                : OptionalLong.empty(),
            Minutes.parseResponse(info.path("sent").asText("")));
    JsonNode failed = info.path("minutes_failed");
    // A text or a number is empty as well, but it names something.
    boolean namesNone =
        (failed.isMissingNode()
                || failed.isNull()
                || (failed.isContainerNode() && failed.isEmpty()))
            && !info.hasNonNull("unprocessed_range");
    return switch (line.message().strip()) {
      case COMPLETED ->
          Optional.of(
              namesNone
                  ? new Completed(statement)
                  : new CompletedWithErrors(missing(info), statement));
      case COMPLETED_WITH_ERRORS -> Optional.of(new CompletedWithErrors(missing(info), statement));
      case FAILED_TO_COMPLETE -> Optional.of(new FailedToComplete(missing(info), statement));
      default -> Optional.empty();
    };
  }

  private MinuteSet missing(JsonNode info) {
    Optional<MinuteSet> failed = failedMinutes(info.path("minutes_failed"));
    Optional<MinuteSet> unprocessed = unprocessed(info.path("unprocessed_range"));
    if (failed.isEmpty() || unprocessed.isEmpty()) {
      return MinuteSet.of(requested);
    }
    MinuteSet named = failed.get().union(unprocessed.get()).intersection(MinuteSet.of(requested));
    return named.isEmpty() ? MinuteSet.of(requested) : named;
  }

  private static Optional<MinuteSet> failedMinutes(JsonNode minutes) {
    if (minutes.isMissingNode() || minutes.isNull()) {
      return Optional.of(MinuteSet.empty());
    }
    List<Instant> instants = new ArrayList<>();
    for (JsonNode minute : minutes) {
      Optional<Instant> instant = Minutes.parseResponse(minute.asText(""));
      if (instant.isEmpty()) {
        return Optional.empty();
      }
      instants.add(instant.get());
    }
    return minutes.isArray() ? Optional.of(MinuteSet.ofMinutes(instants)) : Optional.empty();
  }

  private static Optional<MinuteSet> unprocessed(JsonNode range) {
    if (range.isMissingNode() || range.isNull()) {
      return Optional.of(MinuteSet.empty());
    }
    Optional<Instant> from =
        Minutes.parseResponse(range.path("fromDate").asText("")).map(Minutes::floor);
    Optional<Instant> to =
        Minutes.parseResponse(range.path("toDate").asText("")).map(Minutes::ceiling);
    if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
      return Optional.empty();
    }
    return Optional.of(MinuteSet.of(new MinuteRange(from.get(), to.get())));
  }
}
