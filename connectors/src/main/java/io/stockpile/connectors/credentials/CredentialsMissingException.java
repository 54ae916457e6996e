package io.stockpile.connectors.credentials;

import java.io.IOException;

/** A credentials reference leads to nothing usable. The message names what is missing. */
public final class CredentialsMissingException extends IOException {
  private static final long serialVersionUID = 1L;

  CredentialsMissingException(String message) {
    super(message);
  }

  CredentialsMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
