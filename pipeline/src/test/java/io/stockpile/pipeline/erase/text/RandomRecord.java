package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.records.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random record of one format with other records inside it at any depth. Every message, tweet and
 * user in it has a marker of its own in its texts. Which markers must be gone is known from how the
 * record was made, and not from its text.
 */
final class RandomRecord {
  /** The formats of records. */
  enum Format {
    BARE(Vocabulary.STOCKTWITS),
    ENVELOPE(Vocabulary.STOCKTWITS),
    STOCKTWITS_ACTIVITY(Vocabulary.STOCKTWITS),
    NATIVE(Vocabulary.TWITTER),
    TWITTER_ACTIVITY(Vocabulary.TWITTER);

    private final Vocabulary vocabulary;

    Format(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    Vocabulary vocabulary() {
      return vocabulary;
    }

    boolean isTwitters() {
      return vocabulary == Vocabulary.TWITTER;
    }

    boolean isActivity() {
      return this == STOCKTWITS_ACTIVITY || this == TWITTER_ACTIVITY;
    }
  }

  /** A message, tweet or user at one place of the record. */
  private static final class Thing {
    private final String marker;
    private final long id;
    private final boolean user;
    private Thing author;
    private Thing repeated;
    private final List<Thing> inside = new ArrayList<>();

    Thing(int number, long id, boolean user) {
      this.marker = "mark" + number + "er";
      this.id = id;
      this.user = user;
    }
  }

  private static final int IDS = 12;

  private final Random random;
  private final Format format;
  private final List<Thing> things = new ArrayList<>();
  private final Thing root;
  private final String line;

  RandomRecord(Random random, Format format) {
    this.random = random;
    this.format = format;
    StringBuilder json = new StringBuilder();
    root = written(3);
    write(root, json, 3);
    line =
        format == Format.ENVELOPE
            ? "{\"object\":\"Message\",\"action\":\"create\",\"data\":" + json + ",\"time\":\"t\"}"
            : json.toString();
  }

  String line() {
    return line;
  }

  private Thing add(boolean user) {
    // Few ids, so that copies of the same object, and equal ids of different objects, are frequent.
    Thing thing = new Thing(things.size(), random.nextInt(1, IDS + 1), user);
    things.add(thing);
    return thing;
  }

  private Thing written(int depth) {
    Thing thing = add(false);
    thing.author = add(true);
    thing.inside.add(thing.author);
    if (depth > 0 && format.isTwitters() && random.nextInt(4) == 0) {
      thing.repeated = written(depth - 1);
      thing.inside.add(thing.repeated);
    }
    return thing;
  }

  private void write(Thing thing, StringBuilder out, int depth) {
    List<String> members = new ArrayList<>();
    if (format.isActivity()) {
      activity(thing, members, depth);
    } else {
      plain(thing, members, depth);
    }
    Collections.shuffle(members, random);
    join(members, out);
  }

  private void plain(Thing thing, List<String> members, int depth) {
    members.add(id("id", thing.id));
    members.add(text(format.isTwitters() ? "text" : "body", thing));
    members.add(member("user", user(thing.author)));
    members.add("\"created_at\":\"2017-01-01T00:00:00Z\"");
    if (format.isTwitters()) {
      members.add("\"in_reply_to_status_id\":" + random.nextInt(1, IDS + 1));
      members.add("\"quoted_status_id_str\":\"" + random.nextInt(1, IDS + 1) + "\"");
      members.add("\"extended_tweet\":{" + text("full_text", thing) + "}");
      if (thing.repeated != null) {
        members.add(member("retweeted_status", json(thing.repeated, depth - 1)));
      }
      inner(thing, "quoted_status", members, depth);
      mentioned(thing, members);
    } else {
      members.add(
          "\"conversation\":{\"parent_message_id\":"
              + random.nextInt(1, IDS + 1)
              + ",\"replies\":3}");
      members.add("\"symbols\":[{\"id\":3,\"symbol\":\"S\",\"title\":\"T\"}]");
      members.add("\"source\":{\"id\":4,\"title\":\"t\"}");
      List<String> reshare = new ArrayList<>(List.of("\"reshared_count\":1"));
      inner(thing, "message", reshare, depth);
      members.add("\"reshare_message\":{" + String.join(",", reshare) + "}");
      inner(thing, "in_reply_to", members, depth);
    }
  }

