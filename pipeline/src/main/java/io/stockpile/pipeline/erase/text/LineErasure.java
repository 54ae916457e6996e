package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonCuts;
import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.records.EventNames;
import io.stockpile.pipeline.shred.values.WrittenId;
import io.stockpile.schemas.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what to remove from one line that is JSON, depending on the kind of line. */
final class LineErasure {
  private static final EnvelopeIds DESTROYED =
      new EnvelopeIds(Tables.MESSAGE_DELETIONS, List.of("id"));
  private static final EnvelopeIds DESTROYERS =
      new EnvelopeIds(Tables.MESSAGE_DELETIONS, List.of("user_id"));
  private static final List<String> SIDE_NAMES = List.of("user_id", "target_user_id");
  private static final EnvelopeIds FRIENDS = new EnvelopeIds(Tables.FRIENDSHIPS, SIDE_NAMES);
  private static final EnvelopeIds BLOCKS = new EnvelopeIds(Tables.BLOCKS, SIDE_NAMES);
  private static final EnvelopeIds LIKES = new EnvelopeIds(Tables.MESSAGE_LIKES, SIDE_NAMES);

  private final ErasedIds ids;
  private final boolean twitter;
  private final JsonNode root;
  private final JsonCuts<Optional<Reason>> cuts;
  private final RecordWalk walk;

  /**
   * @param twitter whether the line counts as Twitter's if it does not show it itself; otherwise as
   *     StockTwits'
   */
  LineErasure(ErasedIds ids, boolean twitter, JsonNode root) {
    this(ids, twitter, root, new JsonCuts<>());
  }

  private LineErasure(
      ErasedIds ids, boolean twitter, JsonNode root, JsonCuts<Optional<Reason>> cuts) {
    this.ids = ids;
    this.twitter = twitter;
    this.root = root;
    this.cuts = cuts;
    walk = new RecordWalk(ids, Subjects.of(root, twitter), cuts);
  }

  /**
   * @param from where the line begins, including white space before its value
   */
  Erased erase(int from, int to) {
    Optional<Reason> gone = whole();
    if (gone.isPresent()) {
      Reason reason = gone.get();
      return new Erased.Whole(List.of(new Reason(reason.kind(), reason.id(), Reason.Part.LINE)));
    }
    if (cuts.isEmpty()) {
      return Erased.Untouched.UNTOUCHED;
    }
    List<Reason> reasons = new ArrayList<>();
    byte[] line = cuts.apply(root, from, to, cause -> cause.ifPresent(reasons::add));
    return new Erased.Rewritten(line, reasons);
  }

  /**
   * Marks the parts to cut out of the line. Returns a reason if the whole line is to be removed.
   */
  private Optional<Reason> whole() {
    if (root.isArray()) {
      return elements();
    }
    if (isText("object") && root.member("data").filter(JsonNode::isObject).isPresent()) {
      return envelope(root.member("data").get());
    }
    if (isComplianceEvent()) {
      concerned(root, false).ifPresent(reason -> new Skeleton(cuts, reason).reduce(root));
      return Optional.empty();
    }
    if (isText("stream") && isText("observed_at")) {
      return members();
    }
    Optional<Reason> event = hasEvent() ? concerned(root, false) : Optional.empty();
    if (event.isPresent()) {
      besidesEvent(new Skeleton(cuts, event.get()));
      return Optional.empty();
    }
    return walk.visit(root, isRecord() ? "message" : "");
  }

  /** Treats each element of a list as a line, and marks those that would be removed. */
  private Optional<Reason> elements() {
    for (JsonNode element : root.children()) {
      Optional<Reason> gone = new LineErasure(ids, twitter, element, cuts).whole();
      gone.ifPresent(reason -> cuts.cut(element, gone));
    }
    return Optional.empty();
  }

  /** Whether the line is a message or a tweet without an envelope. */
  private boolean isRecord() {
    boolean written = root.has("id") && root.has("user");
    return !root.has("verb")
        && (root.has("id_str") || (written && (root.has("body") || root.has("created_at"))));
  }

