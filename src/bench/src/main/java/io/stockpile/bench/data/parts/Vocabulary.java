package io.stockpile.bench.data.parts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that texts are made of: common words of traders, and thousands of invented ones in
 * place of the rare words of a language. Immutable.
 */
public final class Vocabulary {
  private static final int SIZE = 5_000;
  private static final double EXPONENT = 1.05;

  private static final List<String> SYLLABLES =
      words(
          """
          al an ar as at be bo bra ca chi co cor da den di do dra el en er fa fi flo ga gen gi
          go ha hel in is ja jo ka ken ki la le lin lo lu ma mer mi mo na nel ni no on or pa
          per pi po qua ra ren ri ro sa sen si so sta ta ter ti to tri un va ver vi vo wa wen
          wi ya yo za zen
          """);

  private static final List<String> COMMON =
      words(
          """
          the to is a and on in at of it this for up be will i not you with today we out if
          now buy that just here are sell from stock my over go going they price long market
          day high all see like week back get what time next down more was have good low short
          new so no as but by can one still calls puts should last earnings above below volume
          after before how when great open close tomorrow support resistance break breakout
          chart trend move hold holding shares target bought sold entry stop loss gain profit
          gap fill bounce pullback dip top bottom bulls bears bullish bearish rally squeeze
          momentum setup daily weekly monthly average moving higher lower options strike
          expiry premium spread hedge risk reward position size swing trade trader trading
          watch list alert news report guidance revenue growth margin beat miss upgrade
          downgrade analyst estimate fed rates inflation jobs economy oil gold silver dollar
          bonds yields crypto biotech trial approval data phase drug deal merger buyout
          offering dilution insider float institutions funds retail patience people think know
          want need make take look come wait keep start right wrong never always again soon
          maybe really very much some every other than then there their them who why where
          money cash cheap value strong weak green red big small huge nice easy hard fast slow
          early late year month hour minute morning afternoon session
          """);

  private final List<String> words;
  private final ZipfDistribution ranks = new ZipfDistribution(SIZE, EXPONENT);

  public Vocabulary(Randomness random) {
    Set<String> distinct = new LinkedHashSet<>(COMMON);
    while (distinct.size() < SIZE) {
      distinct.add(syllables(random, 2 + random.below(3)));
    }
    words = new ArrayList<>(distinct);
  }

  public String word(Randomness random) {
    return words.get(ranks.draw(random));
  }

  /** This many words with commas and full stops between them; the first begins with a capital. */
  public String sentence(Randomness random, int count) {
    StringBuilder text = new StringBuilder(count * 7);
    for (int i = 0; i < count; i++) {
      String word = word(random);
      if (i == 0) {
        text.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      } else {
        text.append(random.chance(0.06) ? ", " : " ").append(word);
      }
    }
    return text.append('.').toString();
  }

  /** An invented name that begins with a capital. */
  public static String name(Randomness random, int syllables) {
    String name = syllables(random, syllables);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static String syllables(Randomness random, int count) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < count; i++) {
      word.append(random.pick(SYLLABLES));
    }
    return word.toString();
  }
}
