package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonCuts;
import io.stockpile.pipeline.json.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through a record at any depth and marks what to cut out: each message, tweet or user that
 * was erased or is by an erased user, and members that are content of it.
 */
final class RecordWalk {
  private static final Set<String> POINTER_MEMBERS =
      Set.of("id", "id_str", "objectType", "link", "href", "url");
  private static final List<String> SOURCE_TWEET =
      List.of("source_status_id_str", "source_status_id");
  private static final List<String> SOURCE_USER = List.of("source_user_id_str", "source_user_id");
  private static final List<String> ANSWERED_USER =
      List.of("in_reply_to_user_id_str", "in_reply_to_user_id");

  private final ErasedIds ids;
  private final Subjects subjects;
  private final JsonCuts<Optional<Reason>> cuts;
  private final Places places;
  private final Links links;

  RecordWalk(ErasedIds ids, Subjects subjects, JsonCuts<Optional<Reason>> cuts) {
    this.ids = ids;
    this.subjects = subjects;
    this.cuts = cuts;
    places = new Places(ids, cuts);
    links = new Links(ids);
  }

  /**
   * Marks what to cut out inside a value.
   *
   * @param name the name of the member or list that the value is in
   * @return the reason to remove the value itself; empty when it stays
   */
  Optional<Reason> visit(JsonNode node, String name) {
    if (node.isArray()) {
      visitList(node, name);
      return Optional.empty();
    }
    return node.isObject() ? visitObject(node, name) : Optional.empty();
  }

  private void visitList(JsonNode list, String name) {
    boolean users = name.equals("user_ids");
    for (JsonNode element : list.children()) {
      Optional<Reason> gone =
          users ? erased(Subject.STOCKTWITS_USER, Ids.listed(element)) : visit(element, name);
      gone.ifPresent(reason -> cuts.cut(element, gone));
    }
  }

  private Optional<Reason> visitObject(JsonNode object, String name) {
    if (isPointer(object, name)) {
      return Optional.empty();
    }
    if (isDeletion(object)) {
      deletion(object);
      return Optional.empty();
    }
    Optional<Subject> subject = subjects.of(object, name);
    Optional<Reason> own =
        subject.flatMap(what -> own(object, what)).or(() -> picture(object, name));
    return own.isPresent() ? own : visitMembers(object, subject);
  }

  /**
   * Whether the object is an activity's {@code inReplyTo}, which only refers to the answered tweet.
   */
  private static boolean isPointer(JsonNode object, String name) {
    return name.equals("inReplyTo")
        && object.children().stream().allMatch(each -> POINTER_MEMBERS.contains(each.name()));
  }

  private static boolean isDeletion(JsonNode object) {
    boolean message = object.has("message_id") && !object.has("user") && !object.has("body");
    return message || (object.has("deleted_at") && object.has("user_id"));
  }

  private void deletion(JsonNode record) {
    erased(Subject.MESSAGE, Ids.under(record, List.of("message_id")))
        .or(() -> erased(Subject.STOCKTWITS_USER, Ids.under(record, List.of("user_id"))))
        .ifPresent(reason -> new Skeleton(cuts, reason).reduce(record));
  }

  private Optional<Reason> own(JsonNode object, Subject what) {
    Optional<Reason> own = erased(what, Ids.own(object));
    return own.isPresent() || !what.isWritten() ? own : erased(what.author(), Ids.author(object));
  }

  /** The reason to remove a picture or video that was copied from an erased tweet. */
  private Optional<Reason> picture(JsonNode object, String name) {
    if (!name.equals("media") && !object.has("media_url_https")) {
      return Optional.empty();
    }
    return erased(Subject.TWEET, Ids.under(object, SOURCE_TWEET))
        .or(() -> erased(Subject.TWITTER_USER, Ids.under(object, SOURCE_USER)));
  }

  private Optional<Reason> visitMembers(JsonNode object, Optional<Subject> subject) {
    boolean written = subject.filter(Subject::isWritten).isPresent();
    for (JsonNode member : object.children()) {
      Optional<Reason> gone = visit(member, member.name());
      if (gone.isPresent() && written && isRepeated(object, member)) {
        return gone;
      }
      gone.ifPresent(reason -> cuts.cut(member, gone));
    }
    if (written) {
      Optional<Reason> reshared = reshared(object);
      if (reshared.isPresent()) {
        return reshared;
      }
    }
    if (subject.equals(Optional.of(Subject.TWEET))) {
      places.cut(object);
      answeredName(object);
    }
    links
        .erased(object)
        .ifPresent(
            reason ->
                object.children().stream()
                    .filter(member -> Links.isReadOff(member.name()) && !member.isNull())
                    .forEach(member -> cuts.cut(member, Optional.of(reason))));
    return Optional.empty();
  }

  /**
   * Whether the member is the tweet that a retweet repeats. The retweet has no content of its own.
   */
  private static boolean isRepeated(JsonNode object, JsonNode member) {
    return member.name().equals("retweeted_status")
        || (member.name().equals("object")
            && object.member("verb").map(JsonNode::text).orElse("").equals("share"));
  }

  /** The reason to remove a reshare that has no other text than that of an erased message. */
  private Optional<Reason> reshared(JsonNode object) {
    Optional<JsonNode> message =
        object
            .member("reshare_message")
            .flatMap(reshare -> reshare.member("message"))
            .filter(cuts::has);
    boolean same =
        message.isPresent() && text(object).isPresent() && text(object).equals(text(message.get()));
    return same ? cuts.cause(message.get()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode message) {
    return message.member("body").filter(JsonNode::isString).map(JsonNode::text);
  }

  private void answeredName(JsonNode tweet) {
    erased(Subject.TWITTER_USER, Ids.under(tweet, ANSWERED_USER))
        .ifPresent(
            reason ->
                tweet
                    .member("in_reply_to_screen_name")
                    .filter(name -> !name.isNull())
                    .ifPresent(name -> cuts.cut(name, Optional.of(reason))));
  }

  private Optional<Reason> erased(Subject what, List<Long> found) {
    return found.stream()
        .filter(id -> what.isErased(ids, id))
        .findFirst()
        .map(id -> new Reason(what.kind(), id, Reason.Part.EMBEDDED));
  }
}
