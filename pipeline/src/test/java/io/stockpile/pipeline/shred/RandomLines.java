package io.stockpile.pipeline.shred;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes random lines of one format, with known and unknown members, values of wrong types, nulls
 * and nesting.
 */
public final class RandomLines {
  private static final DateTimeFormatter TWITTER_TIME =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What is known about one place: its members, and the type of its column, if it has one. */
  private static final class Node {
    final Map<String, Node> members = new LinkedHashMap<>();
    SourcePlaces.Target target;
    Node element;
  }

  private final Random random;
  private final Node line = new Node();

  public RandomLines(TableSchema table, String format, Random random) {
    this.random = random;
    SourcePlaces places = new SourcePlaces(table, format);
    places.targets().forEach(this::add);
    places.groups().keySet().forEach(place -> node(place));
  }

  private void add(String place, SourcePlaces.Target target) {
    node(place).target = target;
  }

  private Node node(String place) {
    Node node = line;
    if (place.isEmpty()) {
      return node;
    }
    for (String name : place.split("\\.")) {
      node = node.members.computeIfAbsent(name.replace("[]", ""), key -> new Node());
      if (name.endsWith("[]")) {
        node.element = node.element == null ? new Node() : node.element;
        node = node.element;
      }
    }
    return node;
  }

  public ObjectNode line() {
    return object(line, 0.5 + random.nextDouble() / 2);
  }

  private ObjectNode object(Node node, double density) {
    List<String> names = new ArrayList<>(node.members.keySet());
    if (random.nextInt(3) == 0) {
      Collections.shuffle(names, random);
    }
    ObjectNode object = NODES.objectNode();
    for (String name : names) {
      if (random.nextInt(12) == 0) {
        object.set(newName(), anything(2));
      }
      if (random.nextDouble() < density) {
        object.set(name, value(node.members.get(name), density));
      }
    }
    if (random.nextInt(6) == 0) {
      object.set("né\"\\\n" + random.nextInt(5), anything(3));
    }
    return object;
  }

  private JsonNode value(Node node, double density) {
    int dice = random.nextInt(100);
    if (dice < 6) {
      return anything(2);
    }
    if (dice < 12) {
      return NODES.nullNode();
    }
    if (node.element != null) {
      return list(node.element, density);
    }
    boolean object = !node.members.isEmpty() || node.target == null;
    return object || node.target.type() instanceof FieldType.Group
        ? object(node, density)
        : scalar(node.target);
  }

  private ArrayNode list(Node element, double density) {
    ArrayNode list = NODES.arrayNode();
    int size = random.nextInt(4);
    for (int index = 0; index < size; index++) {
      int dice = random.nextInt(100);
      if (dice < 4) {
        list.add(anything(1));
      } else if (dice < 8) {
        list.addNull();
      } else {
        boolean scalar = element.target.type() instanceof FieldType.Scalar;
        list.add(scalar ? scalar(element.target) : object(element, density));
      }
    }
    return list;
  }

  private JsonNode scalar(SourcePlaces.Target target) {
    switch (target.source().converter()) {
      case TAIL_ID:
        return NODES.textNode(tail());
      case DIGITS:
        return random.nextInt(6) == 0 ? NODES.numberNode(few()) : NODES.textNode(digits());
      case ANY_ID:
        if (random.nextInt(4) == 0) {
          return NODES.numberNode(BigDecimal.valueOf(random.nextInt(1000)).setScale(1));
        }
        String id = random.nextBoolean() ? tail() : digits();
        return random.nextBoolean() ? NODES.numberNode(few()) : NODES.textNode(id);
      case EPOCH_MS:
        return instantOrMillis();
      case TWITTER_TIME:
        return NODES.textNode(twitterTime());
      case NONE:
        break;
    }
    Primitive type = ((FieldType.Scalar) target.type()).primitive();
    return switch (type) {
      case BOOLEAN -> NODES.booleanNode(random.nextBoolean());
      case INT64 ->
          NODES.numberNode(random.nextBoolean() ? few() : random.nextLong() >> random.nextInt(64));
      case DOUBLE -> number();
      case STRING -> NODES.textNode(text());
      case DATE ->
          NODES.textNode(
              "20%02d-0%d-1%d"
                  .formatted(random.nextInt(100), 1 + random.nextInt(9), random.nextInt(10)));
      case TIMESTAMP -> NODES.textNode(instant());
      case JSON, BINARY -> anything(3);
    };
  }

