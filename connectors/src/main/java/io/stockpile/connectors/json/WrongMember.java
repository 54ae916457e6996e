package io.stockpile.connectors.json;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes which member of a file is wrong, what is expected and what was found. */
final class WrongMember {
  private static final int LONGEST_SHOWN = 80;

  private WrongMember() {}

  /**
   * @param failure why the file could not be bound
   * @param file the content of the file
   */
  static String reason(JsonMappingException failure, JsonNode file) {
    Optional<Class<?>> type = wanted(failure);
    if (type.isEmpty()) {
      // The record's constructor has refused values that contradict each other.
      Throwable cause = failure.getCause();
      return cause == null ? BrokenJson.problem(failure) : cause.getMessage();
    }
    JsonNode found = file;
    StringBuilder name = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        found = found.path(step.getIndex());
        name.append('[').append(step.getIndex()).append(']');
      } else {
        found = found.path(step.getFieldName());
        name.append(name.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    String text = found.isMissingNode() ? "it is missing" : "it is " + shortened(found.toString());
    return "its field '"
        + name
        + "' should be "
        + expected(type.get(), failure, found)
        + ", but "
        + text;
  }

  /** The type that the wrong value should have. */
  private static Optional<Class<?>> wanted(JsonMappingException failure) {
    if (failure instanceof MismatchedInputException mismatch) {
      return Optional.ofNullable(mismatch.getTargetType());
    }
    return failure.getCause() instanceof InputCoercionException tooLarge
        ? Optional.of(tooLarge.getTargetType())
        : Optional.empty();
  }

  private static String expected(Class<?> type, JsonMappingException failure, JsonNode found) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (type == int.class && found.isIntegralNumber() && found.canConvertToLong()) {
      return "a number of 32 bits";
    }
    if (type == int.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type.isRecord() || Map.class.isAssignableFrom(type)) {
      return "an object";
    }
    if (List.class.isAssignableFrom(type)) {
      return "an array";
    }
    return failure instanceof InvalidFormatException && found.isTextual()
        ? failure.getOriginalMessage()
        : "a text";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
