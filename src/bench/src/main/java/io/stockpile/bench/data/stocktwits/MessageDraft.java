package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message is about. It is drawn before the message is written, because the text and the
 * members of the message must agree on it.
 *
 * @param author the rank of the user
 * @param symbols the ranks of the symbols, all different
 * @param inConversation whether it belongs to a thread
 * @param mentioned the name of the user that it mentions
 * @param link the page that it links to
 */
public record MessageDraft(
    int author,
    List<Integer> symbols,
    boolean inConversation,
    Optional<String> mentioned,
    Optional<LinkedPage> link) {

  static MessageDraft draw(Population population, Randomness random) {
    boolean inConversation = random.chance(0.38);
    Optional<String> mentioned = Optional.empty();
    if (inConversation && random.chance(0.55)) {
      SyntheticUser user = population.users().get(population.drawUser(random));
      mentioned = Optional.of(user.username());
    }
    return new MessageDraft(
        population.drawUser(random),
        symbols(population, random),
        inConversation,
        mentioned,
        random.chance(0.13) ? Optional.of(LinkedPage.draw(random)) : Optional.empty());
  }

  private static int symbolCount(Randomness random) {
    double share = random.unit();
    if (share < 0.02) {
      return 0;
    }
    if (share < 0.78) {
      return 1;
    }
    return share < 0.91 ? 2 : 3 + random.below(5);
  }

  private static List<Integer> symbols(Population population, Randomness random) {
    int count = symbolCount(random);
    List<Integer> symbols = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int symbol = population.drawSymbol(random);
      if (i > 0 && random.chance(0.5)) {
        symbol = random.pick(population.symbols().get(symbols.get(0)).related());
      }
      if (!symbols.contains(symbol)) {
        symbols.add(symbol);
      }
    }
    return symbols;
  }
}
