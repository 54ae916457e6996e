package io.stockpile.pipeline.erase.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.Lines;
import io.stockpile.pipeline.shred.Mutations;
import io.stockpile.pipeline.shred.RandomLines;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweep finds in a record every id that the eraser looks at in the record's line. */
class RecordSweepTest {
  private static final int LINES = 1500;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> ID_NAMES =
      List.of("id", "id_str", "user_id", "made_up_id", "ids", "user_ids", "link", "url", "href");

  static Stream<Arguments> formats() {
    return Tables.all().stream()
        .flatMap(
            table -> table.formats().keySet().stream().map(format -> Arguments.of(table, format)));
  }

  private final ShreddedRecord record = new ShreddedRecord();
  private final Set<Long> found = new TreeSet<>();

  private static final String OF_DIGIT = "Ψ";
  private static final String OF_LETTER = "Ω";

  /** The line for an object, with some characters written as escapes. */
  private static byte[] written(ObjectNode line, Random random) throws JsonProcessingException {
    String text = JSON.writeValueAsString(line);
    text = text.replace(OF_DIGIT, random.nextBoolean() ? "\\u0035" : "5");
    text = text.replace(OF_LETTER, random.nextBoolean() ? "\\u0061" : "a");
    text = random.nextBoolean() ? text : text.replace("/", "\\/");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The ids that each of the two looks at. */
  private record Seen(Set<Long> inLine, Set<Long> inRecord) {}

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("formats")
  void whateverALineIsNoIdOfItIsOverlooked(TableSchema table, String format) throws Exception {
    Random random = new Random(table.name().hashCode() + 17L * format.hashCode());
    RandomLines lines = new RandomLines(table, format, random);
    RecordShredder shredder = RecordShredder.compile(table, format, List.of());
    RecordSweep sweep = new RecordSweep(table, format, id -> !found.add(id) && false, run -> true);
    int shown = 0;
    long seen = 0;
    for (int count = 0; count < LINES; count++) {
      ObjectNode line = lines.line();
      if (count % 4 > 0) {
        makePlain(line);
      }
      plant(line, random, 0);
      byte[] text = written(line, random);
      if (count % 5 == 0) {
        text = Mutations.of(text, random);
      }
      byte[] padded = Lines.padded(text);
      int to = Lines.FROM + text.length;
      if (!isShown(shredder, padded, to)) {
        continue;
      }
      Seen ids = see(sweep, padded, to);
      assertThat(ids.inLine())
          .allMatch(id -> DigitRuns.mayName(padded, Lines.FROM, to, run -> run == id))
          .allMatch(id -> new RecordSweep(table, format, wanted -> wanted == id).finds(record));
      String as = new String(text, StandardCharsets.UTF_8);
      assertThat(ids.inRecord()).as(as).containsAll(ids.inLine());
      if (!as.contains("\\")) {
        assertThat(ids.inLine()).as(as).containsAll(ids.inRecord());
      }
      shown++;
      seen += ids.inLine().size();
    }
    assertThat(shown).isGreaterThan(LINES / 5);
    assertThat(seen).isGreaterThan(LINES);
  }

  @Test
  void whatReadersRefuseIsSaidToBeWrittenAnew() throws Exception {
    RecordShredder shredder = RecordShredder.compile(Tables.MESSAGES, "bare", List.of());
    String deep = "[".repeat(150) + "{\"id\":5}" + "]".repeat(150);

    for (String odd :
        List.of(
            "{\"new\":" + deep + "}",
            "{\"$raw\":{\"id\":5}}",
            "{\"\\u0069d\":5}",
            "{\"user\":{\"i\\u0064\":5}}")) {
      byte[] padded = Lines.padded(odd.getBytes(StandardCharsets.UTF_8));
      assertThat(
              isShown(
                  shredder, padded, padded.length - Lines.padded(new byte[0]).length + Lines.FROM))
          .as(odd)
          .isFalse();
    }
  }

  /** Whether the record has all values of the line. */
  private boolean isShown(RecordShredder shredder, byte[] padded, int to) {
    try {
      return shredder.shred(padded, Lines.FROM, to, record) && !shredder.wroteAnew();
    } catch (MalformedLineException e) {
      return false;
    }
  }

  private Seen see(RecordSweep sweep, byte[] padded, int to) throws MalformedLineException {
    Set<Long> inLine = new TreeSet<>();
    new IdSweep(id -> !inLine.add(id) && false).finds(padded, Lines.FROM, to);
    found.clear();
    sweep.finds(record);
    return new Seen(inLine, Set.copyOf(found));
  }

  /** Puts ids in all forms under documented and invented names at any depth. */
  private static void plant(JsonNode node, Random random, int depth) {
    if (node.isArray()) {
      node.forEach(element -> plant(element, random, depth + 1));
      if (random.nextInt(20) == 0) {
        ((ArrayNode) node).add(id(random));
      }
      return;
    }
    if (!node.isObject()) {
      return;
    }
    ObjectNode object = (ObjectNode) node;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      plant(object.get(name), random, depth + 1);
      if (IdSweep.names(name) && random.nextBoolean()) {
        object.set(name, random.nextInt(8) == 0 ? anything(random) : id(random));
      }
    }
    if (random.nextInt(4) == 0) {
      object.set(ID_NAMES.get(random.nextInt(ID_NAMES.size())), anything(random));
    }
    if (depth < 3 && random.nextInt(6) == 0) {
      ObjectNode made = NODES.objectNode();
      made.set(ID_NAMES.get(random.nextInt(ID_NAMES.size())), anything(random));
      object.set(random.nextBoolean() ? "message" : "made_up", made);
    }
  }

  private static JsonNode anything(Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          NODES.arrayNode().add(id(random)).add(id(random)).add(NODES.arrayNode().add(id(random)));
      case 1 -> NODES.objectNode().set("id", id(random));
      default -> id(random);
    };
  }

  private static JsonNode id(Random random) {
    long id = random.nextLong() >>> random.nextInt(1, 63);
    return switch (random.nextInt(14)) {
      case 0 -> NODES.textNode(Long.toString(id));
      case 1 -> NODES.textNode("note:stocktwits:" + id);
      case 2 -> NODES.textNode("https://stocktwits.com/é/message/" + id);
      case 3 -> NODES.textNode("tag:search.twitter.com,2005:00" + id);
      case 4 -> NODES.textNode("-" + id);
      case 5 -> NODES.textNode("no id " + id);
      case 6 -> NODES.textNode("https://x/status/" + id + "?s=" + random.nextInt(100));
      case 7 -> NODES.textNode("https://x/statuses/" + id + OF_DIGIT + "/photo/1");
      case 8 -> NODES.textNode("https://x/message/" + id + OF_LETTER);
      case 9 -> NODES.numberNode(BigDecimal.valueOf(id >>> 9, -2));
      case 10 -> NODES.numberNode(BigDecimal.valueOf(id / 10 * 10, 1));
      default -> NODES.numberNode(id);
    };
  }

  /** Removes values that are not in plain JSON, because the record does not show them. */
  private static void makePlain(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = (ObjectNode) node;
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (!name.matches("\\w+")) {
          object.remove(name);
        } else if (object.get(name).isTextual()
            && object.get(name).textValue().chars().anyMatch(RecordSweepTest::isHalf)) {
          object.put(name, "whole/7");
        } else {
          makePlain(object.get(name));
        }
      }
    } else {
      node.forEach(RecordSweepTest::makePlain);
    }
  }

  private static boolean isHalf(int letter) {
    return Character.isSurrogate((char) letter);
  }
}
