package io.stockpile.connectors.proxy;

import java.io.IOException;

/** A request did not get through the proxy on its way. The message names it. */
public final class ProxyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean mayPass;

  private ProxyException(boolean mayPass, String message, Throwable cause) {
    super(message, cause);
    this.mayPass = mayPass;
  }

  /** Asking again may do. */
  public static ProxyException passing(String message, Throwable cause) {
    return new ProxyException(true, message, cause);
  }

  /** The proxy refuses the user or the way, or the setting that names it is malformed. */
  public static ProxyException lasting(String message) {
    return new ProxyException(false, message, null);
  }

  /** Whether asking again may do; otherwise the message says what to do before. */
  public boolean mayPass() {
    return mayPass;
  }
}
