package io.stockpile.pipeline.archive;

import io.stockpile.pipeline.derive.LandedFacts;
import io.stockpile.pipeline.derive.LineCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the archive holds of one unit. */
public sealed interface Holding {

  /** The word in the manifest's {@code status}. */
  String status();

  /**
   * All of it. The numbers are checked against each other: one whose rows are not the rows of its
   * files, whose lines are not the lines that were landed, or whose rejected lines are not those of
   * the file of rejected lines, cannot be made.
   */
  record Complete(
      List<LandedFacts> landed, LineCounts counts, List<DataFile> files, RejectedFile rejected)
      implements Holding {

    public Complete {
      landed = List.copyOf(landed);
      files = List.copyOf(files);
      requireSame(
          "lines",
          counts.lines(),
          "in the landed files",
          landed.stream().mapToLong(LandedFacts::lines).sum());
      requireSame(
          "rows", counts.rows(), "in the files", files.stream().mapToLong(DataFile::rows).sum());
      requireSame(
          "rejected lines", counts.rejected(), "in the file of rejected lines", rejected.rows());
    }

    private static void requireSame(String what, long counted, String where, long found) {
      if (counted != found) {
        throw new IllegalArgumentException(
            "Counted " + counted + " " + what + ", but " + found + " are " + where);
      }
    }

    @Override
    public String status() {
      return "complete";
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
   * Nothing: the service said that it has it not.
   *
   * @param firstSeen when it said so for the first time
   * @param lastSeen and for the last
   * @param times in how many runs
   * @param message what it said
   */
  record Absent(Instant firstSeen, Instant lastSeen, int times, String message) implements Holding {

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