  private void activity(Thing thing, List<String> members, int depth) {
    String tag =
        format.isTwitters() ? "tag:search.twitter.com,2005:" : "tag:gnip.stocktwits.com:note/";
    members.add("\"id\":\"" + tag + thing.id + "\"");
    members.add("\"objectType\":\"activity\"");
    members.add(text("body", thing));
    members.add(member("actor", user(thing.author)));
    members.add("\"inReplyTo\":{\"link\":\"http://twitter.com/n/statuses/3\"}");
    members.add("\"verb\":\"" + (thing.repeated == null ? "post" : "share") + "\"");
    if (thing.repeated != null) {
      members.add(member("object", json(thing.repeated, depth - 1)));
    } else {
      String note = format.isTwitters() ? "object:search.twitter.com,2005:" : "note:stocktwits:";
      members.add("\"object\":{\"id\":\"" + note + thing.id + "\"," + text("summary", thing) + "}");
    }
    if (format.isTwitters()) {
      inner(thing, "twitter_quoted_status", members, depth);
    }
  }

  private void inner(Thing thing, String name, List<String> members, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      Thing inner = written(depth - 1);
      thing.inside.add(inner);
      members.add(member(name, json(inner, depth - 1)));
    }
  }

  private void mentioned(Thing thing, List<String> members) {
    List<String> users = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      Thing user = add(true);
      thing.inside.add(user);
      users.add(user(user));
    }
    members.add(
        "\"entities\":{\"user_mentions\":[" + String.join(space() + "," + space(), users) + "]}");
  }

  private String user(Thing user) {
    List<String> members = new ArrayList<>();
    if (format.isActivity()) {
      String prefix = format.isTwitters() ? "id:twitter.com:" : "person:stocktwits:";
      members.add("\"id\":\"" + prefix + user.id + "\"");
      members.add(text("preferredUsername", user));
    } else {
      members.add(id("id", user.id));
      members.add(text(format.isTwitters() ? "screen_name" : "username", user));
    }
    members.add(text("description", user));
    Collections.shuffle(members, random);
    StringBuilder out = new StringBuilder();
    join(members, out);
    return out.toString();
  }

  /**
   * The member for an id as a number; for Twitter also as text, beside a number that was rounded to
   * another id.
   */
  private String id(String name, long id) {
    return format.isTwitters() && random.nextBoolean()
        ? "\"" + name + "\":" + random.nextInt(1, IDS + 1) + ",\"" + name + "_str\":\"" + id + "\""
        : "\"" + name + "\":" + id;
  }

  private String text(String name, Thing thing) {
    return member(name, "\"é, }\\\"]\\u00e9 " + thing.marker + " 🚀\"");
  }

  private String json(Thing thing, int depth) {
    StringBuilder out = new StringBuilder();
    write(thing, out, depth);
    return out.toString();
  }

  private String member(String name, String value) {
    return "\"" + name + "\"" + space() + ":" + space() + value;
  }

  private void join(List<String> members, StringBuilder out) {
    out.append('{').append(space());
    for (int index = 0; index < members.size(); index++) {
      out.append(index == 0 ? "" : space() + "," + space()).append(members.get(index));
    }
    out.append(space()).append('}');
  }

  private String space() {
    return random.nextInt(6) == 0 ? " " : "";
  }

  /** Whether the whole line must be gone. */
  boolean isGone(ErasedIds ids) {
    return isErased(root, ids);
  }

  /** The markers that must be gone from the line, which itself stays. */
  List<String> gone(ErasedIds ids) {
    List<String> gone = new ArrayList<>();
    collect(root, ids, isErased(root, ids), gone);
    return gone;
  }

  /** All markers. */
  List<String> markers() {
    return things.stream().map(thing -> thing.marker).toList();
  }

  private void collect(Thing thing, ErasedIds ids, boolean within, List<String> gone) {
    boolean erased = within || isErased(thing, ids);
    if (erased) {
      gone.add(thing.marker);
    }
    thing.inside.forEach(inner -> collect(inner, ids, erased, gone));
  }

  private boolean isErased(Thing thing, ErasedIds ids) {
    if (thing.user) {
      return format.isTwitters() ? ids.twitterUser(thing.id) : ids.stocktwitsUser(thing.id);
    }
    boolean own = format.isTwitters() ? ids.tweet(thing.id) : ids.message(thing.id);
    return own
        || isErased(thing.author, ids)
        || (thing.repeated != null && isErased(thing.repeated, ids));
  }
}
