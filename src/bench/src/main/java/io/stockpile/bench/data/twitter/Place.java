package io.stockpile.bench.data.twitter;

import io.stockpile.bench.data.parts.JsonBuffer;
import io.stockpile.bench.data.parts.JsonFragment;
import io.stockpile.bench.data.parts.Randomness;
import io.stockpile.bench.data.parts.Vocabulary;
import java.util.List;
import java.util.Locale;

/**
 * A place at which tweets are written.
 *
 * @param lon degrees east, in hundred-thousandths
 * @param lat degrees north, in hundred-thousandths
 * @param json the value of the member {@code place}
 */
record Place(int lon, int lat, JsonFragment json) {
  private record Country(String name, String code) {}

  private static final List<Country> COUNTRIES =
      List.of(
          new Country("United States", "US"),
          new Country("United Kingdom", "GB"),
          new Country("Canada", "CA"),
          new Country("India", "IN"),
          new Country("Schweiz", "CH"));
  private static final int DEGREE = 100_000;

  static Place invent(Randomness random) {
    String town = Vocabulary.name(random, 2 + random.below(2));
    String region = Vocabulary.name(random, 1).toUpperCase(Locale.ROOT);
    Country country = random.pickFromFront(COUNTRIES);
    int lon = (random.below(340) - 170) * DEGREE + random.below(DEGREE);
    int lat = (random.below(120) - 60) * DEGREE + random.below(DEGREE);
    String id = Long.toHexString(random.next() | 1L << 63);
    JsonBuffer json = new JsonBuffer();
    json.raw("{\"id\":").string(id).raw(",\"url\":");
    json.string("https://api.twitter.com/1.1/geo/id/" + id + ".json");
    json.raw(",\"place_type\":\"city\",\"name\":").string(town);
    json.raw(",\"full_name\":").string(town + ", " + region);
    json.raw(",\"country_code\":").string(country.code());
    json.raw(",\"country\":").string(country.name());
    json.raw(",\"bounding_box\":{\"type\":\"Polygon\",\"coordinates\":[[");
    point(json, lon, lat);
    point(json.raw(','), lon, lat + DEGREE / 8);
    point(json.raw(','), lon + DEGREE / 6, lat + DEGREE / 8);
    point(json.raw(','), lon + DEGREE / 6, lat);
    return new Place(lon, lat, json.raw("]]},\"attributes\":{}}").take());
  }

  /** Makes an element of a user's {@code derived.locations}. */
  static JsonFragment profileLocation(Randomness random) {
    Country country = random.pickFromFront(COUNTRIES);
    String region = Vocabulary.name(random, 2);
    String town = Vocabulary.name(random, 2 + random.below(2));
    JsonBuffer json = new JsonBuffer();
    json.raw("{\"country\":").string(country.name());
    json.raw(",\"country_code\":").string(country.code());
    json.raw(",\"locality\":").string(town).raw(",\"region\":").string(region);
    json.raw(",\"full_name\":").string(town + ", " + region + ", " + country.name());
    json.raw(",\"geo\":{\"coordinates\":");
    int lon = (random.below(340) - 170) * DEGREE + random.below(DEGREE);
    point(json, lon, (random.below(120) - 60) * DEGREE + random.below(DEGREE));
    return json.raw(",\"type\":\"point\"}}").take();
  }

  /** Writes {@code geo}, latitude first, and {@code coordinates}, longitude first. */
  void writePoint(JsonBuffer json) {
    point(json.raw(",\"geo\":{\"type\":\"Point\",\"coordinates\":"), lat, lon);
    point(json.raw("},\"coordinates\":{\"type\":\"Point\",\"coordinates\":"), lon, lat);
    json.raw('}');
  }

  private static void point(JsonBuffer json, int first, int second) {
    json.raw('[').shortDecimal(first, 5).raw(',').shortDecimal(second, 5).raw(']');
  }
}
