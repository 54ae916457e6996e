package io.stockpile.pipeline.erase.tombstones;

import java.io.IOException;

/**
 * The archive's list of ids to erase is lost or damaged, and trying again does not help. The
 * message says which ids can be recovered and how, and which cannot.
 */
public final class LostTombstonesException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final String ADVICE =
      ". It says what is to be gone, so nothing is landed, built or erased without it; what the"
          + " archive holds stays as it is. Bring _tombstones back from a backup. If there is none,"
          + " take the ids that were asked for, which no source says again, out of the newest"
          + " _tombstones/*.parquet that can still be read (rows with the cause 'asked'), move"
          + " _tombstones away, and run erase with these ids as --ids and with the --alsoErase of"
          + " before: what sources deleted is read again from the tables. See 'When the list is"
          + " lost' in erase.md";

  LostTombstonesException(String what, Throwable cause) {
    super(what + ADVICE, cause);
  }
}
