package io.stockpile.pipeline.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * Reads a column of JSON as the documentation tells users to do, and checks that every reader of
 * JSON could. Not every reader takes half a surrogate pair, so in what is returned another
 * character stands for it.
 */
public final class Restored {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RAW = "$raw";

  /** The greatest depth that DuckDB's {@code json_structure} reads; jq 1.6 reads more. */
  private static final int MAX_DEPTH = 128;

  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();

  /** The value as the source wrote it. */
  public static JsonNode from(String column) {
    JsonNode stored = parse(column);
    assertThat(new Restored().isPortable(stored, 0)).as("%s", column).isTrue();
    return restore(stored);
  }

  public static JsonNode line(byte[] line) {
    return withHalves(new String(line, StandardCharsets.UTF_8));
  }

  private boolean isPortable(JsonNode node, int depth) {
    boolean portable =
        depth <= MAX_DEPTH && (!node.isTextual() || utf8.canEncode(node.textValue()));
    for (Iterator<String> names = node.fieldNames(); portable && names.hasNext(); ) {
      portable = utf8.canEncode(names.next());
    }
    for (Iterator<JsonNode> inner = node.elements(); portable && inner.hasNext(); ) {
      portable = isPortable(inner.next(), depth + 1);
    }
    return portable;
  }

  private static JsonNode restore(JsonNode node) {
    JsonNode raw = node.path(RAW);
    if (raw.isTextual()) {
      assertThat(node.size()).isEqualTo(1);
      return withHalves(raw.textValue());
    }
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> list.add(restore(element)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(
            member -> {
              if (!member.getKey().equals(RAW)) {
                object.set(member.getKey(), restore(member.getValue()));
              }
            });
    raw.forEach(member -> object.setAll((ObjectNode) withHalves("{" + member.textValue() + "}")));
    return object;
  }

  private static JsonNode withHalves(String json) {
    StringBuilder text = new StringBuilder(json);
    for (int at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", at)) {
      if (!isSurrogate(text, at, "89abcdef")) {
        at += 2;
      } else if (isSurrogate(text, at, "89ab") && isSurrogate(text, at + 6, "cdef")) {
        at += 12;
      } else {
        int half = Integer.parseInt(text, at + 2, at + 6, 16);
        text.replace(at + 2, at + 6, Integer.toHexString(half + 0x800));
      }
    }
    return parse(text.toString());
  }

  private static boolean isSurrogate(CharSequence text, int at, String digits) {
    return text.length() >= at + 6
        && text.subSequence(at, at + 3).toString().equalsIgnoreCase("\\ud")
        && digits.indexOf(Character.toLowerCase(text.charAt(at + 3))) >= 0;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
