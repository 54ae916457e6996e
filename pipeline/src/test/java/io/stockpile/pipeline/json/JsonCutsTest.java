package io.stockpile.pipeline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCutsTest {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":2,\"c\":3} | a | {\"b\":2,\"c\":3}",
        "{\"a\":1,\"b\":2,\"c\":3} | b | {\"a\":1,\"c\":3}",
        "{\"a\":1,\"b\":2,\"c\":3} | c | {\"a\":1,\"b\":2}",
        "{\"a\":1,\"b\":2,\"c\":3} | ab | {\"c\":3}",
        "{\"a\":1,\"b\":2,\"c\":3} | bc | {\"a\":1}",
        "{\"a\":1,\"b\":2,\"c\":3} | ac | {\"b\":2}",
        "{\"a\":1,\"b\":2,\"c\":3} | abc | {}",
        "{ \"a\" : 1 , \"b\" : 2 } | a | { \"b\" : 2 }",
        "{ \"a\" : 1 , \"b\" : 2 } | b | { \"a\" : 1 }",
        "{ \"a\" : 1 } | a | {  }",
        "{\"x\":[{\"a\":1},2],\"b\":[]} | a | {\"x\":[{},2],\"b\":[]}",
      })
  void aCommaGoesWithTheMemberThatItParts(String line, String names, String rest) throws Exception {
    JsonNode root = read(line);
    JsonCuts<String> cuts = new JsonCuts<>();
    mark(root, names, cuts);
    List<String> causes = new ArrayList<>();

    assertThat(text(cuts.apply(root, 0, line.length(), causes::add))).isEqualTo(rest);
    assertThat(String.join("", causes)).isEqualTo(names);
  }

  private static void mark(JsonNode node, String names, JsonCuts<String> cuts) {
    for (JsonNode child : node.children()) {
      if (!child.name().isEmpty() && names.contains(child.name())) {
        cuts.cut(child, child.name());
      }
      mark(child, names, cuts);
    }
  }

  @Test
  void whatStaysKeepsItsBytesAndTheRestIsStrictJson() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      StringBuilder json = new StringBuilder();
      value(random, 4, json);
      JsonNode root = read(json.toString());
      Map<JsonNode, Boolean> chosen = new IdentityHashMap<>();
      JsonCuts<String> cuts = new JsonCuts<>();
      choose(root, random, chosen, cuts);

      String rest = text(cuts.apply(root, 0, bytes(json.toString()).length, cause -> {}));

      List<String> expected = new ArrayList<>();
      tokens(root, chosen, expected);
      List<String> found = new ArrayList<>();
      tokens(read(rest), Map.of(), found);
      assertThat(found).as("of %s", json).isEqualTo(expected);
      assertThat(rest.length()).isLessThanOrEqualTo(json.length());
    }
  }

  private static void choose(
      JsonNode node, Random random, Map<JsonNode, Boolean> chosen, JsonCuts<String> cuts) {
    for (JsonNode child : node.children()) {
      if (random.nextInt(4) == 0) {
        chosen.put(child, true);
        cuts.cut(child, "");
      }
      choose(child, random, chosen, cuts);
    }
  }

  /** Collects the names and scalars as they are written, and the brackets around them. */
  private static void tokens(JsonNode node, Map<JsonNode, Boolean> without, List<String> into) {
    if (without.containsKey(node)) {
      return;
    }
    into.add(new String(node.line(), node.start(), node.from() - node.start(), UTF_8).strip());
    if (node.isObject() || node.isArray()) {
      into.add(node.isObject() ? "{" : "[");
      node.children().forEach(child -> tokens(child, without, into));
      into.add("end");
    } else {
      into.add(new String(node.line(), node.from(), node.to() - node.from(), UTF_8));
    }
  }

  private static void value(Random random, int depth, StringBuilder out) {
    int kind = random.nextInt(depth == 0 ? 3 : 5);
    switch (kind) {
      case 0 -> out.append(random.nextInt(1000));
      case 1 -> out.append("\"x,}]\\\"\\u0041é🚀").append(random.nextInt(10)).append('"');
      case 2 -> out.append(random.nextBoolean() ? "null" : "false");
      case 3 -> {
        out.append('{').append(space(random));
        int count = random.nextInt(5);
        for (int index = 0; index < count; index++) {
          out.append(index == 0 ? "" : space(random) + "," + space(random));
          out.append('"').append((char) ('a' + random.nextInt(3))).append('"');
          out.append(space(random)).append(':').append(space(random));
          value(random, depth - 1, out);
        }
        out.append(space(random)).append('}');
      }
      default -> {
        out.append('[').append(space(random));
        int count = random.nextInt(5);
        for (int index = 0; index < count; index++) {
          out.append(index == 0 ? "" : space(random) + "," + space(random));
          value(random, depth - 1, out);
        }
        out.append(space(random)).append(']');
      }
    }
  }

  private static String space(Random random) {
    return random.nextInt(4) == 0 ? " \t".substring(random.nextInt(2)) : "";
  }

  private static JsonNode read(String json) throws MalformedLineException {
    byte[] line = bytes(json);
    byte[] padded = Arrays.copyOf(line, line.length + JsonScanner.PADDING);
    return JsonNode.read(padded, 0, line.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
