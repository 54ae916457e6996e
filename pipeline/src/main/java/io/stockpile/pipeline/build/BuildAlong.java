package io.stockpile.pipeline.build;

import io.stockpile.connectors.landing.TextTap;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Offers to build one unit's tables while its bytes are landed, so that the bytes are digested and
 * decoded only once. The tables count only if exactly these bytes have landed as the unit.
 * Otherwise they are discarded, and the unit is built from its landed objects.
 *
 * <p>To be used by one thread. Closing discards tables that were not taken by {@link #built}.
 */
public final class BuildAlong implements AutoCloseable {
  private final UnitBuilder builder;
  private final UnitBuilder.Target target;
  private Optional<TextReader> reader = Optional.empty();

  BuildAlong(UnitBuilder builder, UnitBuilder.Target target) {
    this.builder = builder;
    this.target = target;
  }

  /**
   * What to hand the unit's text to while it is landed, for a source with a limit on landings. To
   * be called once.
   *
   * <p>If more units can be derived at a time than landed, this is {@link TextTap#NONE}: deriving
   * slows a landing down, and landings have to end soon so that all cores have work. If more can be
   * landed than derived, a landing does not wait for a slot.
   *
   * @param vocabulary whose records the lines are
   * @param landings how many units are landed at a time at most
   */
  public TextTap tap(Vocabulary vocabulary, int landings) {
    int slots = builder.slots();
    return slots > landings
        ? TextTap.NONE
        : tap(vocabulary, slots == landings ? builder.patience() : Duration.ZERO);
  }

  /**
   * What to hand the unit's text to while it is landed, for a source without a limit on landings.
   * To be called once.
   *
   * @param vocabulary whose records the lines are
   */
  public TextTap tap(Vocabulary vocabulary) {
    return tap(vocabulary, builder.patience());
  }

  private TextTap tap(Vocabulary vocabulary, Duration forSlot) {
    TextReader only = new TextReader(builder, target, vocabulary, forSlot);
    reader = Optional.of(only);
    return only;
  }

  /**
   * The tables that were built while the unit was landed; waits until they are complete.
   *
   * @param landed the landed objects of the unit
   * @return empty when the tables must be built from the landed objects
   * @throws IOException when no tables can be built from them; see {@link UnitBuilder#build}
   */
  public Optional<Built> built(List<LandedInput> landed) throws IOException, InterruptedException {
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    Optional<Built> built = reader.get().built();
    reader = Optional.empty();
    if (built.isPresent() && !isOf(built.get(), landed)) {
      built.get().throwAway(builder.store());
      return Optional.empty();
    }
    return built;
  }

  private static boolean isOf(Built built, List<LandedInput> landed) {
    return landed.size() == 1
        && built.derived().landed().size() == 1
        && landed.get(0).key().equals(built.derived().landed().get(0).key())
        && landed.get(0).sha256().equals(built.derived().landed().get(0).sha256());
  }

  @Override
  public void close() throws IOException {
    if (reader.isPresent()) {
      reader.get().throwAway();
    }
  }
}
