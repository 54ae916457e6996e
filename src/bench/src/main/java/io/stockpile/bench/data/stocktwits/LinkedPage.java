package io.stockpile.bench.data.stocktwits;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import java.util.List;

/**
 * A page that a message links to.
 *
 * @param host the site's host name
 * @param site the site's name
 * @param website the site's address
 * @param url the page's address as it is in the message
 */
public record LinkedPage(String host, String site, String website, String url) {
  private record Site(String host, String name) {}

  private static final List<Site> SITES =
      List.of(
          new Site("news.example.com", "Example News"),
          new Site("seeking.example.org", "Seeking Example"),
          new Site("finance.example.com", "Example Finance"),
          new Site("charts.example.net", "ChartExample"),
          new Site("wire.example.com", "The Example Wire"),
          new Site("video.example.com", "Example Video"),
          new Site("filings.example.gov", "Filings"),
          new Site("blog.example.org", "A Trader's Blog"));

  static LinkedPage draw(Randomness random) {
    Site site = random.pickFromFront(SITES);
    String path = Long.toString(random.next() >>> 28, 36);
    String start = random.chance(0.5) ? "http://stks.co/" : "http://" + site.host() + "/";
    return new LinkedPage(site.host(), site.name(), "http://" + site.host(), start + path);
  }

  /** Writes the page as an element of {@code links}. */
  void write(JsonBuffer json, long epochSecond, Vocabulary vocabulary, Randomness random) {
    json.raw("{\"title\":").string(vocabulary.sentence(random, 6 + random.below(8)));
    json.raw(",\"url\":").string(url);
    json.raw(",\"shortened_url\":");
    if (random.chance(0.5)) {
      json.string("http://stks.co/" + Long.toString(random.next() >>> 40, 36));
    } else {
      json.raw("null");
    }
    json.raw(",\"shortened_expanded_url\":");
    json.string(host + "/" + vocabulary.word(random) + "/" + vocabulary.word(random) + "...");
    json.raw(",\"description\":");
    if (random.chance(0.8)) {
      json.string(vocabulary.sentence(random, 15 + random.below(45)));
    } else {
      json.raw("null");
    }
    json.raw(",\"image\":");
    if (random.chance(0.6)) {
      json.string("http://" + host + "/images/" + Long.toString(random.next() >>> 20, 36) + ".jpg");
    } else {
      json.raw("null");
    }
    json.raw(",\"created_at\":").timestamp(epochSecond);
    json.raw(",\"video_url\":null,\"source\":{\"name\":").string(site);
    json.raw(",\"website\":").string(website).raw("}}");
  }
}
