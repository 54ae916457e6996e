package io.stockpile.iceberg;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The properties that a catalog is opened with, secrets in the clear. {@link #toString} does not
 * show them.
 */
final class CatalogSettings {
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> secrets = new LinkedHashSet<>();

  /**
   * Resolves references.
   *
   * @throws CatalogRefusedException when a reference cannot be resolved
   */
  CatalogSettings(CatalogChoice choice, Surroundings surroundings) throws CatalogRefusedException {
    for (Map.Entry<String, String> property : choice.properties().entrySet()) {
      String key = property.getKey();
      String value = property.getValue();
      boolean secret = CatalogChoice.isSecret(key);
      if (value.startsWith("env:")) {
        String variable = value.substring("env:".length());
        value =
            surroundings
                .environment()
                .apply(variable)
                .orElseThrow(
                    () ->
                        new CatalogRefusedException(
                            "Option --catalogProperties: "
                                + key
                                + " is to be found in the variable "
                                + variable
                                + ", which is not set"));
        secret = true;
      } else if (secret) {
        value = firstLine(key, value.substring("file:".length()));
      }
      if (secret && !value.isEmpty()) {
        secrets.add(value);
      }
      values.put(key, value);
    }
  }

  private static String firstLine(String key, String file) throws CatalogRefusedException {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (IOException | InvalidPathException e) {
      throw new CatalogRefusedException(
          "Option --catalogProperties: " + key + " is to be found in " + file + ": " + e, e);
    }
  }

  /** Sets properties that the user has not set. */
  void offer(Map<String, String> defaults) {
    defaults.forEach(values::putIfAbsent);
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }

  /** A text of foreign origin with the secrets removed. */
  String withoutSecrets(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "…");
    }
    return clean;
  }

  @Override
  public String toString() {
    return "CatalogSettings[…]";
  }
}
