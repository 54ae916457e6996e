package io.stockpile.deploy.dataflow;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Handles batches: several requests in the parts of one request, answered in the parts of one
 * answer.
 */
final class BatchRequests {
  private static final String BOUNDARY = "answers";

  private BatchRequests() {}

  static StorageRequests.Answer answer(byte[] body, StorageRequests requests) throws IOException {
    StringBuilder out = new StringBuilder();
    String text = new String(body, StandardCharsets.UTF_8);
    String boundary = text.substring(0, text.indexOf("\r\n"));
    for (String part : text.split(java.util.regex.Pattern.quote(boundary), -1)) {
      int begin = part.indexOf("\r\n\r\n");
      if (begin < 0) {
        continue;
      }
      String[] line = part.substring(begin + 4).split("\r\n", 2)[0].split(" ", -1);
      StorageRequests.Answer answer =
          requests.answer(line[0], URI.create(line[1]), name -> null, new byte[0]);
      out.append("--").append(BOUNDARY).append("\r\nContent-Type: application/http\r\n\r\n");
      out.append("HTTP/1.1 ").append(answer.status()).append(" Answer\r\n");
      out.append("Content-Type: application/json\r\nContent-Length: ");
      out.append(answer.body().length).append("\r\n\r\n");
      out.append(new String(answer.body(), StandardCharsets.UTF_8)).append("\r\n");
    }
    out.append("--").append(BOUNDARY).append("--\r\n");
    return new StorageRequests.Answer(
        200,
        Map.of("Content-Type", "multipart/mixed; boundary=" + BOUNDARY),
        out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
