package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import java.util.List;
import java.util.Set;

/**
 * A symbol whose JSON is made once, except the trending score, which changes.
 *
 * @param related the ranks of symbols that are often named together with this one
 * @param opening the JSON from the opening brace to just before the trending score
 * @param closing the JSON behind the trending score, with the closing brace
 * @param trend the trending score at the start of a day, in millionths
 * @param cents the price at the start of a day; 0 when there is none
 */
public record SyntheticSymbol(
    long id,
    String ticker,
    List<Integer> related,
    JsonFragment opening,
    JsonFragment closing,
    int trend,
    int cents) {

  private static final List<String> EXCHANGES =
      List.of("NASDAQ", "NYSE", "NYSEArca", "NYSEMkt", "OTC", "CME", "TSX", "CRYPTO");

  /** Each list is a sector, followed by its industries. */
  private static final List<List<String>> SECTORS =
      List.of(
          List.of("Technology", "Application Software", "Semiconductor - Broad Line"),
          List.of("Healthcare", "Biotechnology", "Drug Manufacturers - Major"),
          List.of("Services", "Music & Video Stores", "Discount, Variety Stores", "Restaurants"),
          List.of("Financial", "Exchange Traded Fund", "Money Center Banks", "Asset Management"),
          List.of("Basic Materials", "Independent Oil & Gas", "Gold", "Steel & Iron"),
          List.of("Consumer Goods", "Auto Manufacturers - Major", "Beverages - Soft Drinks"),
          List.of("Industrial Goods", "Aerospace/Defense Products & Services"),
          List.of("Utilities", "Electric Utilities"));

  private static final List<String> SUFFIXES =
      List.of(
          " Inc.", " Corp.", " Ltd.", " Holdings, Inc.", " Therapeutics, Inc.", " PLC", " Group");

  /**
   * Invents the symbol with this rank.
   *
   * @param taken the tickers that exist already; the new one is added
   */
  static SyntheticSymbol invent(int rank, int symbols, Randomness random, Set<String> taken) {
    String ticker = ticker(random);
    while (!taken.add(ticker)) {
      ticker = ticker(random);
    }
    long id = 600 + rank * 11L + random.below(11);
    List<Integer> related =
        List.of(
            random.below(Math.min(symbols, 40)),
            random.below(Math.min(symbols, 400)),
            random.below(symbols));
    return new SyntheticSymbol(
        id,
        ticker,
        related,
        opening(id, ticker, random),
        new JsonBuffer()
            .raw(",\"watchlist_count\":")
            .number((long) (300_000 / Math.pow(rank + 3, 0.8)) + random.below(50))
            .raw('}')
            .take(),
        random.below(12_000_000) - 9_000_000,
        random.chance(0.95) ? 50 + random.below(30_000) : 0);
  }

  private static String ticker(Randomness random) {
    StringBuilder letters = new StringBuilder();
    int count = 3 + random.below(2);
    for (int i = 0; i < count; i++) {
      letters.append((char) ('A' + random.below(26)));
    }
    return letters.append(random.chance(0.02) ? ".X" : "").toString();
  }

  private static JsonFragment opening(long id, String ticker, Randomness random) {
    String title =
        Vocabulary.name(random, 2 + random.below(2))
            + " "
            + Vocabulary.name(random, 2 + random.below(2))
            + random.pick(SUFFIXES);
    JsonBuffer json =
        new JsonBuffer()
            .raw("{\"id\":")
            .number(id)
            .raw(",\"symbol\":")
            .string(ticker)
            .raw(",\"title\":")
            .string(title)
            .raw(",\"exchange\":")
            .string(random.pickFromFront(EXCHANGES));
    if (random.chance(0.15)) {
      json.raw(",\"sector\":null,\"industry\":null");
    } else {
      List<String> sector = random.pick(SECTORS);
      json.raw(",\"sector\":").string(sector.get(0));
      json.raw(",\"industry\":").string(sector.get(1 + random.below(sector.size() - 1)));
    }
    return json.raw(",\"trending_score\":").take();
  }
}
