package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.shred.values.IdNumber;
import io.stockpile.pipeline.shred.values.WrittenId;
import java.util.List;

/**
 * Reads ids from objects with the same preference as the tables' columns: the text before the
 * number, because some senders round numbers above 2^53.
 */
final class Ids {
  static final List<String> OWN = List.of("id_str", "id");
  private static final List<String> AUTHORS = List.of("user", "actor", "author");
  private static final List<String> AUTHOR_IDS = List.of("user_id_str", "user_id");

  private Ids() {}

  /** The id that a value is, as a number or in any form of text; or {@link WrittenId#NONE}. */
  static long of(JsonNode value) {
    return switch (value.type()) {
      case NUMBER -> IdNumber.of(value.line(), value.from(), value.to());
      case STRING -> WrittenId.widest(value.line(), value.from() + 1, value.to() - 1);
      case OBJECT, ARRAY, LITERAL -> WrittenId.NONE;
    };
  }

  /** The id that an element of a list is; empty when it is no id. */
  static List<Long> listed(JsonNode element) {
    return of(element) == WrittenId.NONE ? List.of() : List.of(of(element));
  }

  /**
   * The ids under the first of these names that has one. If the name is repeated, all its ids,
   * because it is not known which of them is in the column.
   */
  static List<Long> under(JsonNode object, List<String> names) {
    for (String name : names) {
      List<Long> found =
          object.children().stream()
              .filter(member -> member.name().equals(name))
              .map(Ids::of)
              .filter(id -> id != WrittenId.NONE)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The object's own id; several when its name is repeated. */
  static List<Long> own(JsonNode object) {
    return under(object, OWN);
  }

  /** The id of the author of a message or a tweet; several when its name is repeated. */
  static List<Long> author(JsonNode written) {
    for (String name : AUTHORS) {
      List<Long> found =
          written.children().stream()
              .filter(member -> member.name().equals(name) && member.isObject())
              .flatMap(author -> own(author).stream())
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return under(written, AUTHOR_IDS);
  }
}
