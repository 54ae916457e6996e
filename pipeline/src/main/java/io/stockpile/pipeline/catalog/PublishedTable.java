package io.stockpile.pipeline.catalog;

import io.stockpile.pipeline.manifest.DataFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * A table in a catalog, as it was when it was found: what others do to it since is not seen, and is
 * not overwritten either.
 */
public interface PublishedTable {

  /** How many files it names, at least 0, with their rows. */
  List<PublishedFile> files();

  /**
   * A file that readers of the table read.
   *
   * @param path its key in the archive; the whole address where it is not in the archive
   */
  record PublishedFile(String path, long rows, long bytes) {}

  /**
   * Gives the table the columns of this program's version, by their ids. Columns that it has
   * already and this version doesn't know stay.
   *
   * @return whether anything had to be changed
   * @throws ChangedMeanwhileException when others changed the table since
   */
  boolean bringUpToDate() throws IOException, ChangedMeanwhileException;

  /**
   * Adds and removes files in one atomic step, of which readers see nothing or all.
   *
   * @param gone paths, as {@link #files} has them
   * @throws ChangedMeanwhileException when others changed the table since; nothing is changed then
   * @throws IOException when a file to add cannot be read, or the catalog fails; after the latter
   *     the step may have been done or not
   */
  void replace(List<DataFile> added, Collection<String> gone)
      throws IOException, ChangedMeanwhileException;

  /**
   * Forgets the states of the table that name files which left it, and removes what the catalog's
   * own metadata said of them. Data files are not touched.
   *
   * @return how many states
   */
  int forgetFormer() throws IOException;
}
