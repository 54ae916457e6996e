package io.stockpile.connectors.credentials;

import java.util.Optional;
import java.util.ServiceLoader;

/** The secret managers of the modules in this bundle. */
final class SecretManagers {
  private SecretManagers() {}

  /** The secret manager whose scheme a reference begins with; empty when there is none. */
  static Optional<SecretManager> of(String reference) {
    for (SecretManager manager : ServiceLoader.load(SecretManager.class, loader())) {
      if (reference.startsWith(manager.scheme() + ":")) {
        return Optional.of(manager);
      }
    }
    return Optional.empty();
  }

  /** The class loader of the bundle, which may differ from the runner's. */
  private static ClassLoader loader() {
    return SecretManagers.class.getClassLoader();
  }
}
