package io.stockpile.pipeline.records;

import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.MemberScan;
import io.stockpile.pipeline.records.seen.SeenBefore;
import io.stockpile.pipeline.records.seen.SeenEvents;
import io.stockpile.pipeline.records.seen.SeenIds;
import io.stockpile.pipeline.records.seen.SeenObjects;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes lines of Twitter's streams by the members of the line's object. The first of these rules
 * that applies decides. {@code info}, {@code warn}, {@code error}, {@code limit}, {@code warning}
 * or {@code disconnect} as the only member is a message about the stream. A known kind of event as
 * the only member is a compliance event of the second version. A {@code verb} other than {@code
 * post} and {@code share} is a compliance event of the first version. {@code verb} with one of
 * these two is an activity. {@code id_str} is a native tweet. Records of another publisher are
 * rejected before.
 */
final class TwitterRouter implements LineRouter {
  private static final List<String> SHAPE_NAMES =
      List.of("objectType", "verb", "actor", "object", "id_str", "id", "user", "created_at");
  private static final int OBJECT_TYPE = 0;
  private static final int VERB = 1;
  private static final int ACTOR = 2;
  private static final int OBJECT = 3;
  private static final int ID_STR = 4;
  private static final int ID = 5;
  private static final int USER = 6;
  private static final int CREATED_AT = 7;
  private static final int TELLING = 1 << OBJECT_TYPE | 1 << VERB | 1 << ID;
  private static final int TWEET_KEYS = 1 << ID | 1 << USER | 1 << CREATED_AT;

  private static final List<String> CONTROL_NAMES =
      List.of("info", "warn", "error", "limit", "warning", "disconnect");
  private static final int FIRST_CONTROL = SHAPE_NAMES.size();
  private static final int FIRST_EVENT = FIRST_CONTROL + CONTROL_NAMES.size();
  private static final int END_OF_EVENTS = FIRST_EVENT + EventNames.ALL.size();
  private static final List<String> NAMES = names();
  private static final List<String> USUAL_IDS = List.of("tag:search.twitter.com,");

  private static final byte[] ACTIVITY = ascii("activity");
  private static final byte[] POST = ascii("post");
  private static final byte[] SHARE = ascii("share");

  /** Verbs with this prefix are events about a user. */
  private static final String USER_VERB = "user_";

  /**
   * How many different unknown verbs of a unit count as events; lines with further ones are
   * rejected.
   */
  private static final int MOST_VERBS = 100;

  private final MemberScan scan = new MemberScan(NAMES);
  private final Provenance provenance = new Provenance(Publisher.TWITTER, USUAL_IDS, scan, NAMES);
  private final Route post;
  private final Route share;
  private final Route tweet;
  private final Map<Integer, Route> events = new HashMap<>();
  private final Map<String, Route> verbs = new HashMap<>();
  private final RecordShredder tweetEvents =
      compile(Tables.COMPLIANCE_EVENTS, LineShape.COMPLIANCE_V1_TWEET);
  private final RecordShredder userEvents =
      compile(Tables.COMPLIANCE_EVENTS, LineShape.COMPLIANCE_V1_USER);
  private final RowColumns eventColumns = RowColumns.of(Tables.COMPLIANCE_EVENTS);

  TwitterRouter() {
    RowColumns columns = RowColumns.of(Tables.TWEETS);
    SeenObjects seen = new SeenObjects(columns.id(), columns.data(), new SeenIds());
    post = tweetRoute(LineShape.ACTIVITY_STREAMS, columns, seen);
    share = tweetRoute(LineShape.ACTIVITY_SHARE, columns, seen);
    tweet = tweetRoute(LineShape.NATIVE, columns, seen);
    RecordShredder shredder = compile(Tables.COMPLIANCE_EVENTS, LineShape.COMPLIANCE_V2);
    for (int event = 0; event < EventNames.ALL.size(); event++) {
      Route route =
          new Route(
              Tables.COMPLIANCE_EVENTS,
              LineShape.COMPLIANCE_V2,
              shredder,
              eventColumns,
              new SeenEvents(Tables.COMPLIANCE_EVENTS),
              EventNames.ALL.get(event));
      events.put(FIRST_EVENT + event, route);
    }
  }

  private static Route tweetRoute(LineShape shape, RowColumns columns, SeenBefore seen) {
    return new Route(Tables.TWEETS, shape, compile(Tables.TWEETS, shape), columns, seen);
  }

