package io.stockpile.connectors.proxy;

import java.io.IOException;

/** A request did not get through a proxy. The message names the proxy. */
public final class ProxyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  private ProxyException(boolean mayPass, String message, Throwable cause) {
    super(message, cause);
    this.mayPass = mayPass;
  }

  /** The exception for a failure that may be temporary. */
  public static ProxyException passing(String message, Throwable cause) {
    return new ProxyException(true, message, cause);
  }

  /**
   * The exception for a proxy that refuses the user or the destination, or for a malformed setting.
   */
  public static ProxyException lasting(String message) {
    return new ProxyException(false, message, null);
  }

  /** Whether the same request may succeed later; otherwise the message says what to do before. */
  public boolean mayPass() {
    return mayPass;
  }
}
