package io.stockpile.pipeline.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.Lines;
import io.stockpile.pipeline.shred.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StockTwitsRouterTest {
  private static final int LINES = 60_000;
  private static final List<String> IDS =
      List.of(
          "5", "-1", "5.5", "5e99", "\"5\"", "null", "[5]", "\"tag:search.twitter.com,2005:5\"");
  private static final List<String> MEMBERS =
      List.of(
          "\"body\":\"b\"",
          "\"body\":null",
          "\"user\":{\"id\":1}",
          "\"us\\u0065r\":{\"id\":1}",
          "\"created_at\":\"2016-12-05T00:00:00Z\"",
          "\"text\":\"t\"",
          "\"id_str\":\"5\"",
          "\"object\":\"Message\"",
          "\"object\":{\"id\":\"tag:search.twitter.com,2005:5\"}",
          "\"action\":\"create\"",
          "\"data\":{}",
          "\"verb\":\"post\"",
          "\"actor\":{\"id\":\"id:twitter.com:1\"}",
          "\"provider\":{\"displayName\":\"Twitter\"}",
          "\"id\":7",
          "\"id\":\"tag:search.twitter.com,2005:7\"",
          "\"new\":[1,{\"verb\":2}]");

  private static final String NO_GUESS = "another route, or none";

  private final Random random = new Random(15);
  private final StockTwitsRouter router = new StockTwitsRouter();
  private final ShreddedRecord record = new ShreddedRecord();

  @Test
  void takesNoLineForABareMessageThatTheWholeLineDoesNotShowToBeOne() {
    int bare = 0;
    int guessedWrong = 0;
    for (int count = 0; count < LINES; count++) {
      byte[] line = line();
      byte[] bytes = Lines.padded(line);
      int to = Lines.FROM + line.length;
      Object guess = guess(bytes, to);
      if (guess == Verdict.Unsure.UNSURE) {
        guessedWrong++;
      } else if (guess != NO_GUESS) {
        assertThat(decided(bytes, to))
            .as(new String(line, StandardCharsets.UTF_8))
            .isEqualTo(guess);
        bare += guess instanceof Route ? 1 : 0;
      }
    }
    assertThat(bare).isGreaterThan(LINES / 50);
    assertThat(guessedWrong).isGreaterThan(LINES / 50);
  }

  /** The route of a bare message, the fault of its line, or that the guess was withdrawn. */
  private Object guess(byte[] bytes, int to) {
    try {
      Verdict verdict = router.glance(bytes, Lines.FROM, to);
      if (!(verdict instanceof Route route) || route.shape() != LineShape.BARE) {
        return NO_GUESS;
      }
      route.shredder().shred(bytes, Lines.FROM, to, record);
      return router.agrees(route, route.shredder().marks()) ? route : Verdict.Unsure.UNSURE;
    } catch (MalformedLineException e) {
      return e.kind() + " " + e.getMessage();
    }
  }

  private Object decided(byte[] bytes, int to) {
    try {
      return router.decide(bytes, Lines.FROM, to);
    } catch (MalformedLineException e) {
      return e.kind() + " " + e.getMessage();
    }
  }

  private byte[] line() {
    List<String> members = new ArrayList<>(MEMBERS);
    Collections.shuffle(members, random);
    members = members.subList(0, random.nextInt(7));
    String id = "\"id\":" + IDS.get(random.nextBoolean() ? 0 : random.nextInt(IDS.size()));
    members.add(random.nextInt(4) == 0 ? random.nextInt(members.size() + 1) : 0, id);
    byte[] line = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
    return random.nextInt(3) == 0 ? Mutations.of(line, random) : line;
  }
}
