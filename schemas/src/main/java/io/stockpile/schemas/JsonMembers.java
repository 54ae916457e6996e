package io.stockpile.schemas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON object of which every member must be asked for: what nobody asked for is a mistake in the
 * file. Errors name the place.
 */
final class JsonMembers {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String place;
  private final JsonNode object;
  private final Set<String> asked = new LinkedHashSet<>();

  private JsonMembers(String place, JsonNode object) {
    if (!object.isObject()) {
      throw new IllegalArgumentException("%s must be an object, not %s".formatted(place, object));
    }
    this.place = place;
    this.object = object;
  }

  static JsonMembers parse(String place, String json) {
    try {
      return new JsonMembers(place, MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("%s is not JSON: %s".formatted(place, e.getMessage()), e);
    }
  }

  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(place + ": " + what);
  }

  boolean has(String key) {
    asked.add(key);
    return object.has(key);
  }

  String text(String key) {
    JsonNode value = member(key);
    if (!value.isTextual()) {
      throw wrong("'%s' must be a string, not %s".formatted(key, value));
    }
    return value.textValue();
  }

  String text(String key, String absent) {
    return has(key) ? text(key) : absent;
  }

  int number(String key) {
    JsonNode value = member(key);
    if (!value.isInt()) {
      throw wrong("'%s' must be a whole number, not %s".formatted(key, value));
    }
    return value.intValue();
  }

  boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    JsonNode value = member(key);
    if (!value.isBoolean()) {
      throw wrong("'%s' must be true or false, not %s".formatted(key, value));
    }
    return value.booleanValue();
  }

  JsonMembers object(String key) {
    return new JsonMembers(place + " " + key, member(key));
  }

  List<JsonMembers> objects(String key) {
    List<JsonMembers> objects = new ArrayList<>();
    for (JsonNode element : array(key)) {
      objects.add(new JsonMembers("%s %s[%d]".formatted(place, key, objects.size()), element));
    }
    return objects;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(key)) {
      if (!element.isTextual()) {
        throw wrong("'%s' must hold strings only, not %s".formatted(key, element));
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** All members, each an object. */
  Map<String, JsonMembers> allObjects() {
    Map<String, JsonMembers> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      all.put(member.getKey(), object(member.getKey()));
    }
    return all;
  }

  /** All members, each a list of strings. */
  Map<String, List<String>> allTexts() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      all.put(member.getKey(), texts(member.getKey()));
    }
    return all;
  }

  /**
   * @throws IllegalArgumentException when the object has a member that nobody asked for
   */
  void nothingElse() {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!asked.contains(member.getKey())) {
        throw wrong("unknown key '%s'; here may be %s".formatted(member.getKey(), asked));
      }
    }
  }

  private JsonNode array(String key) {
    JsonNode value = member(key);
    if (!value.isArray()) {
      throw wrong("'%s' must be a list, not %s".formatted(key, value));
    }
    return value;
  }

  private JsonNode member(String key) {
    asked.add(key);
    JsonNode value = object.get(key);
    if (value == null) {
      throw wrong("'%s' is missing".formatted(key));
    }
    return value;
  }
}
