package io.stockpile.pipeline.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The catalog in which the tables are published. Holds no secret: a secret property is a reference
 * to where the secret is.
 *
 * @param name the name of the catalog, under which some kinds keep their tables; empty for the
 *     archive itself
 * @param properties the catalog's properties, with Iceberg's names
 */
public record CatalogChoice(String name, Map<String, String> properties) {
  /** The catalog under {@code _iceberg} in the archive itself, which needs no service. */
  public static final CatalogChoice IN_ARCHIVE = new CatalogChoice("", Map.of());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
  private static final Pattern PASSWORD_IN_ADDRESS =
      Pattern.compile("(?i)//[^/]*@|[?&;](password|pwd|token|secret)=");
  private static final Pattern SECRET =
      Pattern.compile(".*(password|secret|token|credential|authorization|api-?key|access-key).*");

  public CatalogChoice {
    properties = Map.copyOf(properties);
  }

  /**
   * Parses the options.
   *
   * @param properties {@code name=value}, separated by commas
   * @throws IllegalArgumentException when they are malformed or contain a secret; the message names
   *     the option and repeats no value
   */
  public static CatalogChoice parse(String name, String properties) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String part : properties.split(",")) {
      if (part.isBlank()) {
        continue;
      }
      int at = part.indexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException(
            "Option --catalogProperties has a part without a name and a value: write"
                + " name=value,name=value, for example type=rest,uri=https://catalog.example.com");
      }
      String key = part.substring(0, at).strip();
      String value = part.substring(at + 1).strip();
      if (PASSWORD_IN_ADDRESS.matcher(value).find()) {
        throw new IllegalArgumentException(
            "Option --catalogProperties: "
                + key
                + " has a password in it. Give the address without it, and the password as"
                + " a property of its own, by reference: for jdbc, jdbc.password=env:NAME");
      }
      if (isSecret(key) && !isReference(value)) {
        throw new IllegalArgumentException(
            "Option --catalogProperties: "
                + key
                + " is a secret, which is given as a reference, never as a value: env:NAME for the"
                + " variable NAME, or file:PATH for a file whose first line it is");
      }
      if (read.put(key, value) != null) {
        throw new IllegalArgumentException("Option --catalogProperties gives " + key + " twice");
      }
    }
    if (name.isEmpty() && !read.isEmpty()) {
      throw new IllegalArgumentException(
          "Option --catalogProperties says how to reach a catalog, but --catalog names none");
    }
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Option --catalog is '"
              + name
              + "'; accepted are letters, digits, _ and -, for example --catalog=prod");
    }
    if (!name.isEmpty() && !read.containsKey("type") && !read.containsKey("catalog-impl")) {
      throw new IllegalArgumentException(
          "Option --catalog="
              + name
              + " also needs --catalogProperties with the kind of catalog, for example"
              + " type=rest,uri=https://catalog.example.com");
    }
    return new CatalogChoice(name, read);
  }

  /** Whether the catalog is the one in the archive itself. */
  public boolean inArchive() {
    return name.isEmpty();
  }

  /** Whether a property's value is a secret, by the property's name. */
  public static boolean isSecret(String property) {
    return SECRET.matcher(property.toLowerCase(Locale.ROOT)).matches()
        && !property.endsWith("-uri")
        && !property.endsWith("-enabled")
        && !property.endsWith("-provider")
        && !property.endsWith("-ms")
        && !property.endsWith("-at");
  }

  private static boolean isReference(String value) {
    return value.startsWith("env:") || value.startsWith("file:");
  }

  /** The name of the catalog and its kind, without its address and other properties. */
  @Override
  public String toString() {
    Map<String, String> shown = new TreeMap<>(properties);
    shown.keySet().retainAll(List.of("type", "catalog-impl"));
    return inArchive() ? "the archive's own catalog" : "the catalog " + name + " " + shown;
  }
}
