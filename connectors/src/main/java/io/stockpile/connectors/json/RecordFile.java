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
 * Reads and writes JSON files of the archive's bookkeeping. A file is one object, which is bound to
 * a Java record: each component is a member, named in snake case, in the record's order.
 *
 * <ul>
 *   <li>A component without an annotation is always written and must be there.
 *   <li>A component with {@code JsonInclude} is left out when the annotation says so, and may be
 *       missing or null in a file. Its value then is null, or zero for a primitive type.
 *   <li>Members that the record does not have are ignored, so that newer versions can add some.
 *   <li>Values are not converted: a text is not accepted as a number, a fraction not as a whole
 *       number, a null not for a member that must be there.
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
   * Reads a file with the given {@code version} and converts it to its value.
   *
   * @param where the file's key, for messages
   * @param shape the record that the file is bound to
   * @param meaning makes the value from the record; throws an {@link IllegalArgumentException} with
   *     a message if that is not possible
   * @throws BrokenRecordException when the file has another version or cannot be bound; the message
   *     names the file and the member
   */
  public static <S extends Record, T> T read(
      String where, byte[] json, int version, Class<S> shape, Function<S, T> meaning)
      throws BrokenRecordException {
    return parse(where, json, version).as(shape, meaning);
  }

  /**
   * Parses a file with the given {@code version}; {@link #as} then binds it.
   *
   * @param where the file's key, for messages
   * @throws BrokenRecordException when it is not a JSON object or has another version
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
   * Parses a file without a version.
   *
   * @param where the file's key, for messages
   * @throws BrokenRecordException when it is not a JSON object
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

  /** The first member of every file. */
  private record Head(int version) {}

  /**
   * Binds the file to a record and converts that to a value. May be called several times with
   * different records.
   *
   * @param meaning as for {@link #read}
   * @throws BrokenRecordException when the file cannot be bound to the record
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
