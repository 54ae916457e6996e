package io.stockpile.pipeline.report.facts;

import java.time.Instant;
import java.util.List;

/**
 * Everything that a report is made from.
 *
 * @param root the archive's location
 * @param asOf when the archive was read
 * @param product the version of this program
 * @param unfinishedCommits names of units with a commit that was begun and has not ended
 */
public record ArchiveFacts(
    String root,
    Instant asOf,
    String product,
    List<SeriesFacts> series,
    List<String> unfinishedCommits) {

  public ArchiveFacts {
    series = List.copyOf(series);
    unfinishedCommits = List.copyOf(unfinishedCommits);
  }
}
