package io.stockpile.connectors.http;

import java.util.Optional;
import java.util.ServiceLoader;

/** The secret managers that the modules in this bundle bring. */
final class SecretManagers {
  private SecretManagers() {}

  /** The one whose scheme begins a reference. */
  static Optional<SecretManager> of(String reference) {
    for (SecretManager manager : ServiceLoader.load(SecretManager.class, loader())) {
      if (reference.startsWith(manager.scheme() + ":")) {
        return Optional.of(manager);
      }
    }
    return Optional.empty();
  }

  /** Also where a runner has loaded the bundle apart from itself. */
  private static ClassLoader loader() {
    return SecretManagers.class.getClassLoader();
  }
}
