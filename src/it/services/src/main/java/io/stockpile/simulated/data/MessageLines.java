package io.stockpile.simulated.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Messages in the shapes that the service has given them over the years. */
public final class MessageLines {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int USERS = 5000;

  private final Random random;
  private final Vocabulary vocabulary;

  public MessageLines(Random random, Vocabulary vocabulary) {
    this.random = random;
    this.vocabulary = vocabulary;
  }

  /** Since 2017: an envelope around the message. */
  ObjectNode created(long id, Instant at) {
    return envelope("create", message(id, at), at);
  }

  /** A deletion. Its data is the whole message or only the message's id, with equal frequency. */
  ObjectNode destroyed(long id, Instant createdAt, Instant at) {
    ObjectNode data =
        random.nextBoolean() ? message(id, createdAt) : JSON.objectNode().put("id", id);
    return envelope("destroy", data, at);
  }

  private static ObjectNode envelope(String action, ObjectNode data, Instant at) {
    ObjectNode line = JSON.objectNode();
    line.put("object", "Message").put("action", action).set("data", data);
    return line.put("time", at.toString());
  }

  /** The message with all members that partners get. Up to 2014 a line was just this object. */
  public ObjectNode message(long id, Instant at) {
    Vocabulary.Company company = vocabulary.company();
    ObjectNode message = JSON.objectNode();
    message.put("id", id).put("body", vocabulary.body(company)).put("created_at", at.toString());
    message.set("user", user(userId()));
    message
        .putObject("source")
        .put("id", 1149)
        .put("title", "StockTwits For Android ")
        .put("url", "http://www.stocktwits.com/mobile");
    message.putArray("symbols").add(symbol(company));
    message
        .putArray("prices")
        .addObject()
        .put("id", company.id())
        .put("symbol", company.symbol())
        .put("price", (random.nextInt(20000) + 1) / 100 + "." + (10 + random.nextInt(90)));
    if (random.nextInt(3) == 0) {
      conversation(message, id);
    }
    if (random.nextInt(4) == 0) {
      likes(message);
    }
    message.putArray("mentioned_users");
    if (random.nextInt(6) == 0) {
      link(message, id);
    }
    entities(message, id);
    return message;
  }

  private ObjectNode user(long id) {
    String name = vocabulary.username(id);
    ObjectNode user = JSON.objectNode();
    user.put("id", id)
        .put("username", name)
        .put("name", name)
        .put("avatar_url", "http://avatars.example.com/" + id + "/thumb.png")
        .put("avatar_url_ssl", "https://avatars.example.com/" + id + "/thumb.png")
        .put("join_date", "2013-0" + (1 + id % 9) + "-1" + id % 10)
        .put("official", id % 50 == 0)
        .put("identity", id % 50 == 0 ? "Official" : "User");
    user.putArray("classification").add("suggested");
    user.put("followers", random.nextInt(2000))
        .put("following", random.nextInt(300))
        .put("ideas", random.nextInt(5000))
        .put("watchlist_stocks_count", random.nextInt(80))
        .put("like_count", random.nextInt(900))
        .put("subscribers_count", 3)
        .put("subscribed_to_count", 1)
        .put("location", id % 3 == 0 ? null : "Ostend")
        .put("bio", id % 4 == 0 ? null : "Watches markets.\nOften wrong &amp; never in doubt.")
        .putNull("website_url");
    ObjectNode strategy = user.putObject("trading_strategy");
    strategy.putArray("assets_frequently_traded").add("Equities").add("Options");
    strategy
        .put("approach", "Momentum")
        .put("holding_period", "Swing Trader")
        .put("experience", id % 5 == 0 ? null : "Intermediate");
    return user;
  }

  private long userId() {
    return 1L + random.nextInt(USERS);
  }

  private ObjectNode symbol(Vocabulary.Company company) {
    return JSON.objectNode()
        .put("id", company.id())
        .put("symbol", company.symbol())
        .put("title", company.title())
        .put("exchange", company.exchange())
        .put("sector", company.sector())
        .put("industry", company.industry())
        .put("trending_score", random.nextInt(2_000_000) / 1e6 - 1)
        .put("watchlist_count", random.nextInt(90_000));
  }

