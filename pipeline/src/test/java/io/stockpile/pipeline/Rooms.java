package io.stockpile.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from the page on architecture which packages of {@code pipeline} there are, and which
 * others of it each may use.
 */
public final class Rooms {
  static final String PIPELINE = "io.stockpile.pipeline";

  private static final String HEAD = "| package | what it is for | uses |";
  private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\| [^|]+ \\| ?([^|]*)\\|");

  private Rooms() {}

  /** The directory of the project. */
  public static Path project() {
    return Path.of("").toAbsolutePath().getParent();
  }

  /**
   * For each package the packages that it may use, from the top; empty for a package that may use
   * all.
   */
  static Map<String, Set<String>> read() throws IOException {
    List<String> lines =
        Files.readAllLines(project().resolve("src/site/architecture.md"), StandardCharsets.UTF_8);
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    for (String line : lines.subList(lines.indexOf(HEAD) + 2, lines.size())) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        return rooms;
      }
      Set<String> uses = new LinkedHashSet<>();
      Arrays.stream(row.group(2).split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(name -> name.equals("any") ? name : PIPELINE + "." + name)
          .forEach(uses::add);
      rooms.put(PIPELINE + "." + row.group(1), uses);
    }
    return rooms;
  }
}
