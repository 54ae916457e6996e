package io.stockpile.pipeline.sources.stocktwits;

import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.sweeps.SweepFacts;
import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.SweepAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * The ids that one sweep accounts for: all records of the stream from {@code bottom} to {@code top}
 * are held, as many as there were.
 *
 * @param sweep its id
 * @param asked whether it was begun below an id rather than at the newest page
 * @param ended whether the service said that there is nothing older
 * @param end why it asked for no older page
 * @param oldestAt when its oldest record was written or deleted, where that is known
 */
record Span(
    String sweep,
    long bottom,
    long top,
    boolean asked,
    boolean ended,
    SweepAccount.End end,
    Optional<Instant> oldestAt) {

  /**
   * What the manifest of a sweep says; empty when the sweep found no record with an id and was not
   * begun below one.
   */
  static Optional<Span> of(Manifest manifest) {
    return manifest
        .derived()
        .flatMap(ManifestContent.Derived::sweep)
        .flatMap(account -> of(SweepUnit.id(manifest.unit().from()), account));
  }

  /** What a manifest says; empty as for {@link #of(Manifest)}. */
  static Optional<Span> of(String sweep, SweepAccount account) {
    boolean asked = account.below().isPresent();
    if (account.oldest().isEmpty() && !asked) {
      return Optional.empty();
    }
    long below = account.below().orElse(Page.NOTHING);
    return Optional.of(
        new Span(
            sweep,
            account.oldest().orElse(below),
            Math.max(account.newest().orElse(below), below),
            asked,
            !account.more(),
            account.end(),
            account.oldestAt()));
  }

  /**
   * What was landed of a sweep that no manifest speaks of yet; empty as for {@link #of(Manifest)}.
   */
  static Optional<Span> of(String sweep, SweepFacts facts) {
    boolean asked = facts.below() != Page.NEWEST;
    boolean none = facts.oldest() == Page.NOTHING;
    if (none && !asked) {
      return Optional.empty();
    }
    return Optional.of(
        new Span(
            sweep,
            none ? facts.below() : facts.oldest(),
            asked ? facts.below() : facts.newest(),
            asked,
            !facts.more(),
            facts.more() ? SweepAccount.End.CUT : SweepAccount.End.END,
            facts.oldestAt()));
  }

  /** The same sweep when it will have come down to an id. */
  Span downTo(long id) {
    return new Span(sweep, Math.min(bottom, id), top, asked, ended, SweepAccount.End.MET, oldestAt);
  }
}
