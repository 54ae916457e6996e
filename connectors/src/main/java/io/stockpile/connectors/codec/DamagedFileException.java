package io.stockpile.connectors.codec;

import java.io.IOException;

/**
 * Bytes are not a complete and undamaged file of their format. The message says which format, about
 * where, and what is wrong.
 */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String message, Throwable cause) {
    super(message, cause);
  }

  DamagedFileException(String message) {
    super(message);
  }
}
