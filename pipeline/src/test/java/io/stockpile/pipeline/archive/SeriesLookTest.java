package io.stockpile.pipeline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.testing.InMemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesLookTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 5);
  private static final FirestreamUnit DAY = FirestreamUnit.ofDay(FileType.MESSAGE, FIRST);
  private static final FirestreamUnit NEXT =
      FirestreamUnit.ofDay(FileType.MESSAGE, FIRST.plusDays(1));
  private static final FirestreamUnit MONTH =
      new FirestreamUnit(FileType.MESSAGE, LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1));

  private final InMemoryStore store = new InMemoryStore();
  private final SeriesLook look = new SeriesLook(store, "run", DAY.series());

  private void manifest(String label) throws IOException {
    store.putIfAbsent(
        "_manifests/" + DAY.series() + "/" + label + ".json",
        "anything".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aUnitIsAloneBesideItsOwnManifestAndThoseOfOtherTimes() throws IOException {
    manifest("2016-12-05");
    manifest("2016-12-07");

    assertThat(look.take(List.of(DAY, NEXT))).isEqualTo(Set.of(DAY.name(), NEXT.name()));
  }

  @Test
  void aUnitIsNotAloneBesideALongerOne() throws IOException {
    manifest("2016-12-06_2016-12-20");

    assertThat(look.take(List.of(DAY, NEXT))).containsExactly(DAY.name());
  }

  @Test
  void nobodyIsAloneBesideWhatMayBeAnything() throws IOException {
    manifest("notes");

    assertThat(look.take(List.of(DAY, NEXT))).isEmpty();
  }

  @Test
  void unitsOfOneRunThatOverlapAreNotAlone() throws IOException {
    assertThat(look.take(List.of(DAY, NEXT, MONTH))).isEmpty();
  }

  @Test
  void theMarkStandsUntilAnotherRunLooksOrAnythingIsCommittedWithoutALook() throws IOException {
    SeriesLook other = new SeriesLook(store, "other", DAY.series());

    assertThat(look.stands()).isFalse();
    look.take(List.of(DAY));
    assertThat(look.stands()).isTrue();
    other.take(List.of(NEXT));
    assertThat(look.stands()).isFalse();
    look.end();
    assertThat(other.stands()).as("the end of one run takes no mark of another").isTrue();

    new UnitRun("third", DAY, false, 1).run(store);
    assertThat(other.stands()).isFalse();
  }

  @Test
  void aRunThatEndsLeavesNothing() throws IOException {
    look.take(List.of(DAY));
    look.end();

    assertThat(store.list("")).isEmpty();
  }
}
