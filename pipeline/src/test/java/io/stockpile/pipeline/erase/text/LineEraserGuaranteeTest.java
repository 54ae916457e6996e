package io.stockpile.pipeline.erase.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the eraser guarantees for any record, whatever it embeds and whatever is erased. */
class LineEraserGuaranteeTest {
  private static final int ROUNDS = 2000;

  @ParameterizedTest
  @EnumSource(RandomRecord.Format.class)
  void nothingOfTheErasedStaysAndEverythingElseStaysByteForByte(RandomRecord.Format format)
      throws MalformedLineException {
    Random random = new Random(format.ordinal());
    int rewritten = 0;
    int whole = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RandomRecord record = new RandomRecord(random, format);
      ListedIds ids = ids(random);
      String line = record.line();
      String as = line + " round " + round;

      Erased erased = Erasing.of(format.vocabulary(), ids, line);

      assertThat(erased instanceof Erased.Whole).as(as).isEqualTo(record.isGone(ids));
      if (erased instanceof Erased.Whole) {
        whole++;
        continue;
      }
      String rest = Erasing.rest(format.vocabulary(), ids, line);
      List<String> gone = record.gone(ids);
      for (String marker : record.markers()) {
        assertThat(rest.contains(marker))
            .as("%s in %s", marker, as)
            .isNotEqualTo(gone.contains(marker));
      }
      assertThat(erased instanceof Erased.Untouched).as(as).isEqualTo(gone.isEmpty());
      assertThat(isWithin(scalars(rest), scalars(line))).as(as).isTrue();
      assertThat(Erasing.of(format.vocabulary(), ids, rest))
          .as(as)
          .isInstanceOf(Erased.Untouched.class);
      rewritten += erased instanceof Erased.Rewritten ? 1 : 0;
    }
    assertThat(whole).isGreaterThan(ROUNDS / 40);
    if (format != RandomRecord.Format.STOCKTWITS_ACTIVITY) {
      assertThat(rewritten).isGreaterThan(ROUNDS / 40);
    }
  }

  @ParameterizedTest
  @EnumSource(RandomRecord.Format.class)
  void whateverHappenedToALineItIsLookedThroughAndStaysJsonIfItWas(RandomRecord.Format format) {
    Random random = new Random(100 + format.ordinal());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] sound = new RandomRecord(random, format).line().getBytes(StandardCharsets.UTF_8);
      byte[] line = Mutations.of(sound, random);
      ListedIds ids = ids(random);

      Erased erased = Erasing.of(format.vocabulary(), ids, line);

      if (erased instanceof Erased.Rewritten rewritten) {
        assertThat(isJson(rewritten.line())).isTrue();
        assertThat(Erasing.of(format.vocabulary(), ids, rewritten.line()))
            .isInstanceOf(Erased.Untouched.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RandomRecord.Format.class)
  void aCutLineThatStillNamesItsErasedRecordGoes(RandomRecord.Format format) {
    Random random = new Random(200 + format.ordinal());
    for (int round = 0; round < ROUNDS / 4; round++) {
      RandomRecord record = new RandomRecord(random, format);
      ListedIds ids = ids(random);
      String line = record.line();
      if (record.isGone(ids)) {
        String cut = line.substring(0, line.length() - 1);
        assertThat(Erasing.of(format.vocabulary(), ids, cut)).isInstanceOf(Erased.Whole.class);
      }
    }
  }

  private static boolean isJson(byte[] line) {
    byte[] padded = Arrays.copyOf(line, line.length + JsonScanner.PADDING);
    try {
      return JsonNode.read(padded, 0, line.length).to() <= line.length;
    } catch (MalformedLineException e) {
      return false;
    }
  }

  private static ListedIds ids(Random random) {
    ListedIds ids = new ListedIds();
    for (int count = random.nextInt(3); count >= 0; count--) {
      long id = random.nextInt(1, 13);
      switch (random.nextInt(4)) {
        case 0 -> ids.addMessage(id);
        case 1 -> ids.addStocktwitsUser(id);
        case 2 -> ids.addTweet(id);
        default -> ids.addTwitterUser(id);
      }
    }
    return ids;
  }

  /**
   * The scalars of a line with their names, as they are written. Fails when the line is not JSON.
   */
  private static List<String> scalars(String line) throws MalformedLineException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + JsonScanner.PADDING);
    List<String> found = new ArrayList<>();
    collect(JsonNode.read(padded, 0, bytes.length), found);
    return found;
  }

  private static void collect(JsonNode node, List<String> into) {
    if (!node.isObject() && !node.isArray()) {
      int length = node.to() - node.start();
      into.add(new String(node.line(), node.start(), length, StandardCharsets.UTF_8));
    }
    node.children().forEach(child -> collect(child, into));
  }

  /** Whether one list is the other without some of its elements. */
  private static boolean isWithin(List<String> part, List<String> all) {
    int found = 0;
    for (String each : all) {
      if (found < part.size() && part.get(found).equals(each)) {
        found++;
      }
    }
    return found == part.size();
  }
}
