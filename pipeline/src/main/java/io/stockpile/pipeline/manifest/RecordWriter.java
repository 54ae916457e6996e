package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the JSON objects of the archive's own bookkeeping. */
public final class RecordWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter WRITER =
      MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

  private RecordWriter() {}

  /** A new object without a field. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The object as UTF-8 text with a newline at its end. */
  public static byte[] bytes(ObjectNode object) {
    try {
      return (WRITER.writeValueAsString(object).replace("\r\n", "\n") + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A JSON tree in memory could not be written", e);
    }
  }
}
