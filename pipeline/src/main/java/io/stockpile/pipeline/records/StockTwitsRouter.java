package io.stockpile.pipeline.records;

import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.MemberScan;
import io.stockpile.pipeline.records.seen.SeenIds;
import io.stockpile.pipeline.records.seen.SeenObjects;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes lines with StockTwits records by the members of the line's object: {@code object} and
 * {@code data} mean an envelope, {@code verb} and {@code actor} an activity, {@code id} and {@code
 * user} with {@code body} or {@code created_at} a message without an envelope. Records of another
 * publisher are rejected before.
 *
 * <p>Mostly the members before the first nested one show the kind of record, and a number as the
 * first member {@code id} is enough to try a message without an envelope. When the whole line has
 * been shredded, its marks tell whether the guess was right.
 */
final class StockTwitsRouter implements LineRouter {
  private static final List<String> SHAPE_NAMES =
      List.of("object", "action", "data", "verb", "actor", "id", "body", "user", "created_at");
  private static final List<String> NAMES = Provenance.withNames(SHAPE_NAMES);
  private static final List<String> USUAL_IDS =
      List.of("tag:firehose.stocktwits.com:", "tag:gnip.stocktwits.com:");
  private static final int OBJECT = 0;
  private static final int ACTION = 1;
  private static final int DATA = 2;
  private static final int VERB = 3;
  private static final int ACTOR = 4;
  private static final int ID = 5;
  private static final int BODY = 6;
  private static final int USER = 7;
  private static final int CREATED_AT = 8;

  private static final int ENVELOPE_KEYS = 1 << OBJECT | 1 << DATA;
  private static final int ACTIVITY_KEYS = 1 << VERB | 1 << ACTOR;
  private static final int BARE_KEYS = 1 << ID | 1 << USER;

  /** How nearly all messages without an envelope begin; their number follows. */
  private static final byte[] BARE_BEGINNING = ascii("{\"id\":");

  private static final List<LineShape> MESSAGES =
      List.of(LineShape.ENVELOPE, LineShape.ACTIVITY_STREAMS, LineShape.BARE);

  private static final List<byte[]> VERBS = List.of(ascii("post"), ascii("share"));

  /** A kind of object as envelopes name it, with its actions. */
  private record Kind(byte[] object, List<Action> actions) {}

  private record Action(byte[] name, Route route) {}

  private final MemberScan scan = new MemberScan(NAMES);
  private final Provenance provenance =
      new Provenance(Publisher.STOCKTWITS, USUAL_IDS, scan, NAMES);
  private final List<Kind> kinds = new ArrayList<>();
  private final Map<LineShape, Route> messages = new EnumMap<>(LineShape.class);

  StockTwitsRouter() {
    SeenIds created = new SeenIds();
    for (LineShape shape : MESSAGES) {
      messages.put(shape, route(Tables.MESSAGES, shape, created));
    }
    Route deletions = envelope(Tables.MESSAGE_DELETIONS);
    kinds.add(
        new Kind(
            ascii("Message"),
            List.of(
                new Action(ascii("create"), messages.get(LineShape.ENVELOPE)),
                new Action(ascii("destroy"), deletions))));
    addActivity("Friendship", Tables.FRIENDSHIPS);
    addActivity("Block", Tables.BLOCKS);
    addActivity("LikeMessage", Tables.MESSAGE_LIKES);
  }

  private void addActivity(String object, TableSchema table) {
    kinds.add(
        new Kind(
            ascii(object),
            List.of(
                new Action(ascii("create"), envelope(table)),
                new Action(ascii("destroy"), envelope(table)))));
  }

  private static Route envelope(TableSchema table) {
    return route(table, LineShape.ENVELOPE, new SeenIds());
  }

  private static Route route(TableSchema table, LineShape shape, SeenIds seen) {
    RecordShredder shredder = RecordShredder.compile(table, shape.format(), SHAPE_NAMES);
    RowColumns columns = RowColumns.of(table);
    return new Route(
        table, shape, shredder, columns, new SeenObjects(columns.id(), columns.data(), seen));
  }

