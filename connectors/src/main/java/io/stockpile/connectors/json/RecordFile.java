package io.stockpile.connectors.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A JSON file of the archive's own bookkeeping: one object, bound to a Java record whose components
 * are its members. Members have the components' names in snake case, and stand in their order.
 *
 * <ul>
 *   <li>A component without an annotation is always written and must be there.
 *   <li>A component with {@code JsonInclude} is left out when that says so, and may be missing or
 *       null; it then is null, or the zero of a primitive type.
 *   <li>Members that the record does not have are passed over, so that newer files can say more.
 *   <li>No value is taken for one of another type: no text for a number, no fraction for a whole
 *       number, no null for anything that must be there.
 *   <li>An {@code Instant} and a {@code LocalDate} are texts in ISO form, in UTC; see also {@link
 *       AsMinute}. Enums are written in lower case.
 * </ul>
 *
 * Immutable.
 */
public final class RecordFile {
  private final String where;
  private final ObjectNode content;

  private RecordFile(String where, ObjectNode content) {
    this.where = where;
    this.content = content;
  }

  /** The record as UTF-8 text, a member on each line, with a newline at its end. */
  public static byte[] write(Record content) {
    try {
      return (RecordMapper.INDENTED.writeValueAsString(content) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A record in memory could not be written as JSON", e);
    }
  }

  /** The record as one line, without spaces and without a newline at its end. */
  public static String line(Record content) {
    try {
      return RecordMapper.MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A record in memory could not be written as JSON", e);
    }
  }

  /**
   * Reads a file whose {@code version} is the given one, and makes of it what it stands for.
   *
   * @param where the file's key, for messages
   * @param shape what the file holds, member by member
   * @param meaning makes the value of the shape; refuses one that it cannot be made of by an {@link
   *     IllegalArgumentException} that says why
   * @throws BrokenRecordException when it has another version or is no such file; names the file
   *     and the member
   */
  public static <S extends Record, T> T read(
      String where, byte[] json, int version, Class<S> shape, Function<S, T> meaning)
      throws BrokenRecordException {
    return parse(where, json, version).as(shape, meaning);
  }

  /**
   * Reads a file whose {@code version} is the given one, and leaves what else is in it for later.
   *
   * @param where the file's key, for messages
   * @throws BrokenRecordException when it is no JSON object or has another version
   */
  public static RecordFile parse(String where, byte[] json, int version)
      throws BrokenRecordException {
    RecordFile file = parse(where, json);
    int found = file.as(Head.class, Head::version);
    if (found != version) {
      throw new BrokenRecordException(
          where,
          "it has version "
              + found
              + " and this program knows version "
              + version
              + "; use the program's version that wrote it, or a newer one");
    }
    return file;
  }

  /**
   * Reads a file that has no version.
   *
   * @param where the file's key, for messages
   * @throws BrokenRecordException when it is no JSON object
   */
  public static RecordFile parse(String where, byte[] json) throws BrokenRecordException {
    try {
      JsonNode content = RecordMapper.MAPPER.readTree(json);
      if (content instanceof ObjectNode object) {
        return new RecordFile(where, object);
      }
    } catch (JsonProcessingException e) {
      throw new BrokenRecordException(where, "it is not JSON: " + BrokenJson.problem(e), e);
    } catch (IOException e) {
      throw new BrokenRecordException(where, "it is not JSON: " + e.getMessage(), e);
    }
    throw new BrokenRecordException(where, "it is not a JSON object");
  }

  /** What every file begins with. */
  private record Head(int version) {}

  /**
   * What the file says, in another shape each time if need be.
   *
   * @param meaning as for {@link #read}
   * @throws BrokenRecordException when it is of no such shape
   */
  public <S extends Record, T> T as(Class<S> shape, Function<S, T> meaning)
      throws BrokenRecordException {
    try {
      return meaning.apply(RecordMapper.MAPPER.treeToValue(content, shape));
    } catch (JsonMappingException e) {
      throw new BrokenRecordException(where, WrongMember.reason(e, content), e);
    } catch (JsonProcessingException e) {
      throw new BrokenRecordException(where, BrokenJson.problem(e), e);
    } catch (IllegalArgumentException e) {
      throw new BrokenRecordException(where, e.getMessage(), e);
    }
  }
}
