package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.RecordWriter;

/**
 * Writes likes, follows and blocks; most of them are created, some destroyed. The envelope is that
 * of real files. <b>The members of {@code data} are not published.</b> Here they are those of the
 * API's own objects, with few members of users. The share of each kind is a guess, too. Not
 * thread-safe.
 */
public final class ActivityWriter implements RecordWriter {
  private static final long OLDEST_LIKED_MESSAGE = 95_000_000;
  private static final int LIKED_MESSAGES = 1_000_000;

  private final Population population;

  public ActivityWriter(Population population) {
    this.population = population;
  }

  @Override
  public void write(JsonBuffer json, long id, long epochSecond, Randomness random) {
    double kind = random.unit();
    if (kind < 0.8) {
      open(json, "LikeMessage", id, random.chance(0.05));
      user(json.raw(",\"user\":"), random);
      json.raw(",\"message\":{\"id\":");
      json.number(OLDEST_LIKED_MESSAGE + random.below(LIKED_MESSAGES)).raw('}');
    } else if (kind < 0.98) {
      open(json, "Friendship", id, random.chance(0.15));
      user(json.raw(",\"user\":"), random);
      user(json.raw(",\"target_user\":"), random);
    } else {
      open(json, "Block", id, random.chance(0.1));
      json.raw(",\"user_id\":").number(drawUser(random).id());
      json.raw(",\"target_user_id\":").number(drawUser(random).id());
    }
    json.raw("},\"time\":").timestamp(epochSecond).raw('}');
  }

  private static void open(JsonBuffer json, String object, long id, boolean destroyed) {
    json.raw("{\"object\":\"").raw(object);
    json.raw("\",\"action\":\"").raw(destroyed ? "destroy" : "create");
    json.raw("\",\"data\":{\"id\":").number(id);
  }

  private void user(JsonBuffer json, Randomness random) {
    json.raw(drawUser(random).opening()).raw('}');
  }

  private SyntheticUser drawUser(Randomness random) {
    return population.users().get(population.drawUser(random));
  }
}
