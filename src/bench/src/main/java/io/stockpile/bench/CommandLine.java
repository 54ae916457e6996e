package io.stockpile.bench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses options of the form {@code --name=value}. Unknown and repeated names are errors. */
final class CommandLine {
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * Parses the arguments.
   *
   * @throws IllegalArgumentException when one of them is not a known option, or is repeated
   */
  CommandLine(List<String> known, List<String> arguments) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException(
            "'" + argument + "' is no option; options look like --days=10");
      }
      String name = argument.substring(2, equals);
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "there is no option --" + name + "; there are --" + String.join(", --", known));
      }
      if (values.put(name, argument.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("--" + name + " is given twice");
      }
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String required(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalArgumentException("--" + name + "=... is wanted"));
  }

  int count(String name, int otherwise) {
    return (int) number(name, otherwise, Integer.MAX_VALUE);
  }

  long number(String name, long otherwise) {
    return number(name, otherwise, Long.MAX_VALUE);
  }

  LocalDate day(String name, LocalDate otherwise) {
    Optional<String> value = text(name);
    try {
      return value.map(LocalDate::parse).orElse(otherwise);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--" + name + "=" + value.orElse("") + " is no day such as 2017-09-18", e);
    }
  }

  private long number(String name, long otherwise, long most) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.get().matches("\\d{1,18}") || Long.parseLong(value.get()) > most) {
      throw new IllegalArgumentException(
          "--" + name + "=" + value.get() + " is no whole number from 0 to " + most);
    }
    return Long.parseLong(value.get());
  }
}