  @Override
  public Verdict glance(byte[] bytes, int from, int to) throws MalformedLineException {
    if (beginsWithNumber(bytes, from)) {
      return route(LineShape.BARE);
    }
    if (!scan.scanScalars(bytes, from, to)) {
      return Verdict.Unsure.UNSURE;
    }
    Verdict verdict = Verdict.Unsure.UNSURE;
    if (has(OBJECT) && has(ACTION)) {
      verdict = envelopeRoute();
    } else if (has(VERB) && provenance.isUsualActivity()) {
      verdict = activityRoute();
    } else if (has(ID) && has(BODY) && scan.first(ID) != '"') {
      verdict = route(LineShape.BARE);
    }
    return verdict instanceof Verdict.Reject ? Verdict.Unsure.UNSURE : verdict;
  }

  /** The padding behind the line lets a short one be read so far; a line end never matches. */
  private static boolean beginsWithNumber(byte[] bytes, int from) {
    for (int at = 0; at < BARE_BEGINNING.length; at++) {
      if (bytes[from + at] != BARE_BEGINNING[at]) {
        return false;
      }
    }
    byte first = bytes[from + BARE_BEGINNING.length];
    return first == '-' || (first >= '0' && first <= '9');
  }

  @Override
  public boolean agrees(Route route, int marks) {
    if (all(marks, ENVELOPE_KEYS)) {
      return route.shape() == LineShape.ENVELOPE;
    }
    if (all(marks, ACTIVITY_KEYS)) {
      return route.shape() == LineShape.ACTIVITY_STREAMS;
    }
    // With an id that is a number, a body and no verb it cannot be of another publisher.
    return route.shape() == LineShape.BARE
        && all(marks, BARE_KEYS | 1 << BODY)
        && !all(marks, 1 << VERB);
  }

  @Override
  public Verdict decide(byte[] bytes, int from, int to) throws MalformedLineException {
    if (!scan.scanAll(bytes, from, to)) {
      return new Verdict.Reject(RejectReason.NOT_AN_OBJECT, "The line is JSON, but no object");
    }
    Optional<Verdict.Reject> foreign = provenance.foreign();
    if (foreign.isPresent()) {
      return foreign.get();
    }
    int found = scan.found();
    if (all(found, ENVELOPE_KEYS) && scan.first(OBJECT) == '"') {
      return envelopeRoute();
    }
    if (all(found, ACTIVITY_KEYS)) {
      return activityRoute();
    }
    return isBare(found) ? route(LineShape.BARE) : unknownShape(found);
  }

  private Verdict envelopeRoute() {
    for (Kind kind : kinds) {
      if (scan.isText(OBJECT, kind.object())) {
        for (Action action : kind.actions()) {
          if (has(ACTION) && scan.isText(ACTION, action.name())) {
            return action.route();
          }
        }
        return new Verdict.Reject(
            RejectReason.UNKNOWN_ACTION, shown(OBJECT) + ", " + shown(ACTION));
      }
    }
    return new Verdict.Reject(RejectReason.UNKNOWN_OBJECT, shown(OBJECT));
  }

  private Verdict activityRoute() {
    for (byte[] verb : VERBS) {
      if (scan.isText(VERB, verb)) {
        return route(LineShape.ACTIVITY_STREAMS);
      }
    }
    return new Verdict.Reject(RejectReason.UNKNOWN_ACTION, shown(VERB));
  }

  private Route route(LineShape shape) {
    return messages.get(shape);
  }

  private Verdict unknownShape(int found) {
    List<String> known = new ArrayList<>();
    for (int name = 0; name < SHAPE_NAMES.size(); name++) {
      if (all(found, 1 << name)) {
        known.add(NAMES.get(name));
      }
    }
    String detail = known.isEmpty() ? "No known key" : "Of the known keys only " + known;
    return new Verdict.Reject(RejectReason.UNKNOWN_SHAPE, detail);
  }

  private String shown(int name) {
    return has(name) ? NAMES.get(name) + " " + scan.shown(name) : "no " + NAMES.get(name);
  }

  private boolean has(int name) {
    return all(scan.found(), 1 << name);
  }

  private static boolean isBare(int marks) {
    return all(marks, BARE_KEYS) && (marks & (1 << BODY | 1 << CREATED_AT)) != 0;
  }

  private static boolean all(int marks, int names) {
    return (marks & names) == names;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
