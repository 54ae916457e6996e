package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonCuts;
import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.shred.values.WrittenId;
import java.util.Optional;
import java.util.Set;

/**
 * Where a tweet was sent from: {@code geo}, {@code coordinates} and {@code place} of the tweet's
 * object, in an activity {@code geo} and {@code location}. Where the user's profile says that the
 * user lives ({@code user.location}, {@code user.derived}, {@code actor.location}, {@code
 * gnip.profileLocations}) stays: a scrub_geo event asks for the geodata of tweets up to an id, and
 * what a profile says is changed by the user in another way.
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
    long user = Ids.author(tweet);
    long id = Ids.own(tweet);
    if (user == WrittenId.NONE || id == WrittenId.NONE || id > ids.placesUpTo(user)) {
      return;
    }
    for (JsonNode member : tweet.children()) {
      if (MEMBERS.contains(member.name()) && !member.isNull()) {
        cuts.cut(member, Optional.of(new Reason(Reason.Kind.PLACES, user, Reason.Part.PLACE)));
      }
    }
  }
}
