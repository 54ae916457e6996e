package io.stockpile.pipeline.erase.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Erased ids that a test lists one by one. */
public final class ListedIds implements ErasedIds {
  private final Set<Long> messages = new HashSet<>();
  private final Set<Long> stocktwitsUsers = new HashSet<>();
  private final Set<Long> tweets = new HashSet<>();
  private final Set<Long> twitterUsers = new HashSet<>();
  private final Map<Long, Long> places = new HashMap<>();

  public ListedIds addMessage(long id) {
    messages.add(id);
    return this;
  }

  public ListedIds addStocktwitsUser(long id) {
    stocktwitsUsers.add(id);
    return this;
  }

  public ListedIds addTweet(long id) {
    tweets.add(id);
    return this;
  }

  public ListedIds addTwitterUser(long id) {
    twitterUsers.add(id);
    return this;
  }

  public ListedIds addPlaces(long user, long upTo) {
    places.put(user, upTo);
    return this;
  }

  @Override
  public boolean message(long id) {
    return messages.contains(id);
  }

  @Override
  public boolean stocktwitsUser(long id) {
    return stocktwitsUsers.contains(id);
  }

  @Override
  public boolean tweet(long id) {
    return tweets.contains(id);
  }

  @Override
  public boolean twitterUser(long id) {
    return twitterUsers.contains(id);
  }

  @Override
  public long placesUpTo(long twitterUserId) {
    return places.getOrDefault(twitterUserId, NO_PLACES);
  }

  @Override
  public boolean isEmpty() {
    return messages.isEmpty()
        && stocktwitsUsers.isEmpty()
        && tweets.isEmpty()
        && twitterUsers.isEmpty()
        && places.isEmpty();
  }
}
