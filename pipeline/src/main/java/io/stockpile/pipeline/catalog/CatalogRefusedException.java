package io.stockpile.pipeline.catalog;

/**
 * A catalog, or a table in it, is not one that the archive's tables can be published in. Nothing of
 * it was changed. The message says what to do and holds no secret.
 */
public final class CatalogRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public CatalogRefusedException(String message) {
    super(message);
  }

  public CatalogRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
