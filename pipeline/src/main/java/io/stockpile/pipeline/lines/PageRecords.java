package io.stockpile.pipeline.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the records of landed pages. Each becomes a line of its own that says where and when it was
 * seen: {@code {"stream":…,"observed_at":…,"message":{…}}}, users, symbols and watch lists also
 * have their position in the page's list, and deletions say what was deleted. The record's bytes
 * are copied from the page. A line that is not a page is returned as it is, so that the router
 * rejects it.
 */
final class PageRecords implements LineSource {
  private static final JsonFactory JSON = new JsonFactory();

  private final LineSource pages;
  private final PageLayout layout;
  private final int maxLineBytes;
  private List<byte[]> records = List.of();
  private int record = -1;
  private byte[] bytes = {};
  private int from;
  private int to;
  private long lineBytes;

  PageRecords(LineSource pages, PageLayout layout, int maxLineBytes) {
    this.pages = pages;
    this.layout = layout;
    this.maxLineBytes = maxLineBytes;
  }

  @Override
  public boolean next() throws IOException, InterruptedException {
    while (record + 1 >= records.size()) {
      if (!pages.next()) {
        return false;
      }
      pages.edit();
      Optional<List<byte[]>> found = split();
      if (found.isEmpty()) {
        records = List.of();
        record = -1;
        bytes = pages.bytes();
        from = pages.from();
        to = pages.to();
        lineBytes = pages.lineBytes();
        return true;
      }
      records = found.get();
      record = -1;
    }
    record++;
    byte[] text = records.get(record);
    // Scanners read a little behind the end.
    bytes = Arrays.copyOf(text, text.length + JsonScanner.PADDING);
    from = 0;
    to = text.length;
    lineBytes = text.length;
    return true;
  }

  /** The records of the current page; empty when the line is not a page. */
  private Optional<List<byte[]>> split() {
    if (pages.lineBytes() > maxLineBytes) {
      return Optional.empty();
    }
    byte[] line = Arrays.copyOfRange(pages.bytes(), pages.from(), pages.to());
    String observedAt = null;
    List<byte[]> found = null;
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("received_at") && value == JsonToken.VALUE_STRING) {
          observedAt = parser.getText();
        } else if (name.equals("body") && value == JsonToken.START_OBJECT && observedAt != null) {
          found = new ArrayList<>();
          body(parser, line, "", observedAt, found);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(found);
  }

  /** Collects the records in an object of the page. The parser has just entered the object. */
  private void body(
      JsonParser parser, byte[] line, String above, String observedAt, List<byte[]> into)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = above + parser.currentName();
      JsonToken value = parser.nextToken();
      Optional<PageLayout.Part> part =
          layout.parts().stream().filter(held -> held.path().equals(path)).findFirst();
      if (part.isPresent() && value == JsonToken.START_ARRAY) {
        for (int position = 1; parser.nextToken() != JsonToken.END_ARRAY; position++) {
          take(parser, line, part.get(), position, observedAt, into);
        }
      } else if (part.isPresent() && value == JsonToken.START_OBJECT) {
        byte[] object = take(parser, line, part.get(), 1, observedAt, into);
        inner(object, path, observedAt, into);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Collects the records inside an object that is a record itself. */
  private void inner(byte[] object, String path, String observedAt, List<byte[]> into)
      throws IOException {
    if (layout.parts().stream().anyMatch(part -> part.path().startsWith(path + "."))) {
      try (JsonParser parser = JSON.createParser(object)) {
        parser.nextToken();
        body(parser, object, path + ".", observedAt, into);
      }
    }
  }

  /** Collects the value that the parser stands at, and returns its bytes. */
  private byte[] take(
      JsonParser parser,
      byte[] line,
      PageLayout.Part part,
      int position,
      String observedAt,
      List<byte[]> into)
      throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    parser.finishToken();
    int end = (int) parser.currentLocation().getByteOffset();
    byte[] value = Arrays.copyOfRange(line, start, end);
    String kind = part.kind().equals("by_type") ? type(value) : part.kind();
    byte[] head = head(kind, position, observedAt).getBytes(StandardCharsets.UTF_8);
    byte[] text = Arrays.copyOf(head, head.length + value.length + 1);
    System.arraycopy(value, 0, text, head.length, value.length);
    text[text.length - 1] = '}';
    into.add(text);
    return value;
  }

  private String head(String kind, int position, String observedAt) {
    String seen =
        "{\"stream\":" + quoted(layout.stream()) + ",\"observed_at\":" + quoted(observedAt) + ",";
    return switch (kind) {
      case "message" -> seen + "\"message\":";
      case "message_deletion" -> seen + "\"deleted\":\"message\",\"deletion\":";
      case "user_deletion" -> seen + "\"deleted\":\"user\",\"deletion\":";
      default -> seen + "\"position\":" + position + "," + quoted(kind) + ":";
    };
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /** The record's own {@code type}; a word that no table has if it has none. */
  private static String type(byte[] value) throws IOException {
    try (JsonParser parser = JSON.createParser(value)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean type = parser.currentName().equals("type");
        if (parser.nextToken() == JsonToken.VALUE_STRING && type) {
          return parser.getText();
        }
        parser.skipChildren();
      }
    }
    return "untyped";
  }

  /** What stands in a page is looked at before it is taken apart. */
  @Override
  public boolean edit() {
    return false;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public long lineBytes() {
    return lineBytes;
  }

  @Override
  public long number() {
    return pages.number();
  }

  @Override
  public boolean endsChunk() {
    return pages.endsChunk() && record + 1 >= records.size();
  }

  @Override
  public long landedBytes() {
    return pages.landedBytes();
  }

  @Override
  public LandedFacts facts() throws LandedBytesException {
    return pages.facts();
  }

  @Override
  public void close() {
    pages.close();
  }
}
