package io.stockpile.pipeline.erase.tombstones;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.text.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TombstoneListTest {
  private static TombstoneEvent said(Reason.Kind kind, Cause cause, long id, long at) {
    return said(kind, cause, id, at, false);
  }

  private static TombstoneEvent said(
      Reason.Kind kind, Cause cause, long id, long at, boolean reversal) {
    return new TombstoneEvent(kind, cause, id, 0, at, reversal, TombstoneEvent.Origin.COMPLIANCE);
  }

  private static TombstoneList after(TombstoneList list, TombstoneEvent... events) {
    return list.after(List.of(events), Set.of());
  }

  @Test
  void whatWasDeletedIsToBeGoneAndNothingElse() {
    TombstoneList list =
        after(
            TombstoneList.NONE,
            said(Reason.Kind.MESSAGE, Cause.DELETED, 7, 1),
            said(Reason.Kind.STOCKTWITS_USER, Cause.DELETED, 8, 1),
            said(Reason.Kind.TWEET, Cause.DELETED, 9, 1),
            said(Reason.Kind.TWITTER_USER, Cause.DELETED, 10, 1));

    ErasedIds gone = list.inForce();

    assertThat(list.number()).isEqualTo(1);
    assertThat(gone.message(7)).isTrue();
    assertThat(gone.message(8)).isFalse();
    assertThat(gone.stocktwitsUser(8)).isTrue();
    assertThat(gone.tweet(9)).isTrue();
    assertThat(gone.twitterUser(10)).isTrue();
    assertThat(gone.twitterUser(9)).isFalse();
    assertThat(list.counts())
        .isEqualTo(Map.of("message", 1L, "stocktwits-user", 1L, "tweet", 1L, "twitter-user", 1L));
  }

  @Test
  void whatIsSaidTwiceMakesNoNewList() {
    TombstoneEvent event = said(Reason.Kind.TWEET, Cause.DELETED, 9, 1);
    TombstoneList list = after(TombstoneList.NONE, event);

    assertThat(after(list, event)).isSameAs(list);
    assertThat(after(list)).isSameAs(list);
  }

  @Test
  void theLastEventByTimeCountsWhateverWasReadFirst() {
    TombstoneEvent gone = said(Reason.Kind.TWITTER_USER, Cause.DELETED, 10, 5);
    TombstoneEvent back = said(Reason.Kind.TWITTER_USER, Cause.DELETED, 10, 6, true);

    assertThat(after(TombstoneList.NONE, gone, back).inForce().twitterUser(10)).isFalse();
    assertThat(after(after(TombstoneList.NONE, back), gone).inForce().twitterUser(10)).isFalse();
    assertThat(after(after(TombstoneList.NONE, gone), back).inForce().twitterUser(10)).isFalse();
    TombstoneEvent again = said(Reason.Kind.TWITTER_USER, Cause.DELETED, 10, 7);
    assertThat(after(after(TombstoneList.NONE, gone, back), again).inForce().twitterUser(10))
        .isTrue();
  }

  @Test
  void ofTwoAtTheSameTimeTheDeletionCounts() {
    TombstoneEvent gone = said(Reason.Kind.TWITTER_USER, Cause.DELETED, 10, 5);
    TombstoneEvent back = said(Reason.Kind.TWITTER_USER, Cause.DELETED, 10, 5, true);

    assertThat(after(TombstoneList.NONE, gone, back).inForce().twitterUser(10)).isTrue();
    assertThat(after(after(TombstoneList.NONE, back), gone).inForce().twitterUser(10)).isTrue();
    assertThat(after(after(TombstoneList.NONE, gone), back).inForce().twitterUser(10)).isTrue();
  }

  @Test
  void whatCanBeTakenBackCountsOnlyWhenAskedForAndStaysThen() {
    TombstoneEvent hidden = said(Reason.Kind.TWITTER_USER, Cause.PROTECTED, 10, 5);
    TombstoneList known = after(TombstoneList.NONE, hidden);
    assertThat(known.inForce().isEmpty()).isTrue();

    TombstoneList asked = known.after(List.of(), Set.of(Cause.PROTECTED));
    assertThat(asked.inForce().twitterUser(10)).isTrue();
    assertThat(after(asked)).isSameAs(asked);

    TombstoneList other = after(asked, said(Reason.Kind.TWITTER_USER, Cause.PROTECTED, 11, 5));
    assertThat(other.inForce().twitterUser(10)).isTrue();
    assertThat(other.inForce().twitterUser(11)).isFalse();

    TombstoneList back = after(other, said(Reason.Kind.TWITTER_USER, Cause.PROTECTED, 10, 6, true));
    assertThat(back.inForce().isEmpty()).isTrue();
    assertThat(back.takenBackSince(other))
        .isEqualTo(Map.of(Reason.Kind.TWITTER_USER, List.of(10L)));
  }

  @Test
  void aLaterListSaysWhatIsNewInIt() {
    TombstoneList first = after(TombstoneList.NONE, said(Reason.Kind.MESSAGE, Cause.DELETED, 7, 1));
    TombstoneList second = after(first, said(Reason.Kind.MESSAGE, Cause.DELETED, 8, 1));

    ErasedIds since = second.inForceSince(first.number());

    assertThat(since.message(7)).isFalse();
    assertThat(since.message(8)).isTrue();
    assertThat(second.inForceSince(second.number()).isEmpty()).isTrue();
  }

  @Test
  void placesGoUpToTheLatestTweetThatWasNamed() {
    TombstoneEvent early =
        new TombstoneEvent(
            Reason.Kind.PLACES, Cause.SCRUBBED, 5, 100, 1, false, TombstoneEvent.Origin.COMPLIANCE);
    TombstoneEvent late =
        new TombstoneEvent(
            Reason.Kind.PLACES, Cause.SCRUBBED, 5, 90, 2, false, TombstoneEvent.Origin.COMPLIANCE);
    TombstoneList list = after(TombstoneList.NONE, early);

    assertThat(list.inForce().placesUpTo(5)).isEqualTo(100);
    assertThat(list.inForce().placesUpTo(6)).isEqualTo(ErasedIds.NO_PLACES);
    assertThat(after(list, late).inForce().placesUpTo(5)).isEqualTo(100);
    TombstoneEvent further =
        new TombstoneEvent(
            Reason.Kind.PLACES, Cause.SCRUBBED, 5, 101, 1, false, TombstoneEvent.Origin.COMPLIANCE);
    TombstoneList more = after(list, further);
    assertThat(more.inForce().placesUpTo(5)).isEqualTo(101);
    assertThat(more.inForceSince(list.number()).placesUpTo(5)).isEqualTo(101);
  }

  @Test
  void lookupsAndRangesAgreeWithAPlainSet() {
    Random random = new Random(4);
    Set<Long> ids = new TreeSet<>();
    List<TombstoneEvent> events = new ArrayList<>();
    for (int count = 0; count < 5_000; count++) {
      long id = random.nextInt(40_000);
      ids.add(id);
      events.add(said(Reason.Kind.MESSAGE, Cause.DELETED, id, count));
    }
    TombstoneList list = TombstoneList.NONE;
    for (int from = 0; from < events.size(); from += 700) {
      list = list.after(events.subList(from, Math.min(events.size(), from + 700)), Set.of());
    }
    TombstoneIds gone = list.inForce();
    for (long id = -10; id < 40_010; id++) {
      assertThat(gone.message(id)).isEqualTo(ids.contains(id));
    }
    for (int round = 0; round < 2_000; round++) {
      long min = random.nextInt(40_000);
      long max = min + random.nextInt(30);
      assertThat(gone.touches(Reason.Kind.MESSAGE, min, max))
          .isEqualTo(ids.stream().anyMatch(id -> id >= min && id <= max));
    }
  }
}
