package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import java.time.LocalDate;
import java.util.List;

/**
 * A user as partners see it, whose JSON is made once, except the counters, which change with every
 * message.
 *
 * @param opening the JSON from the opening brace to just before the counters
 * @param closing the JSON behind the number of likes, with the closing brace
 */
public record SyntheticUser(
    long id,
    String username,
    JsonFragment opening,
    int followers,
    int following,
    int ideas,
    int watchlistStocks,
    int likes,
    JsonFragment closing) {

  private static final LocalDate FIRST_JOIN_DATE = LocalDate.of(2009, 7, 1);
  private static final List<String> LOCATIONS =
      List.of(
          ",,,,,New York,Chicago,Boston,Miami,Austin,Seattle,Denver,Toronto,Montréal,London,Zürich"
              .split(","));
  private static final List<String> ASSETS =
      List.of("Equities", "Options", "Forex", "Futures", "Bonds", "Private Companies");
  private static final List<String> APPROACHES =
      List.of("Technical", "Fundamental", "Global Macro", "Momentum", "Growth", "Value");
  private static final List<String> HOLDING_PERIODS =
      List.of("Day Trader", "Swing Trader", "Position Trader", "Long Term Investor");
  private static final List<String> EXPERIENCES = List.of("Novice", "Intermediate", "Professional");

  /** Invents the user with this rank; users with low ranks write most. */
  static SyntheticUser invent(int rank, Randomness random, Vocabulary vocabulary) {
    long id = 90 + rank * 19L + random.below(19);
    String username = Vocabulary.name(random, 2 + random.below(3));
    if (random.chance(0.5)) {
      username += random.below(2000);
    }
    return new SyntheticUser(
        id,
        username,
        opening(id, username, random),
        (int) Math.min(170_000, Math.pow(1 / (1 - random.unit()), 1.1)),
        random.below(200),
        (int) (40_000 / Math.sqrt(rank + 20.0)) + random.below(200),
        random.below(140),
        random.below(3000),
        closing(username, random, vocabulary));
  }

  private static JsonFragment opening(long id, String username, Randomness random) {
    String path =
        random.chance(0.55)
            ? "production/" + id + "/thumb-" + (1_400_000_000L + random.below(105_000_000)) + ".png"
            : "images/default_avatar_thumb.jpg";
    String name = username;
    if (random.chance(0.6)) {
      name = Vocabulary.name(random, 2) + " " + Vocabulary.name(random, 2 + random.below(2));
    }
    return new JsonBuffer()
        .raw("{\"id\":")
        .number(id)
        .raw(",\"username\":")
        .string(username)
        .raw(",\"name\":")
        .string(name)
        .raw(",\"avatar_url\":")
        .string("http://avatars.stocktwits.com/" + path)
        .raw(",\"avatar_url_ssl\":")
        .string("https://s3.amazonaws.com/st-avatars/" + path)
        .raw(",\"join_date\":")
        .string(FIRST_JOIN_DATE.plusDays(random.below(2900)).toString())
        .raw(",\"official\":")
        .raw(random.chance(0.004) ? "true" : "false")
        .take();
  }

  private static JsonFragment closing(String username, Randomness random, Vocabulary vocabulary) {
    JsonBuffer json =
        new JsonBuffer()
            .raw(",\"subscribers_count\":")
            .number(random.chance(0.1) ? random.below(300) : 0)
            .raw(",\"subscribed_to_count\":")
            .number(random.chance(0.1) ? random.below(20) : 0)
            .raw(",\"location\":")
            .string(random.pick(LOCATIONS))
            .raw(",\"bio\":");
    boolean bio = random.chance(0.35);
    if (bio) {
      String text = vocabulary.sentence(random, 6 + random.below(28));
      json.string(random.chance(0.1) ? text + " Stocks &amp; options." : text);
    } else {
      json.raw("null");
    }
    json.raw(",\"website_url\":");
    if (bio && random.chance(0.3)) {
      json.string("http://www." + username + ".com");
    } else {
      json.raw("null");
    }
    tradingStrategy(json, random);
    return json.raw("}").take();
  }

  private static void tradingStrategy(JsonBuffer json, Randomness random) {
    json.raw(",\"trading_strategy\":{\"assets_frequently_traded\":[");
    if (random.chance(0.5)) {
      json.raw("],\"approach\":null,\"holding_period\":null,\"experience\":null}");
      return;
    }
    int first = random.below(4);
    int count = 1 + random.below(3);
    for (int i = first; i < Math.min(first + count, ASSETS.size()); i++) {
      json.raw(i > first ? "," : "").string(ASSETS.get(i));
    }
    json.raw("],\"approach\":").string(random.pick(APPROACHES));
    json.raw(",\"holding_period\":").string(random.pick(HOLDING_PERIODS));
    json.raw(",\"experience\":").string(random.pick(EXPERIENCES)).raw("}");
  }
}
