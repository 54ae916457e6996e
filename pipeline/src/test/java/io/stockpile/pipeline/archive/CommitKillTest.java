package io.stockpile.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.testing.InMemoryStore;
import io.stockpile.connectors.testing.ScriptedStore;
import io.stockpile.connectors.testing.StoreScript;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed at one of its calls to the store, each call in turn; the next process
 * completes its work.
 */
class CommitKillTest {
  private static final ArchiveUnit DAY =
      FirestreamUnit.ofDay(FileType.MESSAGE, LocalDate.of(2016, 12, 5));

  enum Moment {
    BEFORE_THE_EFFECT,
    AFTER_THE_EFFECT
  }

  /** An error, so that no code catches it and cleans up. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** From this call on the process is dead, and its calls have no effect. */
  private record DeadAt(int last, Moment moment) implements StoreScript {
    @Override
    public void before(Call call) {
      boolean now = call.number() == last && moment == Moment.BEFORE_THE_EFFECT;
      if (call.number() > last || now) {
        throw new Killed();
      }
    }

    @Override
    public void after(Call call) {
      if (call.number() == last) {
        throw new Killed();
      }
    }
  }

  private static ObjectStore dying(ObjectStore store, int last, Moment moment) {
    return new ScriptedStore(store, new DeadAt(last, moment));
  }

  private static boolean survives(UnitRun run, InMemoryStore store, int call, Moment moment)
      throws IOException {
    try {
      assertThat(run.run(dying(store, call, moment))).isEqualTo("Committed");
      return true;
    } catch (Killed e) {
      return false;
    }
  }

  private static void assertHolds(InMemoryStore store, String by, int parts) throws IOException {
    Generation generation = UnitRun.generation(store, DAY);
    List<String> keys = new ArrayList<>(List.of(DAY.manifestKey()));
    for (int part = 0; part < parts; part++) {
      keys.add(UnitRun.path(DAY, generation, part));
    }
    assertThat(store.keys()).containsExactlyElementsOf(keys);
    assertThat(store.pendingKeys()).isEmpty();
    for (int part = 0; part < parts; part++) {
      assertThat(store.text(UnitRun.path(DAY, generation, part))).isEqualTo(by + " " + part);
    }
    assertThat(store.text(DAY.manifestKey())).contains("_landing/" + by + ".gz");
  }

  private static String holder(InMemoryStore store) {
    String manifest = store.text(DAY.manifestKey());
    int at = manifest.indexOf("_landing/") + "_landing/".length();
    return manifest.substring(at, manifest.indexOf(".gz"));
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void everyRowIsThereOnceAfterTheSecondRun(Moment moment) throws IOException {
    int killed = 0;
    for (int call = 1; ; call++) {
      InMemoryStore store = new InMemoryStore();
      boolean survived = survives(new UnitRun("first", DAY, false, 3), store, call, moment);
      if (survived) {
        break;
      }
      killed++;
      new UnitRun("second", DAY, false, 3).run(store);
      assertHolds(store, holder(store), 3);
    }
    assertThat(killed).isGreaterThan(15);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void replacingLeavesTheOldOrTheNewAndNoMixture(Moment moment) throws IOException {
    int oldOnes = 0;
    int newOnes = 0;
    for (int call = 1; ; call++) {
      InMemoryStore store = new InMemoryStore();
      new UnitRun("old", DAY, false, 4).run(store);
      if (survives(new UnitRun("new", DAY, true, 2), store, call, moment)) {
        break;
      }
      new UnitRun("idle", DAY, false, 1).run(store);
      if (holder(store).equals("old")) {
        oldOnes++;
        new Recovery(store).prepare(DAY, Set.of(), false);
        assertHolds(store, "old", 4);
      } else {
        newOnes++;
        assertHolds(store, "new", 2);
      }
    }
    assertThat(oldOnes).isGreaterThan(5);
    assertThat(newOnes).isGreaterThan(5);
  }

  /** What a reader sees that lists the files of a table and does not read manifests. */
  @ParameterizedTest
  @EnumSource(Moment.class)
  void aReplacementShowsTheOldFilesOrTheNewOnesOrBothAndNeverNone(Moment moment)
      throws IOException {
    int both = 0;
    for (int call = 1; ; call++) {
      InMemoryStore store = new InMemoryStore();
      new UnitRun("old", DAY, false, 4).run(store);
      boolean survived = survives(new UnitRun("new", DAY, true, 2), store, call, moment);
      boolean old = shows(store, Generation.FIRST, 4);
      boolean replaced = shows(store, Generation.FIRST.next(), 2);
      assertThat(old || replaced).as("killed at call %d", call).isTrue();
      both += old && replaced ? 1 : 0;
      if (survived) {
        assertThat(old).isFalse();
        break;
      }
    }
    assertThat(both).isPositive();
  }

  private static boolean shows(InMemoryStore store, Generation generation, int parts) {
    for (int part = 0; part < parts; part++) {
      if (!store.keys().contains(UnitRun.path(DAY, generation, part))) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aKilledReplacementIsReplacedByTheNext(Moment moment) throws IOException {
    for (int call = 1; ; call++) {
      InMemoryStore store = new InMemoryStore();
      new UnitRun("old", DAY, false, 4).run(store);
      if (survives(new UnitRun("new", DAY, true, 2), store, call, moment)) {
        break;
      }
      assertThat(new UnitRun("newer", DAY, true, 3).run(store)).isEqualTo("Committed");
      assertHolds(store, "newer", 3);
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void lostStagedBytesMeanThatTheUnitIsDoneAgain(Moment moment) throws IOException {
    int torn = 0;
    for (int call = 1; ; call++) {
      InMemoryStore store = new InMemoryStore();
      new UnitRun("old", DAY, false, 4).run(store);
      if (survives(new UnitRun("new", DAY, true, 6), store, call, moment)) {
        break;
      }
      store.losePending();
      String seen = new UnitRun("third", DAY, false, 3).run(store);
      if (seen.equals("Committed")) {
        torn++;
        assertHolds(store, "third", 3);
      } else if (holder(store).equals("new")) {
        assertHolds(store, "new", 6);
      } else {
        assertHolds(store, "old", 4);
      }
    }
    assertThat(torn).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void recoveryItselfMayBeKilledAnywhere(Moment moment) throws IOException {
    for (int call = 1; ; call++) {
      InMemoryStore probe = new InMemoryStore();
      if (survives(new UnitRun("first", DAY, false, 2), probe, call, moment)) {
        break;
      }
      for (int again = 1; ; again++) {
        InMemoryStore store = new InMemoryStore();
        boolean first = survives(new UnitRun("first", DAY, false, 2), store, call, moment);
        assertThat(first).isFalse();
        boolean done;
        try {
          new UnitRun("second", DAY, false, 2).run(dying(store, again, moment));
          done = true;
        } catch (Killed e) {
          done = false;
        }
        new UnitRun("third", DAY, false, 2).run(store);
        assertHolds(store, holder(store), 2);
        if (done) {
          break;
        }
      }
    }
  }
}
