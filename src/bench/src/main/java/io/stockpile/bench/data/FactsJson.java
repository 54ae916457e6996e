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

/** The facts as the file {@code facts.json} beside the data. */
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
    json.put("messages_a_day", settings.messagesADay());
    json.put("shape", settings.shape().toString());
    json.put("lines", facts.lines());
    json.put("id_sum", facts.idSum());
    json.put("text_bytes", facts.textBytes());
    json.put("gzip_bytes", facts.gzipBytes());
    for (DayFacts day : facts.days()) {
      ObjectNode file = json.withArray("/files").addObject();
      file.put("file", day.file().getFileName().toString());
      file.put("day", day.day().toString());
      file.put("lines", day.lines());
      file.put("id_sum", day.idSum());
      file.put("text_bytes", day.textBytes());
      file.put("gzip_bytes", day.gzipBytes());
      ObjectNode byDate = file.putObject("lines_by_date");
      day.linesByDate().forEach((date, lines) -> byDate.put(date.toString(), lines));
    }
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(path(directory).toFile(), json);
  }

  /** The facts that lie in a directory; empty when none do. */
  static Optional<DataFacts> read(Path directory) throws IOException {
    if (!Files.exists(path(directory))) {
      return Optional.empty();
    }
    JsonNode json = MAPPER.readTree(path(directory).toFile());
    DataSettings settings =
        new DataSettings(
            json.required("seed").asLong(),
            LocalDate.parse(json.required("first_day").asText()),
            json.required("days").asInt(),
            json.required("messages_a_day").asInt(),
            MessageShape.named(json.required("shape").asText()));
    List<DayFacts> days = new ArrayList<>();
    for (JsonNode file : json.required("files")) {
      SortedMap<LocalDate, Long> byDate = new TreeMap<>();
      file.required("lines_by_date")
          .properties()
          .forEach(entry -> byDate.put(LocalDate.parse(entry.getKey()), entry.getValue().asLong()));
      days.add(
          new DayFacts(
              LocalDate.parse(file.required("day").asText()),
              directory.resolve(file.required("file").asText()),
              file.required("lines").asLong(),
              file.required("id_sum").bigIntegerValue(),
              file.required("text_bytes").asLong(),
              file.required("gzip_bytes").asLong(),
              byDate));
    }
    return Optional.of(new DataFacts(settings, days));
  }
}
