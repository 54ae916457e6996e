package io.stockpile.pipeline.report.facts;

import java.time.Instant;
import java.util.List;

/**
 * All that a report is made from.
 *
 * @param root where the archive lies
 * @param asOf when it was read
 * @param product the version of the program that looks
 * @param unfinishedCommits names of units whose commit is under way, or was when something stopped
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
