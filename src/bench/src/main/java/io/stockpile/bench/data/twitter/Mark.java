package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import java.util.List;

/**
 * A part of a tweet's text with a meaning: a hashtag, symbol, link, user or picture.
 *
 * @param start the position of its first character
 * @param end the position behind its last character
 * @param members the JSON of its members, without braces and {@code indices}
 */
record Mark(Kind kind, int start, int end, JsonFragment members) {
  /** The lists in {@code entities}, in their order there. */
  enum Kind {
    HASHTAGS("hashtags"),
    URLS("urls"),
    USER_MENTIONS("user_mentions"),
    SYMBOLS("symbols"),
    MEDIA("media");

    private final String name;

    Kind(String name) {
      this.name = name;
    }
  }

  static Mark tag(Kind kind, int start, String tag) {
    JsonBuffer json = new JsonBuffer().raw("\"text\":").string(tag);
    return new Mark(kind, start, start + 1 + tag.length(), json.take());
  }

  static Mark mention(int start, TwitterUser user) {
    JsonBuffer json = new JsonBuffer().raw("\"screen_name\":").string(user.screenName());
    json.raw(",\"name\":").string(user.name());
    json.raw(",\"id\":").number(user.id()).raw(",\"id_str\":\"").number(user.id()).raw('"');
    return new Mark(Kind.USER_MENTIONS, start, start + 1 + user.screenName().length(), json.take());
  }

  /** A link, with what the delivering service has found out about the page. */
  static Mark link(int start, String url, Vocabulary vocabulary, Randomness random) {
    String host = vocabulary.word(random) + ".example.com";
    String path = "/" + vocabulary.word(random) + "-" + TwitterUser.code(random);
    JsonBuffer json = new JsonBuffer().raw("\"url\":").string(url);
    json.raw(",\"expanded_url\":").string("https://" + host + path + "?src=tw");
    json.raw(",\"display_url\":")
        .string(host + path.substring(0, Math.min(12, path.length())) + "…");
    json.raw(",\"unwound\":{\"url\":").string("https://" + host + path);
    json.raw(",\"status\":200,\"title\":").string(vocabulary.sentence(random, 8));
    json.raw(",\"description\":").string(vocabulary.sentence(random, 10 + random.below(20)));
    return new Mark(Kind.URLS, start, start + url.length(), json.raw('}').take());
  }

  /** The link from a shortened tweet to the full one. */
  static Mark ownLink(int start, String url, long id) {
    JsonBuffer json = new JsonBuffer().raw("\"url\":").string(url);
    json.raw(",\"expanded_url\":").string("https://twitter.com/i/web/status/" + id);
    json.raw(",\"display_url\":")
        .string("twitter.com/i/web/status/" + Long.toString(id).charAt(0) + "…");
    return new Mark(Kind.URLS, start, start + url.length(), json.take());
  }

  /** A picture. */
  static Mark picture(int start, String url, String screenName, long id, Randomness random) {
    String file = "pbs.twimg.com/media/" + TwitterUser.code(random) + ".jpg";
    JsonBuffer json = new JsonBuffer();
    json.raw("\"id\":").number(id - 20_000).raw(",\"id_str\":\"").number(id - 20_000);
    json.raw("\",\"media_url\":").string("http://" + file);
    json.raw(",\"media_url_https\":").string("https://" + file).raw(",\"url\":").string(url);
    json.raw(",\"display_url\":").string("pic." + url.substring("https://".length()));
    json.raw(",\"expanded_url\":");
    json.string("https://twitter.com/" + screenName + "/status/" + id + "/photo/1");
    int height = 600 + random.below(600);
    json.raw(",\"type\":\"photo\",\"sizes\":{\"thumb\":{\"w\":150,\"h\":150,\"resize\":\"crop\"}");
    json.raw(",\"small\":{\"w\":680,\"h\":").number(height / 2).raw(",\"resize\":\"fit\"}");
    json.raw(",\"large\":{\"w\":1200,\"h\":").number(height).raw(",\"resize\":\"fit\"}}");
    return new Mark(Kind.MEDIA, start, start + url.length(), json.take());
  }

  Mark shifted(int by) {
    return new Mark(kind, start + by, end + by, members);
  }

  /** Writes the object {@code entities}; it has a list of pictures only if there are any. */
  static void entities(JsonBuffer json, List<Mark> marks) {
    String separator = "{";
    for (Kind kind : Kind.values()) {
      if (kind != Kind.MEDIA || hasMedia(marks)) {
        list(json.raw(separator), kind, marks);
        separator = ",";
      }
    }
    json.raw('}');
  }

  /** Writes the member {@code extended_entities} with a comma before it, if there are pictures. */
  static void extendedEntities(JsonBuffer json, List<Mark> marks) {
    if (hasMedia(marks)) {
      list(json.raw(",\"extended_entities\":{"), Kind.MEDIA, marks);
      json.raw('}');
    }
  }

  private static boolean hasMedia(List<Mark> marks) {
    return marks.stream().anyMatch(mark -> mark.kind == Kind.MEDIA);
  }

  private static void list(JsonBuffer json, Kind kind, List<Mark> marks) {
    json.raw('"').raw(kind.name).raw("\":[");
    String separator = "{";
    for (Mark mark : marks) {
      if (mark.kind == kind) {
        json.raw(separator).raw(mark.members).raw(",\"indices\":[");
        json.number(mark.start).raw(',').number(mark.end).raw("]}");
        separator = ",{";
      }
    }
    json.raw(']');
  }
}
