package io.stockpile.pipeline.catalog;

import io.stockpile.pipeline.manifest.DataFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * A table in a catalog as it was when it was found. Later changes by others are not seen; they are
 * not overwritten either, because a change on top of them is refused.
 */
public interface PublishedTable {

  /** The files that the table names. */
  List<PublishedFile> files();

  /**
   * A file of the table.
   *
   * @param path its key in the archive; for a file outside the archive its whole address
   */
  record PublishedFile(String path, long rows, long bytes) {}

  /**
   * Gives the table the columns of this program's version, matched by their ids. Columns that this
   * version doesn't know stay.
   *
   * @return whether anything was changed
   * @throws ChangedMeanwhileException when others changed the table since
   */
  boolean bringUpToDate() throws IOException, ChangedMeanwhileException;

  /**
   * Adds and removes files in one atomic step: readers see all of it or nothing.
   *
   * @param gone the paths to remove, as {@link #files} has them
   * @throws ChangedMeanwhileException when others have changed the table since it was found;
   *     nothing is changed then
   * @throws IOException when a file to add cannot be read, or the catalog fails; in the second case
   *     it is not known whether the step was done
   */
  void replace(List<DataFile> added, Collection<String> gone)
      throws IOException, ChangedMeanwhileException;

  /**
   * Removes the former snapshots of the table that name files which are no longer in it, and the
   * catalog's metadata about them. Data files are not touched.
   *
   * @return how many snapshots were removed
   */
  int forgetFormer() throws IOException;
}
