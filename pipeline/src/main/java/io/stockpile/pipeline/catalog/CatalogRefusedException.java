package io.stockpile.pipeline.catalog;

/**
 * The archive's tables cannot be published in a catalog, or in a table of it. Nothing was changed
 * there. The message says what to do and contains no secret.
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

  /** The catalog refused the credentials. */
  public static CatalogRefusedException ofCredentials(String message) {
    return new CatalogRefusedException(message, true);
  }

  /** Whether the reason is that the catalog refused the credentials. */
  public boolean isOfCredentials() {
    return credentials;
  }
}
