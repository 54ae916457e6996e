package io.stockpile.pipeline.recipes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the landed lines of an archive without any code of the product. */
final class LandedMessages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Message> messages = new ArrayList<>();
  private final Set<Long> deleted = new TreeSet<>();
  private final List<Follow> follows = new ArrayList<>();

  /**
   * @param mood the sentiment; {@code unclassified} for a message without one
   */
  record Message(long id, Instant at, String mood, Set<String> symbols, Optional<Long> inReplyTo) {
    LocalDate day() {
      return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }

  /** The beginning or the end of a follow. */
  record Follow(boolean begins, Instant at, long user, long target) {}

  LandedMessages(Path archive) throws IOException {
    try (Stream<Path> files = Files.walk(archive.resolve("_landing/firestream"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".gz")).sorted().toList()) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            take(line);
          }
        }
      }
    }
  }

  List<Message> messages() {
    return messages;
  }

  Set<Long> deleted() {
    return deleted;
  }

  List<Follow> follows() {
    return follows;
  }

  private void take(String text) {
    JsonNode line;
    try {
      line = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return;
    }
    String object = line.path("object").asText();
    boolean create = line.path("action").asText().equals("create");
    if (object.equals("Friendship")) {
      JsonNode data = line.get("data");
      follows.add(
          new Follow(
              create,
              Instant.parse(line.get("time").asText()),
              id(data, "user"),
              id(data, "target_user")));
    } else if (object.equals("Message") && !create) {
      deleted.add(line.get("data").get("id").asLong());
    } else if (object.equals("Message")) {
      messages.add(message(line.get("data")));
    } else if (line.has("verb")) {
      messages.add(note(line));
    } else if (line.has("body")) {
      messages.add(message(line));
    }
  }

  private static long id(JsonNode data, String name) {
    return data.has(name) ? data.get(name).get("id").asLong() : data.get(name + "_id").asLong();
  }

  private static Message message(JsonNode data) {
    JsonNode parent = data.path("conversation").path("in_reply_to_message_id");
    return new Message(
        data.get("id").asLong(),
        Instant.parse(data.get("created_at").asText()),
        data.path("entities").path("sentiment").path("basic").asText("unclassified"),
        symbols(data.path("symbols")),
        parent.isNumber() ? Optional.of(parent.asLong()) : Optional.empty());
  }

  private static Message note(JsonNode line) {
    String id = line.get("object").get("id").asText();
    return new Message(
        Long.parseLong(id.substring(id.lastIndexOf(':') + 1)),
        Instant.parse(line.get("object").get("postedTime").asText()),
        "unclassified",
        symbols(line.get("entities").path("symbols")),
        Optional.empty());
  }

  private static Set<String> symbols(JsonNode list) {
    Set<String> symbols = new TreeSet<>();
    list.forEach(symbol -> symbols.add(symbol.get("symbol").asText()));
    return symbols;
  }
}