  private Optional<Reason> envelope(JsonNode data) {
    return switch (root.member("object").get().text()) {
      case "Message" -> message(data);
      case "Friendship" -> activity(data, FRIENDS);
      case "Block" -> activity(data, BLOCKS);
      case "LikeMessage" -> activity(data, LIKES);
      default -> members();
    };
  }

  private Optional<Reason> message(JsonNode data) {
    if (!root.member("action").map(JsonNode::text).orElse("").equals("destroy")) {
      return walk.visit(data, "message").or(this::members);
    }
    reason(Subject.MESSAGE, DESTROYED.read(root))
        .or(() -> reason(Subject.STOCKTWITS_USER, DESTROYERS.read(root)))
        .ifPresent(reason -> new Skeleton(cuts, reason).reduce(data));
    besides(data);
    return Optional.empty();
  }

  /** Marks what to remove from the members beside the data. */
  private void besides(JsonNode data) {
    for (JsonNode member : root.children()) {
      if (member != data) {
        Optional<Reason> gone = walk.visit(member, member.name());
        gone.ifPresent(reason -> cuts.cut(member, gone));
      }
    }
  }

  /**
   * An activity is removed if one of its users was erased. An erased message inside it keeps its
   * ids.
   */
  private Optional<Reason> activity(JsonNode data, EnvelopeIds sides) {
    Optional<Reason> side = reason(Subject.STOCKTWITS_USER, sides.read(root));
    if (side.isPresent()) {
      return side;
    }
    for (JsonNode member : data.children()) {
      Optional<Reason> gone = walk.visit(member, member.name());
      if (gone.isPresent() && member.name().endsWith("message")) {
        new Skeleton(cuts, gone.get()).reduce(member);
      } else if (gone.isPresent()) {
        cuts.cut(member, gone);
      }
    }
    besides(data);
    return Optional.empty();
  }

  /** The reason to remove a line whose members are records; it is removed if one of them is. */
  private Optional<Reason> members() {
    for (JsonNode member : root.children()) {
      Optional<Reason> gone = walk.visit(member, member.name());
      if (gone.isPresent()) {
        return gone;
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> reason(Subject what, List<Long> found) {
    return found.stream()
        .filter(id -> what.isErased(ids, id))
        .findFirst()
        .map(id -> new Reason(what.kind(), id, Reason.Part.EMBEDDED));
  }

  private boolean isComplianceEvent() {
    if (root.children().size() == 1 && root.isObject()) {
      JsonNode only = root.children().get(0);
      return EventNames.ALL.contains(only.name()) && only.isObject();
    }
    String verb = root.member("verb").filter(JsonNode::isString).map(JsonNode::text).orElse("");
    return !verb.isEmpty()
        && !verb.equals("post")
        && !verb.equals("share")
        && (root.has("object") || root.has("actor"));
  }

  /** Whether an event has members beside it, so that no table takes the line. */
  private boolean hasEvent() {
    return !isRecord()
        && !root.has("verb")
        && root.children().stream()
            .anyMatch(member -> EventNames.ALL.contains(member.name()) && member.isObject());
  }

  /** Reduces such a line. Numbers beside the event are no content and stay. */
  private void besidesEvent(Skeleton skeleton) {
    root.children().stream()
        .filter(member -> member.type() != JsonNode.Type.NUMBER)
        .forEach(skeleton::reduceMember);
  }

  /** The first erased id that an event names, as a reason; empty when it names none. */
  private Optional<Reason> concerned(JsonNode object, boolean user) {
    for (JsonNode member : object.children()) {
      Optional<Reason> found = Optional.empty();
      if (member.isObject()) {
        found = concerned(member, user || isUser(member.name()));
      } else if (Skeleton.isId(member.name()) && Ids.of(member) != WrittenId.NONE) {
        boolean ofUser = user || isUser(member.name()) || member.text().contains("user");
        Subject what = ofUser ? Subject.TWITTER_USER : Subject.TWEET;
        found = reason(what, List.of(Ids.of(member)));
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isUser(String name) {
    return name.startsWith("user") || name.equals("actor");
  }

  private boolean isText(String name) {
    return root.member(name).filter(JsonNode::isString).isPresent();
  }
}
