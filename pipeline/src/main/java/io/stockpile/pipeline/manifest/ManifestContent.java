package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.Generation;
import io.stockpile.connectors.landing.LandedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the archive holds of one unit. */
public sealed interface ManifestContent {

  /** The word in the manifest's {@code status}. */
  String status();

  /**
   * Tables that were built from landed bytes: of all that was asked for, or, for Replay, of all
   * minutes but those that the account names as missing. The numbers are checked against each
   * other: one whose rows are not the rows of its files, whose lines (or, of a sweep, pages) are
   * not the lines that were landed, or whose rejected lines are not those of the file of rejected
   * lines, cannot be made.
   *
   * @param generation how often the unit was built, this time included, as far as files of it
   *     became visible; its files are named after it
   * @param account how it was asked for; empty for a source that keeps no such account
   */
  record Derived(
      Generation generation,
      List<LandedFacts> landed,
      LineCounts counts,
      List<DataFile> files,
      RejectedFile rejected,
      Optional<UnitAccount> account)
      implements ManifestContent {

    public Derived {
      Objects.requireNonNull(account, "account");
      landed = List.copyOf(landed);
      files = List.copyOf(files);
      Optional<Long> pages =
          account
              .filter(SweepAccount.class::isInstance)
              .map(sweep -> ((SweepAccount) sweep).pages());
      requireSame(
          pages.isPresent() ? "pages" : "lines",
          pages.orElse(counts.lines()),
          "in the landed files",
          landed.stream().mapToLong(LandedFacts::lines).sum());
      requireSame(
          "erased lines",
          counts.erased(),
          "in the landed files",
          landed.stream().mapToLong(LandedFacts::erased).sum());
      requireSame(
          "rows", counts.rows(), "in the files", files.stream().mapToLong(DataFile::rows).sum());
      requireSame(
          "rejected lines", counts.rejected(), "in the file of rejected lines", rejected.rows());
    }

    /** Built for the first time, of a source that keeps no account. */
    public Derived(
        List<LandedFacts> landed, LineCounts counts, List<DataFile> files, RejectedFile rejected) {
      this(Generation.FIRST, landed, counts, files, rejected, Optional.empty());
    }

    /** Built for the first time, of Replay. */
    public Derived(
        List<LandedFacts> landed,
        LineCounts counts,
        List<DataFile> files,
        RejectedFile rejected,
        ReplayAccount replay) {
      this(Generation.FIRST, landed, counts, files, rejected, Optional.of(replay));
    }

    private static void requireSame(String what, long counted, String where, long found) {
      if (counted != found) {
        throw new IllegalArgumentException(
            "Counted " + counted + " " + what + ", but " + found + " are " + where);
      }
    }

    @Override
    public String status() {
      return isComplete() ? "complete" : "incomplete";
    }

    /** Whether nothing is missing. */
    public boolean isComplete() {
      return replay().map(ReplayAccount::complete).orElse(true);
    }

    /** Whether nothing vouches for the length of some of what it was built from. */
    public boolean lengthUndeclared() {
      return landed.stream().anyMatch(part -> part.length() == LandedFile.Length.UNDECLARED);
    }

    /** What was requested of Replay; empty for another source. */
    public Optional<ReplayAccount> replay() {
      return account.filter(ReplayAccount.class::isInstance).map(ReplayAccount.class::cast);
    }

    /** What the unit spans that is a sweep of the REST API; empty for another source. */
    public Optional<SweepAccount> sweep() {
      return account.filter(SweepAccount.class::isInstance).map(SweepAccount.class::cast);
    }

    /** The keys of all landed objects that it was built from. */
    public List<String> landedPaths() {
      return landed.stream().map(LandedFacts::key).toList();
    }

    /** The keys of all files that were derived: those of the tables and the rejected lines'. */
    public List<String> derivedPaths() {
      List<String> paths = new ArrayList<>();
      files.forEach(file -> paths.add(file.path()));
      if (!rejected.none()) {
        paths.add(rejected.path());
      }
      return List.copyOf(paths);
    }

    /** The size of everything that was derived. */
    public long derivedBytes() {
      return files.stream().mapToLong(DataFile::bytes).sum() + rejected.bytes();
    }
  }

  /**
   * Nothing: the service said that it does not have the unit.
   *
   * @param firstSeen when it said so for the first time
   * @param lastSeen and for the last
   * @param times in how many runs
   * @param message what it said
   */
  record Absent(Instant firstSeen, Instant lastSeen, int times, String message)
      implements ManifestContent {

    public Absent {
      if (times < 1 || lastSeen.isBefore(firstSeen)) {
        throw new IllegalArgumentException(
            "An absence is seen at least once, but this one "
                + times
                + " times from "
                + firstSeen
                + " to "
                + lastSeen);
      }
    }

    @Override
    public String status() {
      return "absent";
    }

    /** The same absence, seen once more. */
    public Absent seenAgain(Instant now, String latestMessage) {
      return new Absent(
          firstSeen, now.isBefore(firstSeen) ? firstSeen : now, times + 1, latestMessage);
    }
  }
}
