package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.shred.values.WrittenId;
import java.util.List;
import java.util.Optional;

/**
 * Reads ids off objects, in the order in which the tables' columns do: the text before the number,
 * because numbers above 2^53 come rounded from some senders.
 */
final class Ids {
  static final List<String> OWN = List.of("id_str", "id");
  private static final List<String> AUTHORS = List.of("user", "actor", "author");
  private static final List<String> AUTHOR_IDS = List.of("user_id_str", "user_id");

  private Ids() {}

  /** The id that a value is, as a number or however it is written; or {@link WrittenId#NONE}. */
  static long of(JsonNode value) {
    return switch (value.type()) {
      case NUMBER -> WrittenId.digits(value.line(), value.from(), value.to(), true);
      case STRING -> WrittenId.widest(value.line(), value.from() + 1, value.to() - 1);
      case OBJECT, ARRAY, LITERAL -> WrittenId.NONE;
    };
  }

  /** The id under the first of these names that has one; or {@link WrittenId#NONE}. */
  static long first(JsonNode object, List<String> names) {
    for (String name : names) {
      for (JsonNode member : object.children()) {
        if (member.name().equals(name) && of(member) != WrittenId.NONE) {
          return of(member);
        }
      }
    }
    return WrittenId.NONE;
  }

  /** The object's own id; or {@link WrittenId#NONE}. */
  static long own(JsonNode object) {
    return first(object, OWN);
  }

  /** The id of who wrote a message or a tweet; or {@link WrittenId#NONE}. */
  static long author(JsonNode written) {
    for (String name : AUTHORS) {
      Optional<JsonNode> author = written.member(name).filter(JsonNode::isObject);
      if (author.isPresent() && own(author.get()) != WrittenId.NONE) {
        return own(author.get());
      }
    }
    return first(written, AUTHOR_IDS);
  }
}