  private String tail() {
    return (random.nextBoolean() ? "note:x:" : "http://x/") + random.nextInt(1000);
  }

  /** One of only a few numbers, so that a number and the text beside it are often the same. */
  private long few() {
    return Long.MAX_VALUE - random.nextInt(3);
  }

  private String digits() {
    String[] others = {"0", "-7", "007", "", "-0", "1.0", "9223372036854775808", "x"};
    return random.nextInt(4) == 0 ? others[random.nextInt(others.length)] : Long.toString(few());
  }

  private JsonNode instantOrMillis() {
    long millis = random.nextInt() * 100_000L;
    return switch (random.nextInt(4)) {
      case 0 -> NODES.numberNode(millis);
      case 1 -> NODES.textNode(instant());
      default -> NODES.textNode(Long.toString(millis));
    };
  }

  private String twitterTime() {
    String[] offsets = {"+0000", "+0000", "+0000", "-0000", "+0530", "-0400"};
    String time =
        TWITTER_TIME.format(Instant.ofEpochSecond(random.nextInt()).atOffset(ZoneOffset.UTC));
    String day = random.nextInt(5) == 0 ? "Mon" : time.substring(0, 3);
    return day + time.substring(3).replace("+0000", offsets[random.nextInt(offsets.length)]);
  }

  private String instant() {
    String[] ends = {
      "Z", "Z", "Z", ".5Z", ".123456Z", ".000Z", ".1234567Z", "+00:00", "-04:00", "+0530"
    };
    return "2017-%02d-%02dT%02d:%02d:%02d%s"
        .formatted(
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60),
            ends[random.nextInt(ends.length)]);
  }

  private JsonNode number() {
    return switch (random.nextInt(4)) {
      case 0 -> NODES.numberNode(random.nextInt(100));
      case 1 -> NODES.numberNode(random.nextInt(100_000) / 1000.0);
      case 2 -> NODES.numberNode(random.nextGaussian());
      default -> NODES.numberNode(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
    };
  }

  private String text() {
    String[] parts = {
      "$AAPL ",
      "é",
      "🚀",
      "\n",
      "\"",
      "\\",
      "&#39;",
      "\u2028",
      "\u0001",
      "/",
      "x".repeat(30),
      "\u0000",
      "\uffff",
      "\ud83d",
      "\ude80"
    };
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(5);
    for (int index = 0; index < count; index++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private JsonNode anything(int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0:
        return NODES.numberNode(BigInteger.valueOf(random.nextLong()).multiply(BigInteger.TEN));
      case 1:
        return NODES.textNode(text());
      case 2:
        return NODES.booleanNode(random.nextBoolean());
      case 3:
        return NODES.nullNode();
      case 4:
        return NODES.numberNode(random.nextInt());
      case 5:
        return number();
      case 6:
        ArrayNode list = NODES.arrayNode();
        for (int count = random.nextInt(3); count > 0; count--) {
          list.add(anything(depth - 1));
        }
        return list;
      default:
        ObjectNode object = NODES.objectNode();
        for (int count = random.nextInt(3); count > 0; count--) {
          String name = random.nextInt(8) == 0 ? newName() : "m" + random.nextInt(9);
          object.set(name, anything(depth - 1));
        }
        return random.nextInt(200) == 0 ? deep(object) : object;
    }
  }

  private String newName() {
    String[] others = {"$raw", "k\ud83d", "\ude80k", "$", "nul\u0000"};
    return random.nextInt(8) == 0
        ? others[random.nextInt(others.length)]
        : "new_" + random.nextInt(40);
  }

  private JsonNode deep(JsonNode innermost) {
    JsonNode node = innermost;
    for (int depth = 90 + random.nextInt(60); depth > 0; depth--) {
      node = random.nextBoolean() ? NODES.arrayNode().add(node) : NODES.objectNode().set("d", node);
    }
    return node;
  }
}
