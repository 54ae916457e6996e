package io.stockpile.pipeline.catalog;

/**
 * A catalog, or a table in it, is not one that the archive's tables can be published in. Nothing of
 * it was changed. The message says what to do and holds no secret.
 */
public final class CatalogRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean credentials;

  public CatalogRefusedException(String message) {
    this(message, false);
  }

  public CatalogRefusedException(String message, Throwable cause) {
    super(message, cause);
    credentials = false;
  }

  private CatalogRefusedException(String message, boolean credentials) {
    super(message);
    this.credentials = credentials;
  }

  /** The catalog does not take who asks. */
  public static CatalogRefusedException ofCredentials(String message) {
    return new CatalogRefusedException(message, true);
  }

  /** Whether it is the catalog that refused, for the sake of the credentials. */
  public boolean isOfCredentials() {
    return credentials;
  }
}
