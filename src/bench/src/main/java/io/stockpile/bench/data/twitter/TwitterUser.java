package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import java.util.List;

/**
 * A user whose JSON is made once, except the counters, which change.
 *
 * @param opening the JSON from the opening brace to just before the number of followers
 * @param closing the JSON behind the number of tweets, without the closing brace
 * @param derived what the delivering service adds to the author of a delivered tweet
 */
record TwitterUser(
    long id,
    String screenName,
    String name,
    JsonFragment opening,
    int followers,
    int friends,
    int favourites,
    int statuses,
    JsonFragment closing,
    JsonFragment derived) {

  private static final long FIRST_YEAR = 1_230_768_000_000L;
  private static final long EIGHT_YEARS = 252_000_000_000L;
  private static final List<String> LOCATIONS =
      List.of(
          ",,,New York,London,Chicago,Toronto,Austin,TX,Zürich,Mumbai,Lagos,Melbourne,São Paulo"
              .split(","));
  private static final List<String> COLOURS =
      List.of("C0DEED", "000000", "FFFFFF", "1DA1F2", "F5F8FA", "DDEEF6", "333333", "9AE4E8");

  /** Invents the user with this rank; users with low ranks write most. */
  static TwitterUser invent(int rank, Randomness random, Vocabulary vocabulary) {
    long id = 12_000 + rank * 71_993L + random.below(71_993);
    String screenName = Vocabulary.name(random, 2 + random.below(2)) + random.below(1000);
    String name = Vocabulary.name(random, 2) + " " + Vocabulary.name(random, 2 + random.below(2));
    return new TwitterUser(
        id,
        screenName,
        name,
        opening(id, screenName, name, random, vocabulary),
        (int) Math.min(4_000_000, Math.pow(1 / (1 - random.unit()), 1.4) * 20),
        random.below(2000),
        random.below(30_000),
        (int) (400_000 / Math.sqrt(rank + 20.0)) + random.below(5000),
        closing(id, random),
        derived(id, random));
  }

  /**
   * Writes the whole user with the present values of its counters.
   *
   * @param enriched whether to write what the delivering service adds
   */
  void write(JsonBuffer json, boolean enriched, Randomness random) {
    json.raw(opening).number(followers + random.below(20));
    json.raw(",\"friends_count\":").number(friends);
    json.raw(",\"listed_count\":").number(followers / 40);
    json.raw(",\"favourites_count\":").number(favourites + random.below(40));
    json.raw(",\"statuses_count\":").number(statuses + random.below(60));
    json.raw(closing);
    if (enriched) {
      json.raw(derived);
    }
    json.raw('}');
  }

  private static JsonFragment opening(
      long id, String screenName, String name, Randomness random, Vocabulary vocabulary) {
    JsonBuffer json = new JsonBuffer();
    json.raw("{\"id\":").number(id).raw(",\"id_str\":\"").number(id).raw("\",\"name\":");
    json.string(name).raw(",\"screen_name\":").string(screenName).raw(",\"location\":");
    stringOrNull(json, random.pick(LOCATIONS));
    json.raw(",\"url\":");
    stringOrNull(json, random.chance(0.25) ? "https://t.co/" + code(random) : "");
    json.raw(",\"description\":");
    stringOrNull(json, random.chance(0.8) ? vocabulary.sentence(random, 5 + random.below(16)) : "");
    json.raw(",\"translator_type\":\"").raw(random.chance(0.1) ? "regular" : "none");
    json.raw("\",\"protected\":false,\"verified\":").raw(bool(random.chance(0.02)));
    return json.raw(",\"followers_count\":").take();
  }

  private static JsonFragment closing(long id, Randomness random) {
    JsonBuffer json = new JsonBuffer().raw(",\"created_at\":");
    json.string(TwitterTime.text(FIRST_YEAR + (long) (random.unit() * EIGHT_YEARS)));
    boolean zone = random.chance(0.4);
    json.raw(",\"utc_offset\":").raw(zone ? "-14400" : "null");
    json.raw(",\"time_zone\":").raw(zone ? "\"Eastern Time (US & Canada)\"" : "null");
    json.raw(",\"geo_enabled\":").raw(bool(random.chance(0.4)));
    json.raw(",\"lang\":\"").raw(random.chance(0.85) ? "en" : "es");
    json.raw("\",\"contributors_enabled\":false,\"is_translator\":false");
    boolean plain = random.chance(0.6);
    for (String part : List.of("background", "link", "sidebar_border", "sidebar_fill", "text")) {
      json.raw(",\"profile_").raw(part).raw("_color\":");
      json.string(plain ? COLOURS.get(0) : random.pick(COLOURS));
    }
    String background = "abs.twimg.com/images/themes/theme" + (1 + random.below(19)) + "/bg.png";
    json.raw(",\"profile_background_image_url\":").string("http://" + background);
    json.raw(",\"profile_background_image_url_https\":").string("https://" + background);
    json.raw(",\"profile_background_tile\":").raw(bool(random.chance(0.2)));
    json.raw(",\"profile_use_background_image\":").raw(bool(!plain));
    String image =
        "pbs.twimg.com/profile_images/" + code(random) + "/" + code(random) + "_normal.jpg";
    json.raw(",\"profile_image_url\":").string("http://" + image);
    json.raw(",\"profile_image_url_https\":").string("https://" + image);
    if (random.chance(0.6)) {
      String banner = "https://pbs.twimg.com/profile_banners/" + id + "/" + random.below(1 << 30);
      json.raw(",\"profile_banner_url\":").string(banner);
    }
    json.raw(",\"default_profile\":").raw(bool(plain));
    json.raw(",\"default_profile_image\":").raw(bool(random.chance(0.04)));
    return json.raw(",\"following\":null,\"follow_request_sent\":null,\"notifications\":null")
        .take();
  }

  private static JsonFragment derived(long id, Randomness random) {
    if (random.chance(0.5)) {
      return new JsonBuffer().take();
    }
    JsonBuffer json = new JsonBuffer().raw(",\"derived\":{\"klout\":{\"score\":");
    json.number(10 + random.below(60)).raw(",\"user_id\":\"").number(id * 7);
    json.raw("\",\"profile_url\":\"http://klout.com/user/id/").number(id * 7).raw("\"}");
    if (random.chance(0.6)) {
      json.raw(",\"locations\":[").raw(Place.profileLocation(random)).raw("]");
    }
    return json.raw("}").take();
  }

  static String code(Randomness random) {
    return Long.toString(random.next() >>> 12, 36);
  }

  private static String bool(boolean value) {
    return value ? "true" : "false";
  }

  private static void stringOrNull(JsonBuffer json, String text) {
    if (text.isEmpty()) {
      json.raw("null");
    } else {
      json.string(text);
    }
  }
}
