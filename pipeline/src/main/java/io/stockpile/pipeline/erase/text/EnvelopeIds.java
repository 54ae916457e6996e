package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.shred.values.WrittenId;
import io.stockpile.schemas.Binding;
import io.stockpile.schemas.SourcePath;
import io.stockpile.schemas.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ids from a line in an envelope, from the same members as the columns of its table. */
final class EnvelopeIds {
  private static final String FORMAT = "envelope";

  private record Place(List<String> path, boolean number) {}

  private final List<List<Place>> columns = new ArrayList<>();

  /**
   * @param names the names of the columns
   */
  EnvelopeIds(TableSchema table, List<String> names) {
    for (Binding binding : table.bindings(FORMAT)) {
      if (binding.column().size() == 1 && names.contains(binding.column().get(0))) {
        columns.add(
            binding.sources().stream()
                .map(
                    source ->
                        new Place(
                            source.fromLine(table.formats().get(FORMAT)),
                            source.converter() == SourcePath.Converter.NONE))
                .toList());
      }
    }
  }

  /** The ids of the columns that the line has a value for. */
  List<Long> read(JsonNode line) {
    List<Long> found = new ArrayList<>();
    for (List<Place> places : columns) {
      long id = first(line, places, true);
      // A line whose id is written as text or as 5.0 was rejected, because no column takes such an
      // id; for erasing it counts.
      id = id == WrittenId.NONE ? first(line, places, false) : id;
      if (id != WrittenId.NONE) {
        found.add(id);
      }
    }
    return found;
  }

  private static long first(JsonNode line, List<Place> places, boolean exact) {
    for (Place place : places) {
      Optional<JsonNode> value = Optional.of(line);
      for (String name : place.path()) {
        value = value.flatMap(outer -> outer.member(name));
      }
      boolean fits = value.filter(each -> !exact || !place.number() || isWhole(each)).isPresent();
      if (fits && Ids.of(value.get()) != WrittenId.NONE) {
        return Ids.of(value.get());
      }
    }
    return WrittenId.NONE;
  }

  private static boolean isWhole(JsonNode value) {
    return value.type() == JsonNode.Type.NUMBER
        && WrittenId.digits(value.line(), value.from(), value.to(), true) != WrittenId.NONE;
  }
}
