package io.stockpile.connectors.replay.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A line by which the service speaks of the stream itself: an object whose only member is one of
 * {@link #KINDS}.
 */
public record ControlLine(String kind, JsonNode content) {
  /**
   * Replay's own, and those of the live streams that people recorded: how much was held back, that
   * the client is too slow, and why the stream ends.
   */
  public static final Set<String> KINDS =
      Set.of("info", "warn", "error", "limit", "warning", "disconnect");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** The control line that these bytes are; empty when they are something else. */
  public static Optional<ControlLine> parse(byte[] bytes, int offset, int length) {
    try {
      JsonNode line = MAPPER.readTree(bytes, offset, length);
      if (line == null || !line.isObject() || line.size() != 1) {
        return Optional.empty();
      }
      String kind = line.fieldNames().next();
      return KINDS.contains(kind)
          ? Optional.of(new ControlLine(kind, line.get(kind)))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory could not be read", e);
    }
  }

  /** Its message; empty when it has none. */
  public String message() {
    return content.isTextual() ? content.textValue() : content.path("message").asText("");
  }

  /** As it was, without the spaces between. */
  public String json() {
    return MAPPER.createObjectNode().<JsonNode>set(kind, content).toString();
  }
}
