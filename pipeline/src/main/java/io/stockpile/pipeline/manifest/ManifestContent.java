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

  /** The value of the manifest's {@code status}. */
  String status();

  /**
   * Tables that were built from landed bytes. For Replay the account says which minutes are
   * missing; otherwise the unit is complete. The constructor checks the numbers against each other:
   * the counted rows must be those of the files, the lines (for a sweep the pages) those of the
   * landed objects, and the rejected lines those of the file of rejected lines.
   *
   * @param generation the number of this build of the unit, from 1, counting builds of which files
   *     became visible; it is part of the names of the files
   * @param account the requests by which the unit came; empty for a source that keeps no such
   *     account
   * @param otherIds all ids that the unit names outside its columns of ids; empty when they are not
   *     known, as of a unit that was built before they were written down
   */
  record Derived(
      Generation generation,
      List<LandedFacts> landed,
      LineCounts counts,
      List<DataFile> files,
      RejectedFile rejected,
      Optional<UnitAccount> account,
      Optional<OtherIds> otherIds)
      implements ManifestContent {

    public Derived {
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(otherIds, "otherIds");
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

    /** A unit of which it is not known what ids it names outside its columns of ids. */
    public Derived(
        Generation generation,
        List<LandedFacts> landed,
        LineCounts counts,
        List<DataFile> files,
        RejectedFile rejected,
        Optional<UnitAccount> account) {
      this(generation, landed, counts, files, rejected, account, Optional.empty());
    }

    /** A unit that was built for the first time, of a source without an account. */
    public Derived(
        List<LandedFacts> landed, LineCounts counts, List<DataFile> files, RejectedFile rejected) {
      this(Generation.FIRST, landed, counts, files, rejected, Optional.empty());
    }

    /** A unit of Replay that was built for the first time. */
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

    /** Whether the length of one of its landed objects was not declared by the service. */
    public boolean lengthUndeclared() {
      return landed.stream().anyMatch(part -> part.length() == LandedFile.Length.UNDECLARED);
    }

    /** The account of a unit of Replay; empty for another source. */
    public Optional<ReplayAccount> replay() {
      return account.filter(ReplayAccount.class::isInstance).map(ReplayAccount.class::cast);
    }

    /** The account of a sweep of the REST API; empty for another source. */
    public Optional<SweepAccount> sweep() {
      return account.filter(SweepAccount.class::isInstance).map(SweepAccount.class::cast);
    }

    /** The keys of the landed objects that it was built from. */
    public List<String> landedPaths() {
      return landed.stream().map(LandedFacts::key).toList();
    }

    /** The keys of the table files and of the file of rejected lines. */
    public List<String> derivedPaths() {
      List<String> paths = new ArrayList<>();
      files.forEach(file -> paths.add(file.path()));
      if (!rejected.none()) {
        paths.add(rejected.path());
      }
      return List.copyOf(paths);
    }

    /** The size in bytes of the table files and the file of rejected lines. */
    public long derivedBytes() {
      return files.stream().mapToLong(DataFile::bytes).sum() + rejected.bytes();
    }
  }

  /**
   * The service said that it does not have the unit.
   *
   * @param firstSeen when it said so for the first time
   * @param lastSeen when it said so for the last time
   * @param times in how many runs it said so
   * @param message what the service said
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

    /** This absence after the service has said so once more. */
    public Absent seenAgain(Instant now, String latestMessage) {
      return new Absent(
          firstSeen, now.isBefore(firstSeen) ? firstSeen : now, times + 1, latestMessage);
    }
  }
}
