package io.stockpile.connectors.replay.attempts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.gzip.GzipEnding;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Completed;
import io.stockpile.connectors.replay.attempts.ReplayEnding.CompletedWithErrors;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Disconnected;
import io.stockpile.connectors.replay.attempts.ReplayEnding.FailedToComplete;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Refused;
import io.stockpile.connectors.replay.attempts.ReplayEnding.Statement;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.MinuteSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The JSON of {@link AttemptRecord}, version 1. */
public final class AttemptJson {
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AttemptJson() {}

  public static byte[] write(AttemptRecord attempt) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("version", VERSION)
        .put("attempt", attempt.attempt())
        .put("from", Minutes.text(attempt.requested().from()))
        .put("to", Minutes.text(attempt.requested().to()))
        .put("requested_at", attempt.requestedAt().toString());
    json.putObject("owner")
        .put("host", attempt.owner().host())
        .put("pid", attempt.owner().pid())
        .put("started", attempt.owner().started().toString());
    attempt.done().ifPresent(done -> writeDone(done, json));
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void writeDone(ReplayAttempt done, ObjectNode json) {
    ReplayEnding ending = done.ending();
    json.put("outcome", ending.label());
    ending.activityCount().ifPresent(count -> json.put("activity_count", count));
    ending.sent().ifPresent(sent -> json.put("sent", sent.toString()));
    if (ending instanceof CompletedWithErrors errors) {
      writeMinutes(json.putArray("missing"), errors.failed());
    } else if (ending instanceof FailedToComplete failed) {
      writeMinutes(json.putArray("missing"), failed.unprocessed());
    } else if (ending instanceof Disconnected disconnected) {
      disconnected.after().ifPresent(minute -> json.put("newest_minute", Minutes.text(minute)));
      if (!disconnected.quiet().isEmpty()) {
        writeMinutes(json.putArray("quiet"), disconnected.quiet());
      }
      json.put("message", disconnected.reason());
    } else if (ending instanceof Refused refused) {
      json.put("status", refused.status()).put("message", refused.message());
    }
    done.landed().ifPresent(landed -> writeLanded(json.putObject("landed"), landed));
  }

  private static void writeMinutes(ArrayNode array, MinuteSet minutes) {
    for (MinuteRange range : minutes.ranges()) {
      array.addObject().put("from", Minutes.text(range.from())).put("to", Minutes.text(range.to()));
    }
  }

  private static void writeLanded(ObjectNode json, LandedAttempt landed) {
    json.put("path", landed.key())
        .put("bytes", landed.bytes())
        .put("sha256", landed.sha256())
        .put("uncompressed_bytes", landed.uncompressedBytes())
        .put("gzip_members", landed.gzipMembers())
        .put("gzip_ending", landed.ending().name().toLowerCase(Locale.ROOT))
        .put("lines", landed.lines())
        .put("blank", landed.blank())
        .put("control", landed.control());
    ArrayNode messages = json.putArray("messages");
    landed.messages().forEach(messages::add);
  }

  /**
   * Reads it back.
   *
   * @param key for messages
   * @throws BrokenAttemptException when it is something else
   */
  public static AttemptRecord read(String key, byte[] content) throws BrokenAttemptException {
    try {
      JsonNode json = MAPPER.readTree(content);
      if (required(json, "version").asInt() != VERSION) {
        throw new IllegalArgumentException("its version is not " + VERSION);
      }
      MinuteRange requested = range(json);
      JsonNode owner = required(json, "owner");
      AttemptRecord attempt =
          new AttemptRecord(
              required(json, "attempt").asInt(),
              requested,
              instant(json, "requested_at"),
              new AttemptOwner(
                  required(owner, "host").asText(),
                  required(owner, "pid").asLong(),
                  instant(owner, "started")),
              Optional.empty());
      return json.hasNonNull("outcome") ? attempt.ended(ending(json), landed(json)) : attempt;
    } catch (IllegalArgumentException | DateTimeException | IOException e) {
      throw new BrokenAttemptException(
          key
              + " is no record of an attempt ("
              + e.getMessage()
              + "). Remove it together with what lies beside it under the same number, and the"
              + " attempt will be made again.",
          e);
    }
  }

  private static ReplayEnding ending(JsonNode json) {
    Statement statement =
        Statement.of(
            json.hasNonNull("activity_count")
                ? OptionalLong.of(json.path("activity_count").asLong())
                : OptionalLong.empty(),
            json.hasNonNull("sent") ? Optional.of(instant(json, "sent")) : Optional.empty());
    String outcome = required(json, "outcome").asText();
    return switch (outcome) {
      case "completed" -> new Completed(statement);
      case "completed_with_errors" -> new CompletedWithErrors(minutes(json, "missing"), statement);
      case "failed_to_complete" -> new FailedToComplete(minutes(json, "missing"), statement);
      case "disconnected" ->
          new Disconnected(
              json.hasNonNull("newest_minute") ? minute(json, "newest_minute") : null,
              json.hasNonNull("quiet") ? minutes(json, "quiet") : MinuteSet.empty(),
              required(json, "message").asText());
      case "refused" ->
          new Refused(required(json, "status").asInt(), required(json, "message").asText());
      default -> throw new IllegalArgumentException("its outcome is '" + outcome + "'");
    };
  }

  private static MinuteSet minutes(JsonNode json, String field) {
    MinuteSet minutes = MinuteSet.empty();
    for (JsonNode range : required(json, field)) {
      minutes = minutes.union(MinuteSet.of(range(range)));
    }
    return minutes;
  }

  private static Optional<LandedAttempt> landed(JsonNode json) {
    if (!json.hasNonNull("landed")) {
      return Optional.empty();
    }
    JsonNode landed = json.get("landed");
    List<String> messages = new ArrayList<>();
    required(landed, "messages").forEach(message -> messages.add(message.asText()));
    return Optional.of(
        new LandedAttempt(
            required(landed, "path").asText(),
            required(landed, "bytes").asLong(),
            required(landed, "sha256").asText(),
            required(landed, "uncompressed_bytes").asLong(),
            required(landed, "gzip_members").asInt(),
            GzipEnding.valueOf(required(landed, "gzip_ending").asText().toUpperCase(Locale.ROOT)),
            required(landed, "lines").asLong(),
            required(landed, "blank").asLong(),
            required(landed, "control").asLong(),
            messages));
  }

  private static MinuteRange range(JsonNode json) {
    return new MinuteRange(minute(json, "from"), minute(json, "to"));
  }

  private static Instant minute(JsonNode json, String field) {
    return Minutes.parseResponse(required(json, field).asText())
        .orElseThrow(() -> new IllegalArgumentException("its '" + field + "' is no time"));
  }

  private static Instant instant(JsonNode json, String field) {
    return Instant.parse(required(json, field).asText());
  }

  private static JsonNode required(JsonNode json, String field) {
    if (json == null || !json.hasNonNull(field)) {
      throw new IllegalArgumentException("its '" + field + "' is missing");
    }
    return json.get(field);
  }
}
