package io.stockpile.connectors.stocktwits.sweeps;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.json.RecordFile;
import io.stockpile.connectors.stocktwits.ApiStream;
import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.stocktwits.PageReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which a page is landed: one line {@code
 * {"url":…,"received_at":…,"status":200,"body":…}}. The body has the service's own bytes, except
 * that line ends are replaced by spaces; JSON has no line ends inside strings.
 */
final class LandedPage {
  private static final int OK = 200;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] BODY = ",\"body\":".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern MAX = Pattern.compile("[?&]max=(\\d{1,19})(?:&|$)");
  private static final JsonFactory JSON = new JsonFactory();

  private LandedPage() {}

  /** The members before the body. */
  private record Head(String url, Instant receivedAt, int status) {}

  /** The line for a page, with its line end. */
  static byte[] line(URI url, Instant receivedAt, byte[] body) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(body.length + 256);
    byte[] head =
        RecordFile.line(new Head(url.toString(), receivedAt, OK)).getBytes(StandardCharsets.UTF_8);
    line.write(head, 0, head.length - 1);
    line.writeBytes(BODY);
    int from =
        body.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                    body, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)
            ? BYTE_ORDER_MARK.length
            : 0;
    for (int at = from; at < body.length; at++) {
      line.write(body[at] == '\n' || body[at] == '\r' ? ' ' : body[at]);
    }
    line.write('}');
    line.write('\n');
    return line.toByteArray();
  }

  /**
   * Reads a line back.
   *
   * @throws IOException when it is not a landed page of the stream; the message says why
   */
  static Page read(ApiStream stream, byte[] line) throws IOException {
    long asked = Page.NEWEST;
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("url")) {
          asked = max(parser.getText());
        } else if (name.equals("body")) {
          int from = (int) parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          int to = (int) parser.currentLocation().getByteOffset();
          return PageReader.read(
              stream, asked, Arrays.copyOfRange(line, from, to), Redaction.general());
        }
      }
    } catch (PageReader.NoPageException e) {
      throw new IOException("its body is no page of " + stream + ": " + e.getMessage(), e);
    }
    throw new IOException("it has no body");
  }

  private static long max(String url) {
    Matcher matcher = MAX.matcher(url);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : Page.NEWEST;
  }
}
