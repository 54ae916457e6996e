package io.stockpile.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads the facts about a data set, in the file {@code facts.json} beside the data. */
final class FactsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FactsJson() {}

  static Path path(Path directory) {
    return directory.resolve("facts.json");
  }

  static void write(Path directory, DataFacts facts) throws IOException {
    ObjectNode json = MAPPER.createObjectNode();
    DataSettings settings = facts.settings();
    json.put("seed", settings.seed());
    json.put("first_day", settings.firstDay().toString());
    json.put("days", settings.days());
    json.put("records_a_day", settings.recordsADay());
    json.put("shape", settings.shape().toString());
    json.put("records", facts.records());
    json.put("id_sum", facts.idSum());
    json.put("text_bytes", facts.textBytes());
    json.put("gzip_bytes", facts.gzipBytes());
    for (FileFacts fact : facts.files()) {
      ObjectNode file = json.withArray("/files").addObject();
      file.put("unit", fact.unit());
      file.put("day", fact.day().toString());
      file.put("file", directory.relativize(fact.file()).toString());
      file.put("records", fact.records());
      file.put("id_sum", fact.idSum());
      file.put("text_bytes", fact.textBytes());
      file.put("gzip_bytes", fact.gzipBytes());
      ObjectNode byDate = file.putObject("records_by_date");
      fact.recordsByDate().forEach((date, records) -> byDate.put(date.toString(), records));
    }
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(path(directory).toFile(), json);
  }

  /** The facts in a directory; empty when there are none, or only in an older format. */
  static Optional<DataFacts> read(Path directory) throws IOException {
    if (!Files.exists(path(directory))) {
      return Optional.empty();
    }
    JsonNode json = MAPPER.readTree(path(directory).toFile());
    try {
      return Optional.of(facts(directory, json));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static DataFacts facts(Path directory, JsonNode json) {
    DataSettings settings =
        new DataSettings(
            json.required("seed").asLong(),
            LocalDate.parse(json.required("first_day").asText()),
            json.required("days").asInt(),
            json.required("records_a_day").asInt(),
            Shape.named(json.required("shape").asText()));
    List<FileFacts> files = new ArrayList<>();
    for (JsonNode file : json.required("files")) {
      SortedMap<LocalDate, Long> byDate = new TreeMap<>();
      file.required("records_by_date")
          .properties()
          .forEach(entry -> byDate.put(LocalDate.parse(entry.getKey()), entry.getValue().asLong()));
      files.add(
          new FileFacts(
              file.required("unit").asText(),
              LocalDate.parse(file.required("day").asText()),
              directory.resolve(file.required("file").asText()),
              file.required("records").asLong(),
              file.required("id_sum").bigIntegerValue(),
              file.required("text_bytes").asLong(),
              file.required("gzip_bytes").asLong(),
              byDate));
    }
    return new DataFacts(settings, files);
  }
}
