package io.stockpile.pipeline.erase.tombstones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import io.stockpile.pipeline.erase.IdsToErase;
import io.stockpile.pipeline.erase.text.ErasedIds;
import io.stockpile.pipeline.erase.text.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TombstoneStoreTest {
  private static final Instant NOW = Instant.parse("2016-12-06T00:00:00Z");

  @TempDir Path directory;
  private ObjectStore store;
  private TombstoneStore tombstones;

  @BeforeEach
  void open() throws IOException {
    store = ObjectStores.open(StoreLocation.of(directory.toString()));
    tombstones = new TombstoneStore(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static TombstoneList list(TombstoneList before, long from, long to) {
    List<TombstoneEvent> events = new ArrayList<>();
    for (long id = from; id < to; id++) {
      events.add(
          new TombstoneEvent(
              Reason.Kind.MESSAGE,
              Cause.DELETED,
              id,
              0,
              id * 1000,
              false,
              TombstoneEvent.Origin.DESTROY));
      events.add(
          new TombstoneEvent(
              Reason.Kind.PLACES,
              Cause.SCRUBBED,
              -id - 1,
              id + 5,
              id,
              false,
              TombstoneEvent.Origin.COMPLIANCE));
      events.add(
          new TombstoneEvent(
              Reason.Kind.TWITTER_USER,
              Cause.SUSPENDED,
              id,
              0,
              id,
              id % 2 == 0,
              TombstoneEvent.Origin.COMPLIANCE));
    }
    return before.after(events, Set.of());
  }

  @Test
  void anArchiveInWhichNothingWasErasedHasTheEmptyList() throws IOException {
    TombstoneStore.Held held = tombstones.index();

    assertThat(held.version()).isEmpty();
    assertThat(tombstones.list(held.index())).isSameAs(TombstoneList.NONE);
    assertThat(tombstones.replace(held, TombstoneList.NONE, Map.of(), List.of(), "run", NOW))
        .isSameAs(held);
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void whatAProcessThatStoppedHadStagedOfAListIsThrownAwayByTheNext() throws IOException {
    try (StagedObject staged = store.stage("_tombstones/1-stopped.parquet")) {
      staged.write("ids".getBytes(StandardCharsets.UTF_8));
      staged.finish();
    }

    TombstoneList first = list(TombstoneList.NONE, 100, 300);
    tombstones.replace(tombstones.index(), first, Map.of(), List.of(), "one", NOW);

    assertThat(tombstones.list(tombstones.index().index()).groups()).isEqualTo(first.groups());
    assertThat(store.abortPending("", key -> true)).isZero();
  }

  @Test
  void aListIsReadBackAsItWasAndTakesTheFormerOnesPlace() throws IOException {
    TombstoneList first = list(TombstoneList.NONE, 100, 300);
    Map<String, TombstoneIndex.Seen> units = Map.of("day", new TombstoneIndex.Seen(2, NOW, 1));
    tombstones.replace(tombstones.index(), first, units, List.of(), "one", NOW);
    TombstoneStore.Held held = tombstones.index();

    assertThat(held.index().ids()).isEqualTo(Map.of("message", 200L, "places", 200L));
    assertThat(held.index().units()).isEqualTo(units);
    assertThat(tombstones.list(held.index()).groups()).isEqualTo(first.groups());
    assertThat(tombstones.list(held.index()).number()).isEqualTo(1);

    TombstoneList second = list(first, 250, 400);
    tombstones.replace(held, second, units, List.of(), "two", NOW);

    assertThat(tombstones.list(tombstones.index().index()).groups()).isEqualTo(second.groups());
    assertThat(store.list("_tombstones/").stream().map(StoredObject::key))
        .containsExactly(
            "_tombstones/2-two.ids", "_tombstones/2-two.parquet", "_tombstones/current.json");
  }

  @Test
  void ofTwoProcessesOneLosesAndLeavesNothing() throws IOException {
    TombstoneStore.Held held = tombstones.index();
    tombstones.replace(held, list(TombstoneList.NONE, 1, 3), Map.of(), List.of(), "winner", NOW);

    assertThatThrownBy(
            () ->
                tombstones.replace(
                    held, list(TombstoneList.NONE, 1, 4), Map.of(), List.of(), "loser", NOW))
        .isInstanceOf(PreconditionFailedException.class);

    assertThat(store.list("_tombstones/").stream().map(StoredObject::key))
        .containsExactly(
            "_tombstones/1-winner.ids", "_tombstones/1-winner.parquet", "_tombstones/current.json");
  }

  @Test
  void theSameListAgainWritesNothing() throws IOException {
    TombstoneList list = list(TombstoneList.NONE, 1, 3);
    tombstones.replace(tombstones.index(), list, Map.of(), List.of(), "one", NOW);
    TombstoneStore.Held held = tombstones.index();

    assertThat(tombstones.replace(held, list, Map.of(), List.of(), "two", NOW.plusSeconds(9)))
        .isSameAs(held);
  }

  @Test
  void theFileOfALaterListStaysBecauseItMayComeToCountAtAnyMoment() throws IOException {
    TombstoneList first = list(TombstoneList.NONE, 1, 3);
    tombstones.replace(tombstones.index(), first, Map.of(), List.of(), "one", NOW);
    TombstoneStore.Held held = tombstones.index();
    // The file of a process that has read the second list and is about to make its own list valid.
    store.putIfAbsent("_tombstones/3-three.parquet", new byte[] {1});

    tombstones.replace(held, list(first, 3, 5), Map.of(), List.of(), "two", NOW);

    assertThat(store.list("_tombstones/").stream().map(StoredObject::key))
        .containsExactly(
            "_tombstones/2-two.ids",
            "_tombstones/2-two.parquet",
            "_tombstones/3-three.parquet",
            "_tombstones/current.json");
  }

  @Test
  void aListThatIsReplacedWhileItIsReadIsNoFailure() throws IOException {
    TombstoneList first = list(TombstoneList.NONE, 1, 3);
    tombstones.replace(tombstones.index(), first, Map.of(), List.of(), "one", NOW);
    AtomicBoolean replaced = new AtomicBoolean();
    ObjectStore overtaken =
        new ScriptedStore(
            store,
            new StoreScript() {
              @Override
              public void before(Call call) throws IOException {
                if (call.key().equals("_tombstones/1-one.parquet") && !replaced.getAndSet(true)) {
                  tombstones.replace(
                      tombstones.index(), list(first, 3, 5), Map.of(), List.of(), "two", NOW);
                }
              }
            });

    assertThat(new IdsToErase(overtaken).now().message(4)).isTrue();
    assertThat(replaced).isTrue();
  }

  @Test
  void aListWhoseCopyCannotBeWrittenIsNotLeftBehind() throws IOException {
    ObjectStore withoutCopies =
        new ScriptedStore(
            store,
            new StoreScript() {
              @Override
              public void before(Call call) throws IOException {
                if (call.key().endsWith(".ids")) {
                  throw new IOException("No space left on device");
                }
              }
            });
    TombstoneList list = list(TombstoneList.NONE, 1, 3);

    assertThatThrownBy(
            () ->
                new TombstoneStore(withoutCopies)
                    .replace(tombstones.index(), list, Map.of(), List.of(), "one", NOW))
        .hasMessage("No space left on device");

    assertThat(store.list("_tombstones/")).isEmpty();
  }

  private byte[] bytes(String key) throws IOException {
    return store.readVersioned(key).orElseThrow().content();
  }

  private void put(String key, byte[] content) throws IOException {
    store.delete(key);
    store.putIfAbsent(key, content);
  }

  private static void assertSameIds(ErasedIds found, TombstoneList list) {
    TombstoneIds expected = list.inForce();
    for (long id = -450; id < 450; id++) {
      assertThat(found.message(id)).as("message %d", id).isEqualTo(expected.message(id));
      assertThat(found.twitterUser(id)).isEqualTo(expected.twitterUser(id));
      assertThat(found.tweet(id)).isEqualTo(expected.tweet(id));
      assertThat(found.stocktwitsUser(id)).isEqualTo(expected.stocktwitsUser(id));
      assertThat(found.placesUpTo(id)).as("places %d", id).isEqualTo(expected.placesUpTo(id));
      assertThat(found.any(id)).isEqualTo(expected.any(id));
    }
  }

  @Test
  void theCopyForLookupsHasTheIdsOfTheListAndIsReadInsteadOfIt() throws IOException {
    TombstoneList list = list(TombstoneList.NONE, 100, 300);
    tombstones.replace(tombstones.index(), list, Map.of(), List.of(), "one", NOW);
    TombstoneIndex index = tombstones.index().index();

    ErasedIds ids = tombstones.ids(index);

    assertSameIds(ids, list);
    assertThat(list.inForce().message(100)).isTrue();
    assertThat(ids.placesUpTo(-101)).isEqualTo(105);
    byte[] other = IdsFile.write(list(TombstoneList.NONE, 7, 8).inForce(), index.sha256());
    put("_tombstones/1-one.ids", other);
    assertThat(tombstones.ids(index).message(100)).isFalse();
  }

  @Test
  void withoutAProperCopyTheListIsRead() throws IOException {
    TombstoneList list = list(TombstoneList.NONE, 100, 300);
    tombstones.replace(tombstones.index(), list, Map.of(), List.of(), "one", NOW);
    TombstoneIndex index = tombstones.index().index();
    byte[] copy = bytes("_tombstones/1-one.ids");
    byte[] changed = copy.clone();
    changed[changed.length / 2] ^= 1;
    byte[] ofAnotherList = IdsFile.write(TombstoneList.NONE.inForce(), "0".repeat(64));

    for (byte[] wrong :
        List.of(changed, ofAnotherList, Arrays.copyOf(copy, copy.length - 1), new byte[0])) {
      put("_tombstones/1-one.ids", wrong);
      assertSameIds(tombstones.ids(index), list);
    }
    store.delete("_tombstones/1-one.ids");
    assertSameIds(tombstones.ids(index), list);
  }

  @Test
  void aListThatIsDamagedIsLostEvenIfItsCopyIsNot() throws IOException {
    TombstoneList list = list(TombstoneList.NONE, 100, 300);
    tombstones.replace(tombstones.index(), list, Map.of(), List.of(), "one", NOW);
    TombstoneIndex index = tombstones.index().index();
    byte[] changed = bytes("_tombstones/1-one.parquet");
    changed[9] ^= 1;
    put("_tombstones/1-one.parquet", changed);

    assertThatThrownBy(() -> tombstones.ids(index))
        .isInstanceOf(LostTombstonesException.class)
        .hasMessageContaining("_tombstones/1-one.parquet is gone, or not what was written");
  }
}
