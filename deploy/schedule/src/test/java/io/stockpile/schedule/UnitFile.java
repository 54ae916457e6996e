package io.stockpile.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A unit of systemd: its settings in their order. */
final class UnitFile {
  private final List<Map.Entry<String, String>> settings = new ArrayList<>();

  private UnitFile() {}

  static UnitFile read(Path file) throws IOException {
    UnitFile unit = new UnitFile();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (!line.startsWith("#") && equals > 0) {
        unit.settings.add(Map.entry(line.substring(0, equals), line.substring(equals + 1)));
      }
    }
    return unit;
  }

  List<String> all(String name) {
    return settings.stream()
        .filter(setting -> setting.getKey().equals(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The value of a setting that occurs exactly once. */
  String only(String name) {
    List<String> values = all(name);
    if (values.size() != 1) {
      throw new IllegalStateException(name + " stands there " + values.size() + " times");
    }
    return values.get(0);
  }

  /** The words of the command line, with variables replaced. */
  List<String> execStart(Map<String, String> variables) {
    List<String> words = new ArrayList<>();
    for (String word : only("ExecStart").split(" ")) {
      String replaced = word;
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        replaced = replaced.replace("${" + variable.getKey() + "}", variable.getValue());
      }
      if (replaced.contains("$") || replaced.contains("%")) {
        throw new IllegalStateException("Nothing is known for " + replaced);
      }
      words.add(replaced);
    }
    return words;
  }
}
