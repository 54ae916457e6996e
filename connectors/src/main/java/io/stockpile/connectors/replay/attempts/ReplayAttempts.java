package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PendingObject;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StagedObject;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attempts at units and their records in the archive. */
public final class ReplayAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayAttempts.class);
  private static final Pattern RECORD = Pattern.compile("\\d{1,9}\\.json");
  private static final String DIED = "the process that received it ended before the stream did";

  private final ObjectStore store;
  private final Clock clock;
  private final AttemptOwner self;

  /**
   * @param clock in UTC
   */
  public ReplayAttempts(ObjectStore store, Clock clock) {
    this(store, clock, AttemptOwner.self());
  }

  public ReplayAttempts(ObjectStore store, Clock clock, AttemptOwner self) {
    this.store = store;
    this.clock = clock;
    this.self = self;
  }

  /**
   * The attempts of a unit that have ended, in order. Those that a killed process left are included
   * only after {@link #recover} has ended them.
   *
   * @throws BrokenAttemptException when the record of one cannot be read
   */
  public List<ReplayAttempt> list(ReplayUnit unit) throws IOException {
    List<ReplayAttempt> attempts = new ArrayList<>();
    for (Open open : records(unit, store.list(unit.landingPrefix()))) {
      open.record().done().ifPresent(attempts::add);
    }
    return List.copyOf(attempts);
  }

  /**
   * What the archive holds of a unit by the attempts that have ended; asks the service nothing.
   *
   * @throws BrokenAttemptException when the record of one cannot be read
   */
  public LandedRange landed(ReplayUnit unit) throws IOException {
    List<ReplayAttempt> attempts = list(unit);
    return LandedRange.of(RangeCoverage.of(unit.range(), attempts), attempts, 0);
  }

  /**
   * Removes what attempts of a unit landed that were made before a given one, and every trace of
   * them. For attempts that no manifest speaks of any more.
   *
   * @param attempt the first that stays
   */
  public void discardBefore(ReplayUnit unit, int attempt) throws IOException {
    for (StoredObject object : store.list(unit.landingPrefix())) {
      if (PieceKeys.attempt(unit, object.key()).orElse(attempt) < attempt) {
        store.delete(object.key());
      }
    }
  }

  /** The units of a stream that something was landed for. */
  public Set<ReplayUnit> units(ReplayStream stream) throws IOException {
    Set<ReplayUnit> units = new TreeSet<>(Comparator.comparing(ReplayUnit::name));
    for (StoredObject object : store.list(ReplayUnit.landingPrefix(stream))) {
      ReplayUnit.ofKey(stream, object.key()).ifPresent(units::add);
    }
    return units;
  }

  /**
   * Opens the whole lines of what an attempt landed, decoded: to the end of the stream, or to the
   * last whole line before it was cut. They are the lines that {@link LandedAttempt#lines} counts.
   */
  public InputStream openLines(LandedAttempt landed) throws IOException {
    return AttemptScan.openLines(store, landed.key());
  }

  /** An attempt that a process is making. */
  public record Open(AttemptRecord record, String version) {}

  /** Another process is working on the unit. */
  public static final class BusyException extends IOException {
    private static final long serialVersionUID = 1L;

    BusyException(String message) {
      super(message);
    }
  }

  /** Claims the next number for an attempt of this process. */
  public Open begin(ReplayUnit unit, MinuteRange requested, Instant now) throws IOException {
    int highest =
        store.list(unit.landingPrefix()).stream()
            .mapToInt(object -> PieceKeys.attempt(unit, object.key()).orElse(0))
            .max()
            .orElse(0);
    AttemptRecord record = new AttemptRecord(highest + 1, requested, now, self, Optional.empty());
    try {
      String version =
          store.putIfAbsent(unit.attemptKey(record.attempt()), AttemptFile.write(record));
      return new Open(record, version);
    } catch (PreconditionFailedException e) {
      throw new BusyException(
          "another process began attempt "
              + record.attempt()
              + " at the same moment; let one of them do it");
    }
  }

  /**
   * Records how an attempt ended, makes its bytes visible, and returns what they contain.
   *
   * @param pending all bytes; empty when none came
   * @param reason how the connection ended
   */
  public ReplayAttempt end(
      ReplayUnit unit, Open open, Optional<PendingObject> pending, String reason)
      throws IOException {
    Open mine = open;
    if (pending.isPresent()) {
      // Whoever took the attempt over has written its object from the pieces: it must stay as it
      // is.
      try {
        mine = replaced(unit, open, open.record());
      } catch (BusyException e) {
        store.abort(pending.get());
        throw e;
      }
      store.complete(pending.get());
    }
    return conclude(unit, mine, reason);
  }

  /** Records that there was no stream. */
  public ReplayAttempt refuse(ReplayUnit unit, Open open, ReplayEnding.Refused refused)
      throws IOException {
    return done(unit, open, refused, Optional.empty());
  }

  /**
   * Brings to an end what killed processes left behind: the pieces of an answer become one object,
   * that of an attempt that was cut.
   *
   * @param silence for how long a process on another machine may be silent and yet live
   * @throws BusyException when one of them lives
   */
  public void recover(ReplayUnit unit, Duration silence) throws IOException {
    List<StoredObject> objects = store.list(unit.landingPrefix());
    List<Open> left = new ArrayList<>();
    for (Open open : records(unit, objects)) {
      if (open.record().done().isEmpty()) {
        requireDead(unit, open, objects, silence);
        left.add(open);
      } else {
        removePieces(PieceKeys.of(unit, open.record().attempt(), objects));
      }
    }
    if (!left.isEmpty()) {
      store.abortPending(unit.landingPrefix(), key -> true);
    }
    for (Open open : left) {
      takeOver(unit, open, objects);
    }
  }

  private void requireDead(
      ReplayUnit unit, Open open, Collection<StoredObject> objects, Duration silence)
      throws BusyException {
    AttemptRecord record = open.record();
    Instant lastSign =
        PieceKeys.of(unit, record.attempt(), List.copyOf(objects)).stream()
            .map(piece -> PieceKeys.writtenAt(unit, piece))
            .max(Comparator.naturalOrder())
            .orElse(record.requestedAt());
    Instant believedUntil = lastSign.plus(silence);
    if (record.owner().mayLive(self, believedUntil, clock.instant())) {
      throw new BusyException(
          record.owner()
              + " is receiving attempt "
              + record.attempt()
              + " (its last sign of life was at "
              + lastSign
              + "). Wait for it to end, or, if it is dead, run again after "
              + believedUntil);
    }
  }

  private void takeOver(ReplayUnit unit, Open open, List<StoredObject> objects) throws IOException {
    int attempt = open.record().attempt();
    Open mine = replaced(unit, open, open.record().takenOverBy(self));
    List<StoredObject> pieces = PieceKeys.of(unit, attempt, objects);
    if (store.find(unit.landingKey(attempt)).isEmpty() && !pieces.isEmpty()) {
      compose(unit.landingKey(attempt), pieces);
    }
    LOG.info(
        "{}: attempt {} of {} is taken over as one that was cut",
        unit.name(),
        attempt,
        open.record().owner());
    conclude(unit, mine, DIED);
  }

  private void compose(String key, List<StoredObject> pieces) throws IOException {
    try (StagedObject staged = store.stage(key)) {
      for (StoredObject piece : pieces) {
        try (InputStream in = store.read(piece.key())) {
          in.transferTo(staged);
        }
      }
      store.complete(staged.finish());
    }
  }

  private ReplayAttempt conclude(ReplayUnit unit, Open open, String reason) throws IOException {
    int attempt = open.record().attempt();
    String key = unit.landingKey(attempt);
    ReplayAttempt result;
    if (store.find(key).isPresent()) {
      AttemptScan.Result found = AttemptScan.scan(store, key, open.record().requested(), reason);
      result = done(unit, open, found.ending(), Optional.of(found.landed()));
    } else {
      result = done(unit, open, new ReplayEnding.Disconnected(null, reason), Optional.empty());
    }
    removePieces(PieceKeys.of(unit, attempt, store.list(PieceKeys.prefix(unit, attempt))));
    return result;
  }

  private ReplayAttempt done(
      ReplayUnit unit, Open open, ReplayEnding ending, Optional<LandedAttempt> landed)
      throws IOException {
    Open written = replaced(unit, open, open.record().ended(ending, landed));
    return written.record().done().orElseThrow();
  }

  private Open replaced(ReplayUnit unit, Open open, AttemptRecord record) throws IOException {
    String key = unit.attemptKey(record.attempt());
    try {
      return new Open(record, store.putIfUnchanged(key, AttemptFile.write(record), open.version()));
    } catch (PreconditionFailedException e) {
      throw new BusyException("another process has taken over attempt " + record.attempt());
    }
  }

  private void removePieces(List<StoredObject> pieces) throws IOException {
    for (StoredObject piece : pieces) {
      store.delete(piece.key());
    }
  }

  private List<Open> records(ReplayUnit unit, List<StoredObject> objects) throws IOException {
    List<Open> records = new ArrayList<>();
    for (StoredObject object : objects) {
      String name = object.key().substring(unit.landingPrefix().length());
      Optional<Versioned> stored =
          RECORD.matcher(name).matches() ? store.readVersioned(object.key()) : Optional.empty();
      if (stored.isPresent()) {
        records.add(
            new Open(
                AttemptFile.read(object.key(), stored.get().content()), stored.get().version()));
      }
    }
    records.sort(Comparator.comparingInt(open -> open.record().attempt()));
    return records;
  }
}
