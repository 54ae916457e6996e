package io.stockpile.pipeline.build;

import io.stockpile.connectors.landing.TextTap;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The offer to build one unit's tables from its bytes while they are landed, so that they are
 * digested and decoded once. What was built counts only when those bytes, and no others, are what
 * has landed of the unit; whenever something else happens, it is thrown away, and the tables are
 * built from the landed object as they always can be.
 *
 * <p>For one thread. Closing throws away what was not {@linkplain #built taken}.
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
   * Who gets the unit's text while it is landed, where no more than so many units are landed at a
   * time; to be asked once.
   *
   * <p>Nobody where more can be derived: there a landing, which deriving slows down, has to be over
   * soon for all cores to have work. Where fewer can, a landing does not wait for a slot.
   *
   * @param vocabulary what its lines speak of
   */
  public TextTap tap(Vocabulary vocabulary, int landings) {
    int slots = builder.slots();
    return slots > landings
        ? TextTap.NONE
        : tap(vocabulary, slots == landings ? builder.patience() : Duration.ZERO);
  }

  /**
   * Who gets the unit's text while it is landed, where units are landed however many are derived;
   * to be asked once.
   *
   * @param vocabulary what its lines speak of
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
   * What was built along with the landing.
   *
   * @param landed what has landed of the unit
   * @return empty when the tables are to be built from that
   * @throws IOException when what has landed cannot be built, as for {@link UnitBuilder#build}
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
