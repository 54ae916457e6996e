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

/** Finds out, for the few lines that are rejected for it, why a row has no id or no date. */
final class MissingValue {
  private static final int LONGEST_SHOWN = 120;

  private final ObjectMapper json = new ObjectMapper();

  /**
   * The JSON value that should have been the column's and does not fit; empty when none is there.
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
   * Whether a record that is kept whole holds anything that could be an id: a whole number, or a
   * string of digits. Nobody has published the keys that ids stand under.
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

  /** What a line of sound JSON says; nothing when it is beyond the reader's limits. */
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
