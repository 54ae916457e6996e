package io.stockpile.connectors.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * What completes an upload.
 *
 * @param token stands in the object's metadata, so that it can be told from any other
 * @param parts in order
 */
record S3Handle(String uploadId, String token, List<Part> parts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  S3Handle {
    parts = List.copyOf(parts);
  }

  /**
   * A part that the server holds.
   *
   * @param crc32 as the server confirmed it; a server that keeps checksums wants it back
   */
  record Part(String etag, Optional<String> crc32) {}

  List<CompletedPart> completedParts() {
    return IntStream.range(0, parts.size())
        .mapToObj(
            index ->
                CompletedPart.builder()
                    .partNumber(index + 1)
                    .eTag(parts.get(index).etag())
                    .checksumCRC32(parts.get(index).crc32().orElse(null))
                    .build())
        .toList();
  }

  String toJson() {
    ObjectNode handle = JSON.createObjectNode();
    handle.put("upload_id", uploadId);
    handle.put("token", token);
    ArrayNode list = handle.putArray("parts");
    for (Part part : parts) {
      ObjectNode node = list.addObject().put("etag", part.etag());
      part.crc32().ifPresent(crc32 -> node.put("crc32", crc32));
    }
    return handle.toString();
  }

  /**
   * @throws IllegalArgumentException when the text is no such handle
   */
  static S3Handle fromJson(String json) {
    try {
      JsonNode handle = JSON.readTree(json);
      List<Part> parts = new ArrayList<>();
      for (JsonNode part : handle.path("parts")) {
        parts.add(
            new Part(text(part, "etag"), Optional.ofNullable(part.path("crc32").textValue())));
      }
      return new S3Handle(text(handle, "upload_id"), text(handle, "token"), parts);
    } catch (JsonProcessingException e) {
      throw notOurs(json, e);
    }
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).textValue();
    if (text == null) {
      throw notOurs(node.toString(), null);
    }
    return text;
  }

  private static IllegalArgumentException notOurs(String json, Throwable cause) {
    return new IllegalArgumentException(
        "'" + json + "' is no handle of an S3 upload; was it staged elsewhere?", cause);
  }
}
