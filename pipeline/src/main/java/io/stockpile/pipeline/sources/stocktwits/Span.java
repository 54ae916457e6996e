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
 * The ids that one sweep covers: it holds all records of the stream with ids from {@code bottom} to
 * {@code top}.
 *
 * @param sweep the id of the sweep
 * @param asked whether the sweep was begun below an id and not at the newest page
 * @param ended whether the service said that there is nothing older
 * @param end why the sweep asked for no older page
 * @param oldestAt when its oldest record was written or deleted; empty when that is not known
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
   * The span by a manifest; empty when the sweep found no record with an id and was not begun below
   * one.
   */
  static Optional<Span> of(Manifest manifest) {
    return manifest
        .derived()
        .flatMap(ManifestContent.Derived::sweep)
        .flatMap(account -> of(SweepUnit.id(manifest.unit().from()), account));
  }

  /** The span by a manifest's account; empty in the same cases as {@link #of(Manifest)}. */
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
   * The span by what was landed of a sweep without a manifest; empty in the same cases as {@link
   * #of(Manifest)}.
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

  /** The span of this sweep after it will have reached an id. */
  Span downTo(long id) {
    return new Span(sweep, Math.min(bottom, id), top, asked, ended, SweepAccount.End.MET, oldestAt);
  }
}
