package io.stockpile.pipeline.madeup;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandingSink;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.pipeline.archive.AbsenceRecorder;
import io.stockpile.pipeline.build.BuildAlong;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.Versions;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.pipeline.unit.LanderContext;
import io.stockpile.pipeline.unit.LandingResult;
import io.stockpile.pipeline.unit.UnitLander;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lands the notes of the service. The test passes them with the factory, in place of a real
 * service.
 */
final class MadeUpLander implements UnitLander {
  /** The days that were asked for, in this order. */
  static final List<LocalDate> ASKED = Collections.synchronizedList(new ArrayList<>());

  private final Map<LocalDate, byte[]> notes;
  private final LanderContext context;

  private MadeUpLander(Map<LocalDate, byte[]> notes, LanderContext context) {
    this.notes = notes;
    this.context = context;
  }

  /** Makes the lander for a service that has these notes. */
  record Factory(Map<LocalDate, byte[]> notes) implements UnitLander.Factory {
    @Override
    public UnitLander open(LanderContext context) {
      return new MadeUpLander(notes, context);
    }

    @Override
    public String aboutAbsent() {
      return "Notes are sometimes late.";
    }
  }

  @Override
  public Set<String> landingKeys(UnitWork work) {
    return Set.of(work.unit().landingPrefix());
  }

  @Override
  public LandingResult land(UnitWork work, Optional<Manifest> held, BuildAlong along)
      throws IOException {
    String key = work.unit().landingPrefix();
    if (work.from() instanceof UnitWork.From.Landed landed) {
      LandedInput input = landed.known().stream().findFirst().orElse(LandedInput.unproven(key));
      return LandingResult.Landed.whole(input, Vocabulary.STOCKTWITS);
    }
    LocalDate day = ((MadeUpUnit) work.unit()).day();
    ASKED.add(day);
    byte[] content = notes.get(day);
    if (content == null) {
      return absent(work);
    }
    try (LandingSink sink = LandingSink.openGzip(context.store(), key, TextTap.NONE)) {
      sink.write(content, 0, content.length);
      context.listener().received(work.unit(), content.length);
      if (sink.finish().isPresent()) {
        return LandingResult.Settled.failed(work.unit(), "the notes are damaged");
      }
      LandedFile file = sink.complete(LandedFile.Length.DECLARED);
      return LandingResult.Landed.whole(LandedInput.of(file), Vocabulary.STOCKTWITS);
    }
  }

  private LandingResult absent(UnitWork work) throws IOException {
    Instant now = context.surroundings().clock().instant();
    new AbsenceRecorder(context.store(), context.surroundings().clock())
        .record(work.unit(), "no notes", Versions.schema(), Versions.product());
    return new LandingResult.Settled(
        new UnitOutcome.AbsentUnit(work.unit(), "no notes", now, 1, false));
  }

  @Override
  public String withdraw(UnitWork work, LineCounts counts) {
    return "ask again.";
  }

  @Override
  public String againWith() {
    return "fetch --onExisting=replace.";
  }

  @Override
  public void close() {}
}
