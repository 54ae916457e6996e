package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.json.BrokenJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One JSON object of the archive's own bookkeeping, read field by field. A field that is missing or
 * of another type is a {@link BrokenRecordException} that names the file and the field; fields that
 * nobody asks for are passed over, so that newer files can say more.
 */
public final class RecordReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String where;
  private final String path;
  private final ObjectNode node;

  private RecordReader(String where, String path, ObjectNode node) {
    this.where = where;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a file whose {@code version} is the given one.
   *
   * @param where the file's key, for messages
   */
  public static RecordReader parse(String where, byte[] json, int version)
      throws BrokenRecordException {
    RecordReader reader = new RecordReader(where, "", object(where, json));
    int found = reader.integer("version");
    if (found != version) {
      throw new BrokenRecordException(
          where,
          "it has version "
              + found
              + " and this program knows version "
              + version
              + "; use the program's version that wrote it, or a newer one");
    }
    return reader;
  }

  private static ObjectNode object(String where, byte[] json) throws BrokenRecordException {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new BrokenRecordException(where, "it is not JSON: " + BrokenJson.problem(e), e);
    } catch (IOException e) {
      throw new BrokenRecordException(where, "it is not JSON: " + e.getMessage(), e);
    }
    throw new BrokenRecordException(where, "it is not a JSON object");
  }

  public boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** The text under the field, or another when the field is missing or null. */
  public String text(String field, String otherwise) throws BrokenRecordException {
    return has(field) ? text(field) : otherwise;
  }

  public String text(String field) throws BrokenRecordException {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw wrong(field, "a text", value);
    }
    return value.textValue();
  }

  public boolean flag(String field) throws BrokenRecordException {
    JsonNode value = node.path(field);
    if (!value.isBoolean()) {
      throw wrong(field, "true or false", value);
    }
    return value.booleanValue();
  }

  public long number(String field) throws BrokenRecordException {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, "a whole number", value);
    }
    return value.longValue();
  }

  public int integer(String field) throws BrokenRecordException {
    long value = number(field);
    if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
      throw wrong(field, "a number of 32 bits", node.path(field));
    }
    return (int) value;
  }

  public Instant instant(String field) throws BrokenRecordException {
    try {
      return Instant.parse(text(field));
    } catch (DateTimeException e) {
      throw wrong(field, "a UTC time such as 2016-12-05T00:00:00Z", node.path(field));
    }
  }

  /** A time whose seconds may be left out, such as {@code 2016-06-01T00:00Z}. */
  public Instant minute(String field) throws BrokenRecordException {
    try {
      return OffsetDateTime.parse(text(field)).toInstant();
    } catch (DateTimeException e) {
      throw wrong(field, "a UTC minute such as 2016-06-01T00:00Z", node.path(field));
    }
  }

  public LocalDate date(String field) throws BrokenRecordException {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeException e) {
      throw wrong(field, "a day such as 2016-12-05", node.path(field));
    }
  }

  public RecordReader object(String field) throws BrokenRecordException {
    if (node.path(field) instanceof ObjectNode object) {
      return new RecordReader(where, path + field + ".", object);
    }
    throw wrong(field, "an object", node.path(field));
  }

  /** The object under the field, or empty when the field is missing or null. */
  public Optional<RecordReader> optionalObject(String field) throws BrokenRecordException {
    return has(field) ? Optional.of(object(field)) : Optional.empty();
  }

  public List<RecordReader> objects(String field) throws BrokenRecordException {
    List<RecordReader> objects = new ArrayList<>();
    for (JsonNode element : array(field)) {
      if (!(element instanceof ObjectNode object)) {
        throw wrong(field, "an array of objects", element);
      }
      objects.add(new RecordReader(where, path + field + "[" + objects.size() + "].", object));
    }
    return List.copyOf(objects);
  }

  public List<String> texts(String field) throws BrokenRecordException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(field)) {
      if (!element.isTextual()) {
        throw wrong(field, "an array of texts", element);
      }
      texts.add(element.textValue());
    }
    return List.copyOf(texts);
  }

  /** An object whose every member is a whole number. */
  public SortedMap<String, Long> numbers(String field) throws BrokenRecordException {
    RecordReader members = object(field);
    SortedMap<String, Long> numbers = new TreeMap<>();
    Iterator<Map.Entry<String, JsonNode>> entries = members.node.properties().iterator();
    while (entries.hasNext()) {
      String name = entries.next().getKey();
      numbers.put(name, members.number(name));
    }
    return numbers;
  }

  /** What is wrong with the file as a whole. */
  public BrokenRecordException broken(String reason, Throwable cause) {
    return new BrokenRecordException(where, reason, cause);
  }

  private JsonNode array(String field) throws BrokenRecordException {
    JsonNode value = node.path(field);
    if (!value.isArray()) {
      throw wrong(field, "an array", value);
    }
    return value;
  }

  private BrokenRecordException wrong(String field, String expected, JsonNode found) {
    String text = found.isMissingNode() ? "it is missing" : "it is " + shortened(found.toString());
    return new BrokenRecordException(
        where, "its field '" + path + field + "' should be " + expected + ", but " + text);
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
