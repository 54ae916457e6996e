package io.stockpile.pipeline.archive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.manifest.UnitCoverage;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes what runs before this one left unfinished. Thread-safe as far as its store is.
 *
 * <p>A commit that is under way in a live process looks like one that was left behind; taking it
 * forward from here too is harmless. Throwing away staged bytes is not: a live process that works
 * on the same unit fails at its next step, and the later one of the two goes on.
 */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final ObjectStore store;
  private final IntentStore intents;
  private final CommitProtocol protocol;

  public Recovery(ObjectStore store) {
    this.store = store;
    this.intents = new IntentStore(store);
    this.protocol = new CommitProtocol(store);
  }

  /**
   * Takes every commit that was begun in the range to its end.
   *
   * @param range its name does not matter
   * @return how each ended, by unit name
   */
  public Map<String, CommitEnding> finishCommits(UnitCoverage range) throws IOException {
    Map<String, CommitEnding> endings = new TreeMap<>();
    for (IntentStore.Entry entry : intents.overlapping(range)) {
      endings.put(entry.intent().unit().name(), protocol.finish(entry));
    }
    return endings;
  }

  /**
   * Tidies up before work on a unit begins: finishes its commit if one was begun, otherwise
   * discards what was staged for it.
   *
   * @param landing with what the keys begin that this work lands the unit's bytes under in one
   *     step; empty when it lands none
   * @param copies whether copies of landed objects may have been staged for it
   * @return how the commit ended; empty when there was none
   */
  public Optional<CommitEnding> prepare(ArchiveUnit unit, Set<String> landing, boolean copies)
      throws IOException {
    Optional<IntentStore.Entry> entry = intents.find(unit.name());
    Optional<CommitEnding> ending = Optional.empty();
    if (entry.isPresent()) {
      ending = Optional.of(protocol.finish(entry.get()));
    }
    Pattern dataFile = VisibleFiles.tableFile(unit);
    int aborted =
        store.abortPending(
            "",
            key ->
                Generation.read(unit.rejectedKey(), key).isPresent()
                    || landing.stream().anyMatch(key::startsWith)
                    || (copies && isCopy(unit, key))
                    || dataFile.matcher(key).matches());
    LOG.debug("{}: {} staged objects thrown away", unit.name(), aborted);
    return ending;
  }

  /**
   * Throws away what stopped processes had staged for any unit of the archive, and for its lists of
   * ids. What others are writing below the same root, as they may in a bucket, stays.
   *
   * @param since what somebody has written to from then on stays, too
   */
  public void abortAbandoned(Instant since) throws IOException {
    int aborted = store.abortPending("", Recovery::isOfArchive, since);
    LOG.debug("{} abandoned staged objects thrown away", aborted);
  }

  private static boolean isOfArchive(String key) {
    return key.startsWith("_")
        || Tables.all().stream().anyMatch(table -> key.startsWith(table.name() + "/date="));
  }

  /** Of an object that was landed already: a later generation of it. */
  private static boolean isCopy(ArchiveUnit unit, String key) {
    return key.startsWith(unit.landingPrefix()) && Generation.isLater(key);
  }
}
