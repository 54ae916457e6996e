package io.stockpile.pipeline.catalog;

/** Another process changed the table since it was found. */
public final class ChangedMeanwhileException extends Exception {
  private static final long serialVersionUID = 1L;

  public ChangedMeanwhileException(String message, Throwable cause) {
    super(message, cause);
  }
}
