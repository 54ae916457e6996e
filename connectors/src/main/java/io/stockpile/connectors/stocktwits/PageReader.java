package io.stockpile.connectors.stocktwits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.connectors.http.Redaction;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses a page of a stream: checks that it is one, and reads what a sweep needs to know about it.
 */
public final class PageReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int OK = 200;

  private PageReader() {}

  /** The body is not a page of the stream. A retry may bring one. */
  public static final class NoPageException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    private NoPageException(int status, String message) {
      super(message);
      this.status = status;
    }

    /** The status in the body; 200 when it has none. */
    public int status() {
      return status;
    }
  }

  /**
   * Reads the body of an answer with status 200.
   *
   * @param asked the {@code max} of the request
   * @throws NoPageException when it is not a JSON object, says that it is an error, or lacks
   *     something that every page of the stream has; the message contains no secret
   */
  public static Page read(ApiStream stream, long asked, byte[] body, Redaction redaction)
      throws NoPageException {
    JsonNode page = parse(body, redaction);
    refuseErrors(page, redaction);
    List<JsonNode> records = new ArrayList<>();
    for (Held held : stream.holds()) {
      records.addAll(records(page, held));
    }
    List<Long> ids = new ArrayList<>();
    if (stream.endpoint().paging() == Paging.BY_ID) {
      for (JsonNode record : records) {
        ids.add(id(record));
      }
    }
    boolean paged = stream.endpoint().paging() != Paging.NONE;
    JsonNode cursor = page.path("cursor");
    if (paged && !cursor.path("more").isBoolean()) {
      throw wrong("it has no cursor that says whether there is more");
    }
    boolean more = paged && cursor.path("more").booleanValue();
    JsonNode max = cursor.path("max");
    return new Page(
        asked,
        ids,
        more,
        max.canConvertToLong() && max.isIntegralNumber() ? max.longValue() : Page.NOTHING,
        records.isEmpty() ? Optional.empty() : time(records.get(records.size() - 1)),
        records.size());
  }

  private static JsonNode parse(byte[] body, Redaction redaction) throws NoPageException {
    try {
      JsonNode page = MAPPER.readTree(body);
      if (page != null && page.isObject()) {
        return page;
      }
      throw wrong("its body is no JSON object");
    } catch (JsonProcessingException e) {
      throw wrong("its body is no JSON: " + redaction.text(e.getOriginalMessage()));
    } catch (IOException e) {
      throw wrong("its body is no JSON: " + redaction.text(String.valueOf(e.getMessage())));
    }
  }

  private static void refuseErrors(JsonNode page, Redaction redaction) throws NoPageException {
    int status = page.path("response").path("status").asInt(OK);
    JsonNode errors = page.path("errors");
    if (status != OK || (!errors.isMissingNode() && !errors.isNull() && !errors.isEmpty())) {
      throw new NoPageException(status, "it says " + redaction.text(errors(errors, status)));
    }
  }

  private static String errors(JsonNode errors, int status) {
    JsonNode message = errors.path(0).path("message");
    if (message.isTextual()) {
      return message.textValue();
    }
    return errors.isMissingNode() ? "status " + status : errors.toString();
  }

  private static List<JsonNode> records(JsonNode page, Held held) throws NoPageException {
    JsonNode found = page;
    for (String member : held.path().split("\\.")) {
      found = found.path(member);
    }
    List<JsonNode> records = new ArrayList<>();
    if (found.isArray()) {
      found.forEach(records::add);
    } else if (found.isObject()) {
      records.add(found);
    } else {
      throw wrong("it has no '" + held.path() + "'");
    }
    for (JsonNode record : records) {
      if (!record.isObject()) {
        throw wrong("'" + held.path() + "' holds what is no object");
      }
    }
    return records;
  }

  private static long id(JsonNode record) throws NoPageException {
    JsonNode id = record.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= Page.NOTHING) {
      throw wrong("it holds a record whose id is no positive whole number");
    }
    return id.longValue();
  }

  private static Optional<Instant> time(JsonNode record) {
    for (String member : List.of("created_at", "deleted_at")) {
      try {
        if (record.path(member).isTextual()) {
          return Optional.of(OffsetDateTime.parse(record.path(member).textValue()).toInstant());
        }
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static NoPageException wrong(String message) {
    return new NoPageException(OK, message);
  }
}