  private static RecordShredder compile(TableSchema table, LineShape shape) {
    return RecordShredder.compile(table, shape.format(), SHAPE_NAMES);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(SHAPE_NAMES);
    names.addAll(CONTROL_NAMES);
    names.addAll(EventNames.ALL);
    return Provenance.withNames(names);
  }

  @Override
  public Verdict glance(byte[] bytes, int from, int to) throws MalformedLineException {
    if (!scan.scanUntil(bytes, from, to, TELLING, 1 << ID_STR)) {
      return Verdict.Unsure.UNSURE;
    }
    if (has(ID_STR) && has(VERB) && !has(OBJECT_TYPE)) {
      return Verdict.Unsure.UNSURE;
    }
    Verdict verdict = classify();
    return verdict instanceof Route route && showsWhose(route) ? verdict : Verdict.Unsure.UNSURE;
  }

  private boolean showsWhose(Route route) {
    return switch (route.shape()) {
      case NATIVE -> has(ID_STR);
      case COMPLIANCE_V2 -> true;
      case ACTIVITY_STREAMS, ACTIVITY_SHARE, COMPLIANCE_V1_TWEET, COMPLIANCE_V1_USER ->
          provenance.isUsualActivity();
      case ENVELOPE, BARE, OBSERVED -> false;
    };
  }

  @Override
  public boolean agrees(Route route, int marks) {
    boolean verb = all(marks, 1 << VERB);
    return switch (route.shape()) {
      case NATIVE -> !verb && isNative(marks);
      case ACTIVITY_STREAMS, ACTIVITY_SHARE, COMPLIANCE_V1_TWEET, COMPLIANCE_V1_USER -> verb;
      case COMPLIANCE_V2 -> marks == 0;
      case ENVELOPE, BARE, OBSERVED -> false;
    };
  }

  @Override
  public Verdict decide(byte[] bytes, int from, int to) throws MalformedLineException {
    if (!scan.scanAll(bytes, from, to)) {
      return new Verdict.Reject(RejectReason.NOT_AN_OBJECT, "The line is JSON, but no object");
    }
    Optional<Verdict.Reject> foreign = provenance.foreign();
    return foreign.isPresent() ? foreign.get() : classify();
  }

  private Verdict classify() {
    if (scan.members() == 1) {
      for (int name = FIRST_CONTROL; name < END_OF_EVENTS; name++) {
        if (has(name)) {
          return name < FIRST_EVENT ? Verdict.Control.CONTROL : events.get(name);
        }
      }
    }
    if (has(VERB) && scan.first(VERB) == '"') {
      return verbRoute();
    }
    return !has(VERB) && isNative(scan.found()) ? tweet : unknownShape();
  }

  private Verdict verbRoute() {
    boolean activity =
        has(OBJECT_TYPE) ? scan.isText(OBJECT_TYPE, ACTIVITY) : has(ACTOR) || has(OBJECT);
    if (!activity) {
      return unknownShape();
    }
    if (scan.isText(VERB, POST)) {
      return post;
    }
    return scan.isText(VERB, SHARE) ? share : eventRoute(scan.text(VERB));
  }

  private Verdict eventRoute(String verb) {
    Route known = verbs.get(verb);
    if (known != null) {
      return known;
    }
    if (verbs.size() == MOST_VERBS) {
      return new Verdict.Reject(RejectReason.UNKNOWN_ACTION, "verb " + scan.shown(VERB));
    }
    boolean user = verb.startsWith(USER_VERB);
    Route route =
        new Route(
            Tables.COMPLIANCE_EVENTS,
            user ? LineShape.COMPLIANCE_V1_USER : LineShape.COMPLIANCE_V1_TWEET,
            user ? userEvents : tweetEvents,
            eventColumns,
            new SeenEvents(Tables.COMPLIANCE_EVENTS));
    verbs.put(verb, route);
    return route;
  }

  private Verdict unknownShape() {
    List<String> known = new ArrayList<>();
    for (int name = 0; name < END_OF_EVENTS; name++) {
      if (has(name)) {
        known.add(NAMES.get(name));
      }
    }
    String detail = known.isEmpty() ? "No known key" : "Of the known keys only " + known;
    return new Verdict.Reject(RejectReason.UNKNOWN_SHAPE, detail);
  }

  private boolean has(int name) {
    return all(scan.found(), 1 << name);
  }

  private static boolean isNative(int marks) {
    return all(marks, 1 << ID_STR) || all(marks, TWEET_KEYS);
  }

  private static boolean all(int marks, int names) {
    return (marks & names) == names;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
