package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.pipeline.shred.Mutations;
import io.stockpile.pipeline.shred.RandomLines;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Units of random records, some damaged and some there twice, that name few ids in all places: what
 * {@code erase} finds and takes out is all that {@code verify --erased} finds, which reads
 * everything.
 */
class EraseAnyRecordTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TIME = "2017-03-05T10:00:00Z";
  private static final String ANY_DATE = "--maxDateSkew=P30000D";
  private static final List<String> KINDS =
      List.of("message", "stocktwits-user", "tweet", "twitter-user");

  @TempDir Path directory;
  private Archive archive;
  private Random random;

  private long id() {
    return 100L + random.nextInt(60);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void allThatIsToBeGoneIsFoundAndGoes(long seed) throws Exception {
    random = new Random(seed);
    archive = new Archive(directory.resolve("archive"));
    bringIn("message", messages(), "--date=2017-03-05");
    bringIn("activity", lines(Tables.FRIENDSHIPS, "envelope", 20, this::activity));
    bringIn("tweet", tweets(), "--from=2017-03-05T00:00Z", "--to=2017-03-06T00:00Z");

    for (int round = 0; round < 3; round++) {
      StringBuilder ids = new StringBuilder();
      KINDS.forEach(kind -> ids.append(kind).append(' ').append(id()).append('\n'));
      Archive.Ending ending = archive.erase(ids.toString(), ANY_DATE);
      assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
      assertNothingIsLeft();
    }
    Archive.Ending again =
        archive.run("derive", "--onExisting=replace", "--maxRejectedShare=1", ANY_DATE);
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertNothingIsLeft();
    assertThat(archive.run("verify").code()).isZero();
  }

  private void assertNothingIsLeft() {
    Archive.Ending proof = archive.run("verify", "--erased");
    assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
  }

  private void bringIn(String type, List<byte[]> lines, String... when) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      for (int times = random.nextInt(8) == 0 ? 2 : 1; times > 0; times--) {
        text.write(line);
        text.write('\n');
      }
    }
    Path file = Files.write(directory.resolve(type + ".json"), text.toByteArray());
    List<String> words =
        new ArrayList<>(
            List.of("--files=" + file, "--fileType=" + type, "--maxRejectedShare=1", ANY_DATE));
    words.addAll(when.length == 0 ? List.of("--date=2017-03-05") : List.of(when));
    Archive.Ending ending = archive.run("import", words.toArray(new String[0]));
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
  }

  private List<byte[]> messages() {
    List<byte[]> lines = new ArrayList<>();
    lines.addAll(lines(Tables.MESSAGES, "envelope", 12, this::message));
    lines.addAll(
        lines(Tables.MESSAGES, "bare", 12, line -> line.put("id", id()).put("created_at", TIME)));
    lines.addAll(
        lines(
            Tables.MESSAGES,
            "activity_streams",
            12,
            line -> streams(line, "post", "note:stocktwits:")));
    return lines;
  }

  private List<byte[]> tweets() {
    List<byte[]> lines = new ArrayList<>();
    String tag = "tag:search.twitter.com,2005:";
    lines.addAll(lines(Tables.TWEETS, "native", 8, this::tweet));
    lines.addAll(lines(Tables.TWEETS, "activity_streams", 8, line -> streams(line, "post", tag)));
    lines.addAll(lines(Tables.TWEETS, "activity_share", 8, line -> streams(line, "share", tag)));
    return lines;
  }

  private List<byte[]> lines(
      TableSchema table, String format, int count, UnaryOperator<ObjectNode> known) {
    RandomLines made = new RandomLines(table, format, random);
    List<byte[]> lines = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      ObjectNode record = made.line();
      name(record);
      byte[] bytes = known.apply(record).toString().getBytes(StandardCharsets.UTF_8);
      lines.add(random.nextInt(10) == 0 ? Mutations.of(bytes, random) : bytes);
    }
    return lines;
  }

  private ObjectNode message(ObjectNode line) {
    ObjectNode data = line.path("data").isObject() ? line.withObject("data") : NODES.objectNode();
    line.set("data", data.put("id", id()).put("created_at", TIME));
    return line.put("object", "Message").put("action", "create").put("time", TIME);
  }

  private ObjectNode activity(ObjectNode line) {
    List<String> objects = List.of("Friendship", "Block", "LikeMessage");
    return line.put("object", objects.get(random.nextInt(objects.size())))
        .put("action", "create")
        .put("time", TIME);
  }

  private ObjectNode streams(ObjectNode line, String verb, String before) {
    return line.put("objectType", "activity")
        .put("verb", verb)
        .put("id", before + id())
        .put("postedTime", TIME);
  }

  private ObjectNode tweet(ObjectNode line) {
    long own = id();
    return line.put("id", own)
        .put("id_str", Long.toString(own))
        .put("created_at", "Sun Mar 05 10:03:00 +0000 2017");
  }

  /** Puts ids into a record: as numbers, in texts and links, and in objects where none were. */
  private void name(ObjectNode record) {
    List<String> names = new ArrayList<>();
    record.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      record.set(name, random.nextInt(25) == 0 ? embedded() : named(record.get(name)));
    }
  }

  private ObjectNode embedded() {
    ObjectNode user = NODES.objectNode().put("id", id());
    return NODES.objectNode().put("id", id()).put("body", "words").set("user", user);
  }

  private JsonNode named(JsonNode value) {
    if (value instanceof ObjectNode object) {
      name(object);
      return object;
    }
    if (value instanceof ArrayNode list) {
      for (int at = 0; at < list.size(); at++) {
        list.set(at, named(list.get(at)));
      }
      return list;
    }
    int dice = random.nextInt(10);
    if (value.isNumber() && dice < 8) {
      return dice < 7 ? NODES.numberNode(id()) : NODES.numberNode((double) id());
    }
    return value.isTextual() && !value.textValue().startsWith("20") ? text(value, dice) : value;
  }

  private JsonNode text(JsonNode value, int dice) {
    return switch (dice) {
      case 0 -> NODES.textNode(Long.toString(id()));
      case 1 -> NODES.textNode("note:stocktwits:" + id());
      case 2 -> NODES.textNode("https://twitter.com/x/status/" + id() + "?s=1");
      case 3 -> NODES.textNode("https://stocktwits.com/n/message/" + id());
      case 4 -> NODES.textNode("id:twitter.com:" + id());
      default -> value;
    };
  }
}
