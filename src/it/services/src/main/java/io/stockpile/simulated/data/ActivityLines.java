package io.stockpile.simulated.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Random;

/**
 * Follows, blocks and likes. Nobody has published the keys inside {@code data}, so it comes in
 * several plausible shapes.
 */
final class ActivityLines {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int USERS = 5000;

  private final Random random;
  private final Vocabulary vocabulary;

  ActivityLines(Random random, Vocabulary vocabulary) {
    this.random = random;
    this.vocabulary = vocabulary;
  }

  ObjectNode line(long id, Instant at) {
    String action = random.nextInt(5) == 0 ? "destroy" : "create";
    return switch (random.nextInt(3)) {
      case 0 -> envelope("Friendship", action, friendship(id), at);
      case 1 -> envelope("Block", action, block(id), at);
      default -> envelope("LikeMessage", action, like(id), at);
    };
  }

  private static ObjectNode envelope(String object, String action, ObjectNode data, Instant at) {
    ObjectNode line = JSON.objectNode();
    line.put("object", object).put("action", action).set("data", data);
    return line.put("time", at.toString());
  }

  private ObjectNode friendship(long id) {
    ObjectNode data = JSON.objectNode().put("id", id);
    if (random.nextBoolean()) {
      return data.put("user_id", userId()).put("target_user_id", userId());
    }
    data.set("user", user());
    data.set("target_user", user());
    return data;
  }

  private ObjectNode block(long id) {
    return JSON.objectNode().put("id", id).put("user_id", userId()).put("target_user_id", userId());
  }

  private ObjectNode like(long id) {
    ObjectNode data = JSON.objectNode().put("id", id);
    long messageId = 70_000_000L + random.nextInt(1_000_000);
    if (random.nextBoolean()) {
      return data.put("user_id", userId()).put("message_id", messageId);
    }
    data.set("user", user());
    data.putObject("message").put("id", messageId);
    return data;
  }

  private ObjectNode user() {
    long id = userId();
    return JSON.objectNode().put("id", id).put("username", vocabulary.username(id));
  }

  private long userId() {
    return 1L + random.nextInt(USERS);
  }
}
