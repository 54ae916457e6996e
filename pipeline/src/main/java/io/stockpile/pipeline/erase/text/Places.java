package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonCuts;
import io.stockpile.pipeline.json.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * The members that say where a tweet was sent from: {@code geo}, {@code coordinates} and {@code
 * place} of a tweet, {@code geo} and {@code location} of an activity. After a {@code scrub_geo}
 * event Twitter demands that the geodata of the user's tweets be deleted, up to the id that the
 * event names (<a
 * href="https://developer.x.com/en/docs/tweets/compliance/guides/compliance-data-objects">Compliance
 * Data Objects</a>). Where the user lives, according to the profile, is not geodata of a tweet and
 * stays: {@code user.location}, {@code user.derived}, {@code actor.location}, {@code
 * gnip.profileLocations}.
 */
final class Places {
  private static final Set<String> MEMBERS = Set.of("geo", "coordinates", "place", "location");

  private final ErasedIds ids;
  private final JsonCuts<Optional<Reason>> cuts;

  Places(ErasedIds ids, JsonCuts<Optional<Reason>> cuts) {
    this.ids = ids;
    this.cuts = cuts;
  }

  void cut(JsonNode tweet) {
    Optional<Long> user =
        Ids.author(tweet).stream().filter(each -> isUpTo(ids.placesUpTo(each), tweet)).findFirst();
    if (user.isEmpty()) {
      return;
    }
    for (JsonNode member : tweet.children()) {
      if (MEMBERS.contains(member.name()) && !member.isNull()) {
        cuts.cut(
            member, Optional.of(new Reason(Reason.Kind.PLACES, user.get(), Reason.Part.PLACE)));
      }
    }
  }

  private static boolean isUpTo(long upTo, JsonNode tweet) {
    return Ids.own(tweet).stream().anyMatch(id -> id <= upTo);
  }
}
