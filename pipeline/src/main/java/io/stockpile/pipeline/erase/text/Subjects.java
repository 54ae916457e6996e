package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises messages, tweets and users anywhere in a record: by the form of their id, by members
 * that only they have, or by the name of the member that they are in.
 */
final class Subjects {
  private static final Set<String> RECORD_NAMES =
      Set.of("message", "messages", "tweet", "tweets", "status", "statuses");

  /** Names of members that may contain a written object or a user. */
  private static final Set<String> WRITTEN_NAMES =
      Set.of("parent", "reply", "replies", "original", "to", "object");

  private static final Set<String> USER_NAMES =
      Set.of(
          "user",
          "users",
          "actor",
          "author",
          "owner",
          "follower",
          "followers",
          "friend",
          "friends",
          "followee",
          "followed",
          "blocker",
          "blocked",
          "liker",
          "mentions");
  private static final List<String> WRITTEN_IDS = List.of("tag:", "note:", "object:", "comment:");
  private static final List<String> USER_IDS = List.of("person:", "id:twitter.com:");

  /**
   * Part of a user's id in the form of a tag: {@code tag:search.twitter.com,2012:user/1602954684}.
   */
  private static final String USER_IN_TAG = ":user/";

  /** By these an object shows that it is from Twitter. */
  private static final List<String> TWITTERS_OWN =
      List.of("id_str", "screen_name", "full_text", "retweeted_status", "quoted_status");

  /** With one of these, as StockTwits' records have them, an object does not show that. */
  private static final List<String> STOCKTWITS_OWN = List.of("body", "username");

  private final boolean twitter;
  private final boolean sure;

  /**
   * @param sure whether the line shows itself that it is Twitter's; then all in it is, as in the
   *     columns of its table
   */
  private Subjects(boolean twitter, boolean sure) {
    this.twitter = twitter;
    this.sure = sure;
  }

  /**
   * Recognises the objects of one line.
   *
   * @param twitter whether the line counts as Twitter's if it does not show it itself; otherwise as
   *     StockTwits'
   */
  static Subjects of(JsonNode line, boolean twitter) {
    Optional<Boolean> said = says(line, idText(line));
    if (said.isPresent()) {
      return new Subjects(said.get(), said.get());
    }
    boolean envelope = hasText(line, "object") && line.has("data");
    boolean body = hasText(line, "body") && !line.has("verb");
    boolean ofTweet = line.has("id_str") || line.has("text") || line.has("full_text");
    boolean tweet = !body && hasText(line, "text") && line.has("user");
    boolean message = body && !ofTweet;
    return new Subjects(!envelope && !message && (tweet || twitter), false);
  }

  /**
   * The kind of an object; empty when it is none of these.
   *
   * @param name the name of the member or list that the object is in
   */
  Optional<Subject> of(JsonNode object, String name) {
    String id = idText(object);
    String word = lastWord(name);
    if (isWritten(object, id, word)) {
      return Optional.of(isTwitters(object, id) ? Subject.TWEET : Subject.MESSAGE);
    }
    if (isUser(object, id, word)) {
      return Optional.of(isTwitters(object, id) ? Subject.TWITTER_USER : Subject.STOCKTWITS_USER);
    }
    return Optional.empty();
  }

  private static boolean isWritten(JsonNode object, String id, String word) {
    if (id.contains(USER_IN_TAG)) {
      return false;
    }
    if (hasText(object, "verb")) {
      return object.has("actor") || object.has("object") || hasText(object, "objectType");
    }
    boolean signed = object.has("user") || object.has("actor") || object.has("user_id");
    boolean dated = object.has("created_at") && !object.has("name");
    if (signed && (hasText(object, "body") || dated)) {
      return true;
    }
    if ((signed || object.has("id_str"))
        && (hasText(object, "text") || hasText(object, "full_text"))) {
      return true;
    }
    return (WRITTEN_IDS.stream().anyMatch(id::startsWith) && !USER_NAMES.contains(word))
        || (RECORD_NAMES.contains(word) && hasId(object))
        || (WRITTEN_NAMES.contains(word) && hasId(object) && !hasName(object));
  }

  private static boolean isUser(JsonNode object, String id, String word) {
    return id.contains(USER_IN_TAG)
        || USER_IDS.stream().anyMatch(id::startsWith)
        || (hasId(object) && (hasName(object) || USER_NAMES.contains(word)));
  }

  private static boolean hasId(JsonNode object) {
    return object.has("id") || object.has("id_str");
  }

  private static boolean hasName(JsonNode object) {
    return object.has("username") || object.has("screen_name") || object.has("preferredUsername");
  }

  private static boolean hasText(JsonNode object, String name) {
    return object.member(name).filter(JsonNode::isString).isPresent();
  }

  private static String idText(JsonNode object) {
    return object.member("id").filter(JsonNode::isString).map(JsonNode::text).orElse("");
  }

  private boolean isTwitters(JsonNode object, String id) {
    return sure || says(object, id).orElse(twitter);
  }

  /**
   * Whether an object is Twitter's (true) or StockTwits' (false); empty when it does not show it
   * itself.
   */
  private static Optional<Boolean> says(JsonNode object, String id) {
    if (id.contains("stocktwits") || id.contains("twitter")) {
      return Optional.of(!id.contains("stocktwits"));
    }
    boolean twitters =
        TWITTERS_OWN.stream().anyMatch(object::has)
            && STOCKTWITS_OWN.stream().noneMatch(object::has);
    return twitters ? Optional.of(true) : Optional.empty();
  }

  /**
   * The last word of a name, in lower case: {@code message} of {@code reshare_message}, {@code to}
   * of {@code inReplyTo}.
   */
  private static String lastWord(String name) {
    int at = name.length();
    while (at > 0 && name.charAt(at - 1) != '_') {
      at--;
      if (Character.isUpperCase(name.charAt(at))) {
        break;
      }
    }
    return name.substring(at).toLowerCase(Locale.ROOT);
  }
}