  private void conversation(ObjectNode message, long id) {
    ObjectNode conversation = message.putObject("conversation");
    conversation.put("parent_message_id", id - 1 - random.nextInt(1000));
    if (random.nextBoolean()) {
      conversation.putNull("in_reply_to_message_id").put("parent", true);
    } else {
      conversation.put("in_reply_to_message_id", id - 1).put("parent", false);
    }
    conversation.put("replies", random.nextInt(20));
  }

  private void likes(ObjectNode message) {
    ArrayNode userIds = JSON.arrayNode();
    int total = random.nextInt(4);
    for (int i = 0; i < total; i++) {
      userIds.add(random.nextInt(5000));
    }
    message.putObject("likes").put("total", total).set("user_ids", userIds);
  }

  private static void link(ObjectNode message, long id) {
    message
        .putArray("links")
        .addObject()
        .put("title", "A closer look at the quarter")
        .put("url", "http://news.example.com/" + id)
        .put("shortened_url", "http://stks.example/" + Long.toString(id, 36))
        .put("shortened_expanded_url", "news.example.com/" + id)
        .putNull("description")
        .putNull("image")
        .put("created_at", "2016-12-01T09:30:00Z")
        .putNull("video_url")
        .putObject("source")
        .put("name", "Example News")
        .put("website", "http://news.example.com");
  }

  private void entities(ObjectNode message, long id) {
    ObjectNode entities = message.putObject("entities");
    if (random.nextInt(5) < 2) {
      entities.putObject("sentiment").put("basic", vocabulary.pick(List.of("Bullish", "Bearish")));
    } else {
      entities.putNull("sentiment");
    }
    if (random.nextInt(8) == 0) {
      String chart = "http://charts.example.com/";
      entities
          .putObject("chart")
          .put("thumb", chart + "small_" + id + ".png")
          .put("large", chart + "large_" + id + ".png")
          .put("original", chart + "original_" + id + ".png")
          .put("url", chart + "original_" + id + ".png");
    }
  }

  /** From about 2014 to early 2017: Activity Streams. */
  ObjectNode activityStreams(long id, Instant at) {
    Vocabulary.Company company = vocabulary.company();
    long userId = userId();
    String name = vocabulary.username(userId);
    String body = vocabulary.body(company);
    String link = "http://stocktwits.example/" + name;
    ObjectNode line = JSON.objectNode();
    line.put("id", "tag:firehose.stocktwits.com:note/" + id).put("verb", "post").put("body", body);
    ObjectNode actor = line.putObject("actor");
    actor
        .put("id", "person:stocktwits:" + userId)
        .put("objectType", "person")
        .put("displayName", name)
        .put("preferredUsername", name)
        .put("followersCount", random.nextInt(2000))
        .put("followingCount", random.nextInt(300))
        .put("followingStocksCount", random.nextInt(80))
        .put("statusesCount", random.nextInt(5000))
        .putNull("summary")
        .put("link", link)
        .put("image", "http://avatars.example.com/" + userId + "/thumb.png");
    actor
        .putObject("tradingStrategy")
        .put("approach", "Momentum")
        .put("holdingPeriod", "Day Trader")
        .putNull("experience")
        .putArray("assetsFrequentlyTraded")
        .add("Equities");
    line.putObject("object")
        .put("id", "note:stocktwits:" + id)
        .put("objectType", "note")
        .put("postedTime", at.toString())
        .put("updatedTime", at.toString())
        .put("summary", body)
        .put("link", link + "/message/" + id);
    line.putObject("provider")
        .put("displayName", "StockTwits")
        .put("link", "http://stocktwits.example");
    line.put("link", link + "/message/" + id);
    ObjectNode entities = line.putObject("entities");
    entities
        .putArray("symbols")
        .addObject()
        .put("displayName", company.title())
        .put("stocktwits_id", company.id())
        .put("symbol", company.symbol())
        .put("exchange", company.exchange())
        .put("industry", company.industry())
        .put("sector", company.sector())
        .put("trending", false);
    entities.putNull("sentiment").putNull("chart").putNull("video");
    return line;
  }
}
