package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.Randomness;
import java.util.List;

/**
 * Writes the bodies of messages: words with cashtags, mentions, numbers, links, HTML entities and
 * emoji.
 */
public final class MessageText {
  private static final int MOST_WORDS = 60;
  private static final List<String> ENTITIES =
      List.of(" up &amp; away", " I&#39;m in", " &quot;buy low&quot;", " price &gt; average");
  private static final List<String> EMOJI =
      List.of("\uD83D\uDE80", "\uD83D\uDCC8", "\uD83D\uDD25", "\uD83D\uDC40", "\uD83D\uDCB0", "✅");

  private final Population population;
  private final StringBuilder text = new StringBuilder(400);

  MessageText(Population population) {
    this.population = population;
  }

  /** The body; it is valid until the next call. */
  CharSequence compose(MessageDraft draft, Randomness random) {
    text.setLength(0);
    draft.mentioned().ifPresent(name -> text.append('@').append(name).append(' '));
    boolean tagsFirst = random.chance(0.7);
    if (tagsFirst) {
      cashtags(draft);
    }
    words(Math.min(MOST_WORDS, 2 + random.geometric(10)), random);
    if (random.chance(0.08)) {
      text.append(random.pick(ENTITIES));
    }
    if (!tagsFirst) {
      text.append(' ');
      cashtags(draft);
    }
    draft.link().ifPresent(page -> text.append(' ').append(page.url()));
    if (random.chance(0.01)) {
      text.append('\n').append(population.vocabulary().sentence(random, 4));
    }
    if (random.chance(0.01)) {
      text.append(" \"so easy\"");
    }
    if (random.chance(0.07)) {
      text.append(' ').append(random.pick(EMOJI).repeat(1 + random.below(3)));
    }
    return text;
  }

  private void cashtags(MessageDraft draft) {
    for (int symbol : draft.symbols()) {
      text.append('$').append(population.symbols().get(symbol).ticker()).append(' ');
    }
  }

  private void words(int count, Randomness random) {
    for (int i = 0; i < count; i++) {
      if (random.chance(0.03)) {
        text.append(random.below(400)).append('.').append(random.below(100)).append(' ');
      }
      text.append(population.vocabulary().word(random));
      if (random.chance(0.05)) {
        text.append(random.chance(0.7) ? "." : "!");
      }
      text.append(i < count - 1 ? " " : ".");
    }
  }
}
