package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.shred.values.IdNumber;
import io.stockpile.pipeline.shred.values.WrittenId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ids from objects with the same preference as the tables' columns: the text before the
 * number, because some senders round numbers above 2^53.
 */
final class Ids {
  static final List<String> OWN = List.of("id_str", "id");
  private static final List<String> AUTHORS = List.of("user", "actor", "author");
  private static final List<String> ACTORS = List.of("actor", "user", "author");
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
   * The ids under these names. A number does not count beside the digits under an earlier name,
   * because it may have been rounded; a tag or an address does, because a column may have passed
   * over the one and taken the other. If a name is repeated, all its ids count, because it is not
   * known which of them is in the column.
   */
  static List<Long> under(JsonNode object, List<String> names) {
    List<Long> found = new ArrayList<>();
    boolean exact = false;
    for (String name : names) {
      boolean digits = false;
      for (JsonNode member : object.children()) {
        boolean counts = !exact || member.type() != JsonNode.Type.NUMBER;
        if (counts && member.name().equals(name) && of(member) != WrittenId.NONE) {
          found.add(of(member));
          digits |= isDigits(member);
        }
      }
      exact |= digits;
    }
    return found;
  }

  /** Whether a column takes the id from this value, whatever comes after it. */
  private static boolean isDigits(JsonNode value) {
    int quote = value.isString() ? 1 : 0;
    return WrittenId.digits(value.line(), value.from() + quote, value.to() - quote, true)
        != WrittenId.NONE;
  }

  /** The object's own id; several when it is not clear which. */
  static List<Long> own(JsonNode object) {
    return under(object, OWN);
  }

  /** The id of the author of a message or a tweet; several when it is not clear which. */
  static List<Long> author(JsonNode written) {
    for (String name : written.has("verb") ? ACTORS : AUTHORS) {
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
