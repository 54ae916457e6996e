package io.stockpile.pipeline.records;

import io.stockpile.pipeline.json.MemberScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out which publisher a record is from, so that records of one publisher do not get into
 * tables of another. Both StockTwits and Twitter used Activity Streams, and a StockTwits message
 * without an envelope looks much like a tweet.
 *
 * <p>The first of these that the record has decides:
 *
 * <ol>
 *   <li>the tagging authority of {@code id} (RFC 4151): {@code tag:search.twitter.com,2005:…}
 *   <li>for an activity, the publisher that {@code actor.id}, {@code object.id} or {@code provider}
 *       names
 *   <li>members that only records of one publisher have: {@code object} with {@code data} is
 *       StockTwits' envelope; a kind of compliance event as the only member is Twitter's; {@code
 *       text} or {@code id_str} without {@code body} is a tweet, {@code body} without them a
 *       message
 * </ol>
 *
 * <p>A record with none of these counts as the expected publisher's.
 */
final class Provenance {
  private static final String ID = "id";
  private static final String VERB = "verb";
  private static final String ACTOR = "actor";
  private static final String OBJECT = "object";
  private static final String PROVIDER = "provider";
  private static final String DATA = "data";
  private static final String BODY = "body";
  private static final String USER = "user";
  private static final String ID_STR = "id_str";
  private static final List<String> TEXTS_OF_TWEETS = List.of("text", "full_text");
  private static final String TAG = "tag:";
  private static final int LONGEST_SHOWN = 60;

  /**
   * The text by which a record names its publisher, and which publisher that is; empty for an
   * unknown one.
   */
  private record Evidence(String said, Optional<Publisher> publisher) {}

  private final Publisher expected;
  private final List<byte[]> usualIds;
  private final MemberScan scan;
  private final List<String> names;

  /**
   * @param usualIds the beginnings that the ids of nearly all activities of the expected publisher
   *     have
   * @param scan a scan for the names of {@link #withNames}
   */
  Provenance(Publisher expected, List<String> usualIds, MemberScan scan, List<String> names) {
    this.expected = expected;
    this.usualIds = usualIds.stream().map(id -> id.getBytes(StandardCharsets.US_ASCII)).toList();
    this.scan = scan;
    this.names = names;
  }

  /** The names, followed by those of the members that this class reads. */
  static List<String> withNames(List<String> names) {
    List<String> all = new ArrayList<>(names);
    List<String> needed =
        new ArrayList<>(List.of(ID, VERB, ACTOR, OBJECT, PROVIDER, DATA, BODY, USER, ID_STR));
    needed.addAll(TEXTS_OF_TWEETS);
    needed.addAll(EventNames.ALL);
    needed.stream().filter(name -> !all.contains(name)).forEach(all::add);
    return List.copyOf(all);
  }

  /** Whether the members read so far show that an activity is from the expected publisher. */
  boolean isUsualActivity() {
    int id = names.indexOf(ID);
    return has(ID) && usualIds.stream().anyMatch(prefix -> scan.beginsWith(id, prefix));
  }

  /**
   * A rejection if the record is from another publisher; otherwise empty. The whole line must have
   * been read.
   */
  Optional<Verdict.Reject> foreign() {
    return evidence()
        .filter(found -> !found.publisher().equals(Optional.of(expected)))
        .map(
            found ->
                new Verdict.Reject(
                    RejectReason.WRONG_SOURCE,
                    "A record of %s, where those of %s are expected: %s"
                        .formatted(
                            found.publisher().map(Publisher::label).orElse("another publisher"),
                            expected.label(),
                            found.said())));
  }

  private Optional<Evidence> evidence() {
    Optional<Evidence> found = ofTag();
    if (found.isEmpty()) {
      found = has(VERB) ? ofActivity() : ofMembers();
    }
    return found;
  }

  private Optional<Evidence> ofTag() {
    int id = names.indexOf(ID);
    if (!has(ID) || scan.first(id) != '"') {
      return Optional.empty();
    }
    String text = scan.text(id);
    String authority = authority(text);
    return text.startsWith(TAG) && authority.contains(".")
        ? Optional.of(new Evidence(said(ID, text), Publisher.named(authority)))
        : Optional.empty();
  }

  /** The text between the first colon and the next character that ends a tagging authority. */
  private static String authority(String id) {
    int from = id.indexOf(':') + 1;
    int to = from;
    while (to < id.length() && ":,/".indexOf(id.charAt(to)) < 0) {
      to++;
    }
    return id.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private Optional<Evidence> ofActivity() {
    return named(ACTOR, ID)
        .or(() -> named(OBJECT, ID))
        .or(
            () ->
                within(PROVIDER, "displayName")
                    .flatMap(
                        name ->
                            Publisher.named(name.toLowerCase(Locale.ROOT))
                                .map(whose -> evidence(PROVIDER + ".displayName", name, whose))));
  }

  private Optional<Evidence> named(String member, String inner) {
    return within(member, inner)
        .flatMap(
            text ->
                Publisher.named(authority(text))
                    .map(whose -> evidence(member + "." + inner, text, whose)));
  }

  private Optional<String> within(String member, String inner) {
    return has(member) ? scan.textWithin(names.indexOf(member), inner) : Optional.empty();
  }

  private Optional<Evidence> ofMembers() {
    if (has(OBJECT) && has(DATA) && scan.first(names.indexOf(OBJECT)) == '"') {
      return Optional.of(evidence(OBJECT, scan.text(names.indexOf(OBJECT)), Publisher.STOCKTWITS));
    }
    if (scan.members() == 1) {
      return EventNames.ALL.stream()
          .filter(this::has)
          .findFirst()
          .map(event -> new Evidence("the event " + event, Optional.of(Publisher.TWITTER)));
    }
    return has(BODY) ? ofMessage() : ofTweet();
  }

  private Optional<Evidence> ofMessage() {
    boolean tweet = has(ID_STR) || TEXTS_OF_TWEETS.stream().anyMatch(this::has);
    return tweet || !has(USER)
        ? Optional.empty()
        : Optional.of(new Evidence("body and no text", Optional.of(Publisher.STOCKTWITS)));
  }

  private Optional<Evidence> ofTweet() {
    boolean tweet = has(ID_STR) || (has(USER) && TEXTS_OF_TWEETS.stream().anyMatch(this::has));
    return tweet
        ? Optional.of(new Evidence("text or id_str and no body", Optional.of(Publisher.TWITTER)))
        : Optional.empty();
  }

  private static Evidence evidence(String member, String text, Publisher publisher) {
    return new Evidence(said(member, text), Optional.of(publisher));
  }

  private static String said(String member, String text) {
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return member + " is " + shown;
  }

  private boolean has(String name) {
    return (scan.found() & 1 << names.indexOf(name)) != 0;
  }
}
