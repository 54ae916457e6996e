package io.stockpile.connectors.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockpile.connectors.gzip.CutGzipInputStream;
import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.http.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the service says when it gives no stream: a short text, JSON or not, compressed or not. */
final class RefusalText {
  private static final int MOST_BYTES = 16 * 1024;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RefusalText() {}

  static String of(HttpAnswer answer, Redaction redaction) {
    byte[] body;
    try {
      boolean gzip =
          answer.header("Content-Encoding").filter(c -> c.strip().equals("gzip")).isPresent();
      InputStream in = gzip ? new CutGzipInputStream(answer.body()) : answer.body();
      body = in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      // The status is what matters: an explanation that cannot be read is no failure of its own.
      return "";
    }
    String text = new String(body, StandardCharsets.UTF_8);
    Redaction whole = answer.redaction(redaction);
    return body.length == MOST_BYTES ? whole.cutText(text) : whole.text(message(body, text));
  }

  private static String message(byte[] body, String text) {
    try {
      JsonNode json = MAPPER.readTree(body);
      return json == null ? text : json.path("error").path("message").asText(text);
    } catch (IOException e) {
      return text;
    }
  }
}
