package io.stockpile.simulated.data;

import java.util.List;
import java.util.Random;

/** Invented users, and their words about invented companies. */
public final class Vocabulary {
  public record Company(
      long id, String symbol, String title, String exchange, String sector, String industry) {}

  static final List<Company> COMPANIES =
      List.of(
          new Company(9001, "QLMT", "Quell Motors, Inc.", "NASDAQ", "Consumer Goods", "Autos"),
          new Company(9002, "BRKN", "Brackenridge Foods", "NYSE", "Consumer Goods", "Food"),
          new Company(9003, "TDYN", "Tidewater Dynamics", "NASDAQ", "Technology", "Software"),
          new Company(9004, "HOLM", "Holm & Ostergaard", "NYSE", "Financial", "Insurance"),
          new Company(9005, "VPR", "Vesper Biologics", "NASDAQ", "Healthcare", "Biotechnology"),
          new Company(9006, "NG_F", "Natural Gas Futures", "NYMEX", null, null),
          new Company(9007, "KRN.X", "Krone Coin", "CRYPTO", null, null));

  private static final List<String> FIRST =
      List.of("quiet", "late", "patient", "north", "silver", "plain", "seventh", "tidal");
  private static final List<String> SECOND =
      List.of("trader", "chartist", "harbor", "ledger", "bull", "bear", "analyst", "yield");
  private static final List<String> PHRASES =
      List.of(
          "going up from here",
          "broke out of its range, watching 22.50",
          "earnings tomorrow. Wall Street&#39;s consensus looks low",
          "short &amp; patient",
          "&quot;buy the dip&quot; they said\nthen it dipped again",
          "volume drying up 📉",
          "new high 🚀🚀",
          "what does everybody think of the guidance? &lt;1% growth",
          "tøff uke for aksjen");

  private final Random random;

  public Vocabulary(Random random) {
    this.random = random;
  }

  public Company company() {
    return pick(COMPANIES);
  }

  String username(long userId) {
    int first = (int) (userId % FIRST.size());
    int second = (int) (userId / FIRST.size() % SECOND.size());
    return FIRST.get(first) + SECOND.get(second) + userId;
  }

  String body(Company company) {
    return "$" + company.symbol() + " " + pick(PHRASES);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
