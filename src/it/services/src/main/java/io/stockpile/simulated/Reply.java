package io.stockpile.simulated;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer. Its headers do not include those that say how the body is framed. */
record Reply(int status, Map<String, String> headers, InputStream body, long length)
    implements Closeable {

  static Reply text(int status, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    return new Reply(status, headers, new ByteArrayInputStream(bytes), bytes.length);
  }

  static Reply text(int status, String text) {
    return text(status, "text/plain; charset=utf-8", text);
  }

  /** An error as S3 words it. */
  static Reply s3Error(int status, String code, String message) {
    return text(
        status,
        "application/xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error>");
  }

  Reply with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
