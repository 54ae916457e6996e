package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.RecordWriter;
import java.util.List;

/**
 * Writes messages with all members that partners get, in the order of the API. Not thread-safe;
 * each file of a day has its own.
 */
public final class MessageWriter implements RecordWriter {
  private static final List<String> SOURCES =
      List.of(
          "StockTwits",
          "StockTwits For iOS",
          "StockTwits For Android ",
          "StockTwits Web",
          "Example Bot",
          "Example Charts");

  private final Population population;
  private final DayCounters counters;
  private final MessageText text;

  public MessageWriter(Population population) {
    this.population = population;
    this.counters = new DayCounters(population);
    this.text = new MessageText(population);
  }

  @Override
  public void write(JsonBuffer json, long id, long epochSecond, Randomness random) {
    MessageDraft draft = MessageDraft.draw(population, random);
    json.raw("{\"id\":").number(id);
    json.raw(",\"body\":").string(text.compose(draft, random));
    json.raw(",\"created_at\":").timestamp(epochSecond);
    user(json, draft.author(), random);
    source(json, random);
    symbols(json, draft.symbols(), random);
    prices(json, draft.symbols(), random);
    if (draft.inConversation()) {
      conversation(json, id, random);
    }
    draft
        .link()
        .ifPresent(
            page -> {
              json.raw(",\"links\":[");
              page.write(json, epochSecond + 1, population.vocabulary(), random);
              json.raw(']');
            });
    if (random.chance(0.24)) {
      int total = 1 + random.geometric(1.8);
      json.raw(",\"likes\":{\"total\":").number(total);
      userIds(json, total, random);
    }
    int reshares = random.chance(0.03) ? 1 + random.below(3) : 0;
    json.raw(",\"reshares\":{\"reshared_count\":").number(reshares);
    userIds(json, reshares, random);
    json.raw(",\"mentioned_users\":[");
    draft.mentioned().ifPresent(name -> json.string("@" + name));
    json.raw(']');
    entities(json, id, random);
    json.raw('}');
  }

  private void user(JsonBuffer json, int rank, Randomness random) {
    SyntheticUser user = population.users().get(rank);
    int ideas = counters.nextIdeas(rank);
    json.raw(",\"user\":").raw(user.opening());
    json.raw(",\"followers\":").number(user.followers() + (ideas - user.ideas()) / 50);
    json.raw(",\"following\":").number(user.following());
    json.raw(",\"ideas\":").number(ideas);
    json.raw(",\"watchlist_stocks_count\":").number(user.watchlistStocks());
    json.raw(",\"like_count\":").number(counters.nextLikes(rank, random));
    json.raw(user.closing());
  }

  private static void source(JsonBuffer json, Randomness random) {
    String title = random.pickFromFront(SOURCES);
    int place = SOURCES.indexOf(title);
    json.raw(",\"source\":{\"id\":").number(place == 0 ? 1 : 1149 + place * 137L);
    json.raw(",\"title\":").string(title);
    json.raw(",\"url\":\"http://www.stocktwits.com");
    json.raw(place == 0 ? "\"}" : "/mobile\"}");
  }

  private void symbols(JsonBuffer json, List<Integer> ranks, Randomness random) {
    json.raw(",\"symbols\":[");
    String separator = "";
    for (int rank : ranks) {
      SyntheticSymbol symbol = population.symbols().get(rank);
      json.raw(separator).raw(symbol.opening());
      json.shortDecimal(counters.nextTrend(rank, random), 6).raw(symbol.closing());
      separator = ",";
    }
    json.raw(']');
  }

  private void prices(JsonBuffer json, List<Integer> ranks, Randomness random) {
    if (ranks.isEmpty()) {
      return;
    }
    json.raw(",\"prices\":[");
    String separator = "";
    for (int rank : ranks) {
      if (counters.hasPrice(rank)) {
        SyntheticSymbol symbol = population.symbols().get(rank);
        json.raw(separator).raw("{\"id\":").number(symbol.id());
        json.raw(",\"symbol\":").string(symbol.ticker());
        json.raw(",\"price\":\"").decimal(counters.nextCents(rank, random), 2).raw("\"}");
        separator = ",";
      }
    }
    json.raw(']');
  }

  private static void conversation(JsonBuffer json, long id, Randomness random) {
    boolean first = random.chance(0.3);
    long parent = first ? id : id - 1 - random.below(60_000);
    json.raw(",\"conversation\":{\"parent_message_id\":").number(parent);
    json.raw(",\"in_reply_to_message_id\":");
    if (first) {
      json.raw("null");
    } else {
      json.number(random.chance(0.6) ? parent : Math.min(id - 1, parent + random.below(200)));
    }
    json.raw(",\"parent\":").raw(first ? "true" : "false");
    json.raw(",\"replies\":").number(1 + random.geometric(3)).raw('}');
  }

  private void userIds(JsonBuffer json, int count, Randomness random) {
    json.raw(",\"user_ids\":[");
    for (int i = 0; i < count; i++) {
      json.raw(i > 0 ? "," : "");
      json.number(population.users().get(population.drawUser(random)).id());
    }
    json.raw("]}");
  }

  private static void entities(JsonBuffer json, long id, Randomness random) {
    json.raw(",\"entities\":{");
    if (random.chance(0.06)) {
      json.raw("\"chart\":{");
      for (String size : List.of("thumb", "large", "original", "url")) {
        json.raw('"').raw(size).raw("\":\"http://charts.stocktwits.com/production/");
        json.raw(size.equals("url") ? "original" : size).raw('_').number(id).raw(".png\"");
        json.raw(size.equals("url") ? "}," : ",");
      }
    }
    double mood = random.unit();
    json.raw("\"sentiment\":");
    if (mood < 0.55) {
      json.raw("null}");
    } else {
      json.raw(mood < 0.87 ? "{\"basic\":\"Bullish\"}}" : "{\"basic\":\"Bearish\"}}");
    }
  }
}
