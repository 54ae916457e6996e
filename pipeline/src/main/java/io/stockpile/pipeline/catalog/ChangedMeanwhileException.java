package io.stockpile.pipeline.catalog;

/** Another process has changed the table since it was found; nothing was changed by this one. */
public final class ChangedMeanwhileException extends Exception {
  private static final long serialVersionUID = 1L;

  public ChangedMeanwhileException(String message, Throwable cause) {
    super(message, cause);
  }
}
