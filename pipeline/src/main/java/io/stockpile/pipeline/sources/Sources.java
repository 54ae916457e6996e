package io.stockpile.pipeline.sources;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.pipeline.sources.files.TwitterFiles;
import io.stockpile.pipeline.sources.firestream.Firestream;
import io.stockpile.pipeline.sources.replay.Replay;
import io.stockpile.pipeline.sources.stocktwits.StockTwitsApi;
import io.stockpile.pipeline.unit.Source;
import io.stockpile.pipeline.unit.SourceCatalog;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The list of sources. A new source must be added here. */
public final class Sources {
  private static final SourceCatalog ALL =
      new SourceCatalog(list(Arrays.asList(FileType.values())));

  private Sources() {}

  private static List<Source> list(Collection<FileType> fileTypes) {
    return List.of(
        new Firestream(fileTypes), new Replay(), new StockTwitsApi(), new TwitterFiles());
  }

  /** All sources that there are, in the order in which they are listed. */
  public static SourceCatalog all() {
    return ALL;
  }

  /**
   * The named sources.
   *
   * @param names the names of the sources
   * @param fileTypes the file types of Firestream
   */
  public static SourceCatalog chosen(Collection<String> names, Collection<FileType> fileTypes) {
    return new SourceCatalog(
        list(fileTypes).stream().filter(source -> names.contains(source.name())).toList());
  }
}
