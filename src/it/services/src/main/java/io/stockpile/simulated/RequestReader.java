package io.stockpile.simulated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests from a connection, with bodies of a declared length. */
final class RequestReader {
  private final InputStream in;
  private final ReceivedRequest.Place place;

  RequestReader(InputStream in, ReceivedRequest.Place place) {
    this.in = in;
    this.place = place;
  }

  /** The next request; empty when the client sends no more. */
  Optional<ReceivedRequest> read() throws IOException {
    String requestLine = readLine();
    String[] parts = requestLine.split(" ");
    if (parts.length != 3) {
      return Optional.empty();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.merge(
            line.substring(0, colon).toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip(),
            (former, latter) -> former + ", " + latter);
      }
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return Optional.of(new ReceivedRequest(place, parts[0], parts[1], headers, body));
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int value = in.read(); value >= 0 && value != '\n'; value = in.read()) {
      if (value != '\r') {
        line.write(value);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
