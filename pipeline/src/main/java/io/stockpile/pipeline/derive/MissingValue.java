package io.stockpile.pipeline.derive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.pipeline.lines.LineSource;
import io.stockpile.pipeline.records.Route;
import io.stockpile.schemas.Binding;
import io.stockpile.schemas.SourcePath;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds out why a record gave no id or no date. It parses the line again, so it is asked only about
 * the few lines that are rejected for this.
 */
final class MissingValue {
  private static final int LONGEST_SHOWN = 120;

  private final ObjectMapper json = new ObjectMapper();

  /**
   * The JSON value that stands where the column's value should be but does not fit the column, with
   * its path; empty when there is no such value.
   */
  Optional<String> misfit(Route route, String column, LineSource line) {
    String format = route.shape().format();
    TableSchema.Format shape = route.table().formats().get(format);
    JsonNode whole = read(line);
    for (Binding binding : route.table().bindings(format)) {
      if (binding.column().equals(List.of(column))) {
        for (SourcePath source : binding.sources()) {
          JsonNode value = at(whole, source.fromLine(shape));
          if (!value.isMissingNode() && !value.isNull()) {
            return Optional.of(shown(source, value));
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the record contains, under any key, a value that could be an id: a whole number, or a
   * string of digits. Asked for records that are kept whole because the names of their members are
   * not published. True when the line is too large to be parsed.
   */
  boolean mayHoldAnId(Route route, LineSource line) {
    String format = route.shape().format();
    String root = route.table().formats().get(format).root();
    JsonNode whole = read(line);
    return whole.isMissingNode() || holdsAnId(root.isEmpty() ? whole : whole.path(root));
  }

  private static boolean holdsAnId(JsonNode value) {
    if (value.isIntegralNumber()) {
      return true;
    }
    if (value.isTextual()) {
      String text = value.textValue();
      return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
    for (JsonNode member : value) {
      if (holdsAnId(member)) {
        return true;
      }
    }
    return false;
  }

  /** The line as a tree; a missing node when it exceeds the limits of Jackson's reader. */
  private JsonNode read(LineSource line) {
    try {
      return json.readTree(line.bytes(), line.from(), line.to() - line.from());
    } catch (JsonProcessingException e) {
      return json.missingNode();
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory does not fail", e);
    }
  }

  private static JsonNode at(JsonNode whole, List<String> path) {
    JsonNode node = whole;
    for (String name : path) {
      node = node.path(name);
    }
    return node;
  }

  private static String shown(SourcePath source, JsonNode value) {
    String text = value.toString();
    return source
        + " is "
        + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
  }
}
