package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonCuts;
import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.records.EventNames;
import io.stockpile.pipeline.shred.values.WrittenId;
import java.util.Optional;
import java.util.Set;

/**
 * Reduces a record that reports a deletion, or the message inside a like, to what may stay: ids,
 * times, the kind of event, and the countries in which something is withheld.
 */
final class Skeleton {
  private static final Set<String> OBJECTS =
      Set.of("user", "message", "status", "tweet", "favorite", "object", "actor", "target");
  private static final Set<String> WORDS = Set.of("objectType", "verb", "action");
  private static final String COUNTRIES = "withheld_in_countries";
  private static final int LONGEST_ID = 80;
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_COUNTRY = 3;

  private final JsonCuts<Optional<Reason>> cuts;
  private Optional<Reason> next;

  /**
   * @param reason the reason for everything that is removed from the record; it is counted once
   */
  Skeleton(JsonCuts<Optional<Reason>> cuts, Reason reason) {
    this.cuts = cuts;
    next = Optional.of(reason);
  }

  void reduce(JsonNode object) {
    object.children().forEach(this::reduceMember);
  }

  /** Reduces one member of such a record; it is removed if nothing of it may stay. */
  void reduceMember(JsonNode member) {
    boolean inner = OBJECTS.contains(member.name()) || EventNames.ALL.contains(member.name());
    if (inner && member.isObject()) {
      reduce(member);
    } else if (!stays(member)) {
      cuts.cut(member, next);
      next = Optional.empty();
    }
  }

  private static boolean stays(JsonNode member) {
    return switch (member.type()) {
      case LITERAL -> true;
      case NUMBER -> isId(member.name()) || isTime(member.name());
      case STRING -> staysAsText(member);
      case ARRAY -> member.children().stream().allMatch(element -> staysInList(member, element));
      case OBJECT -> false;
    };
  }

  private static boolean staysAsText(JsonNode member) {
    String text = member.text();
    if (isId(member.name())) {
      return Ids.of(member) != WrittenId.NONE && text.length() <= LONGEST_ID && !hasSpace(text);
    }
    if (isTime(member.name())) {
      return text.chars().allMatch(each -> "0123456789-:.+TZ".indexOf(each) >= 0);
    }
    return WORDS.contains(member.name()) && text.length() <= LONGEST_WORD && !hasSpace(text);
  }

  private static boolean staysInList(JsonNode list, JsonNode element) {
    if (list.name().equals(COUNTRIES)) {
      return element.isString() && element.text().length() <= LONGEST_COUNTRY;
    }
    return list.name().endsWith("_ids") && Ids.of(element) != WrittenId.NONE;
  }

  private static boolean hasSpace(String text) {
    return text.chars().anyMatch(Character::isWhitespace);
  }

  static boolean isId(String name) {
    return name.equals("id") || name.endsWith("_id") || name.endsWith("id_str");
  }

  private static boolean isTime(String name) {
    return name.endsWith("_at")
        || name.endsWith("Time")
        || name.equals("time")
        || name.equals("timestamp_ms")
        || name.equals("timestampMs");
  }
}
