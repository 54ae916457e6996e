package io.stockpile.deploy.dataflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries out single requests of the JSON API. */
final class StorageRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern OBJECT =
      Pattern.compile("(?:/download)?/storage/v1/b/([^/]+)/o/([^/]+)");
  private static final Pattern COPY =
      Pattern.compile("/storage/v1/b/([^/]+)/o/([^/]+)/(?:rewriteTo|copyTo)/b/([^/]+)/o/([^/]+)");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
  private static final Pattern CHUNK = Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+|\\*)");

  private final String bucket;
  private final StoredObjects objects;
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private Predicate<String> overtaken = name -> false;
  private byte[] overtaking = new byte[0];

  /** An answer; an empty array means that it has no body. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  private record Upload(String name, OptionalLong generation, ByteArrayOutputStream bytes) {}

  StorageRequests(String bucket, StoredObjects objects) {
    this.bucket = bucket;
    this.objects = objects;
  }

  synchronized void overtakeOnce(Predicate<String> name, byte[] content) {
    overtaken = name;
    overtaking = content;
  }

  Answer answer(String method, URI uri, UnaryOperator<String> header, byte[] body)
      throws IOException {
    String path = uri.getRawPath();
    Map<String, String> query = query(uri);
    if (path.startsWith("/upload/")) {
      return upload(method, uri, query, header, body);
    }
    Matcher copy = COPY.matcher(path);
    if (copy.matches()) {
      return copy(decoded(copy.group(2)), decoded(copy.group(4)), generation(query));
    }
    Matcher object = OBJECT.matcher(path);
    if (object.matches()) {
      String name = decoded(object.group(2));
      return method.equals("DELETE")
          ? answer(objects.remove(name) ? 204 : 404, "")
          : read(name, query, header);
    }
    if (path.equals("/storage/v1/b/" + bucket + "/o")) {
      return list(query.getOrDefault("prefix", ""));
    }
    return path.equals("/storage/v1/b/" + bucket)
        ? answer(200, "{\"name\":\"" + bucket + "\",\"projectNumber\":\"1\"}")
        : notFound();
  }

  private Answer read(String name, Map<String, String> query, UnaryOperator<String> header)
      throws IOException {
    Optional<StoredObjects.Generation> found = objects.find(name);
    if (found.isEmpty()) {
      return notFound();
    }
    if (!"media".equals(query.get("alt"))) {
      return answer(200, json(name, found.get()).toString());
    }
    byte[] content = found.get().content();
    Map<String, String> headers = new HashMap<>();
    headers.put("x-goog-generation", Long.toString(found.get().number()));
    String asked = header.apply("Range");
    Matcher range = RANGE.matcher(asked == null ? "" : asked);
    if (!range.matches()) {
      return new Answer(200, headers, content);
    }
    int from = Integer.parseInt(range.group(1));
    int to =
        range.group(2).isEmpty()
            ? content.length - 1
            : Math.min(content.length - 1, Integer.parseInt(range.group(2)));
    if (from > to) {
      return answer(416, "");
    }
    headers.put("Content-Range", "bytes " + from + "-" + to + "/" + content.length);
    return new Answer(206, headers, java.util.Arrays.copyOfRange(content, from, to + 1));
  }

  private Answer list(String prefix) throws IOException {
    ObjectNode page = JSON.createObjectNode().put("kind", "storage#objects");
    ArrayNode items = JSON.createArrayNode();
    for (Map.Entry<String, StoredObjects.Generation> object : objects.below(prefix).entrySet()) {
      items.add(json(object.getKey(), object.getValue()));
    }
    if (!items.isEmpty()) {
      page.set("items", items);
    }
    return answer(200, page.toString());
  }

  private Answer copy(String from, String to, OptionalLong generation) throws IOException {
    Optional<StoredObjects.Generation> source = objects.find(from);
    if (source.isEmpty()) {
      return notFound();
    }
    Optional<StoredObjects.Generation> written =
        objects.put(to, source.get().content(), generation);
    if (written.isEmpty()) {
      return refused();
    }
    ObjectNode done = JSON.createObjectNode().put("kind", "storage#rewriteResponse");
    done.put("done", true);
    done.set("resource", json(to, written.get()));
    return answer(200, done.toString());
  }

  private Answer upload(
      String method, URI uri, Map<String, String> query, UnaryOperator<String> header, byte[] body)
      throws IOException {
    if (method.equals("POST")) {
      String name =
          query.containsKey("name") ? query.get("name") : JSON.readTree(body).get("name").asText();
      overtake(name);
      if (!objects.isAt(name, generation(query))) {
        return refused();
      }
      String id = UUID.randomUUID().toString();
      uploads.put(id, new Upload(name, generation(query), new ByteArrayOutputStream()));
      String host = header.apply("Host");
      String place = "http://" + host + uri.getRawPath() + "?uploadType=resumable&upload_id=" + id;
      return new Answer(200, Map.of("Location", place), new byte[0]);
    }
    Upload upload = uploads.get(query.get("upload_id"));
    Matcher chunk = CHUNK.matcher(header.apply("Content-Range"));
    if (upload == null || !chunk.matches()) {
      return answer(400, "");
    }
    upload.bytes().write(body);
    if (chunk.group(3).equals("*")) {
      Map<String, String> headers =
          upload.bytes().size() == 0
              ? Map.of()
              : Map.of("Range", "bytes=0-" + (upload.bytes().size() - 1));
      return new Answer(308, headers, new byte[0]);
    }
    Optional<StoredObjects.Generation> written =
        objects.put(upload.name(), upload.bytes().toByteArray(), upload.generation());
    return written.isEmpty()
        ? refused()
        : answer(200, json(upload.name(), written.get()).toString());
  }

  private synchronized void overtake(String name) {
    if (overtaken.test(name)) {
      overtaken = other -> false;
      objects.put(name, overtaking, OptionalLong.empty());
    }
  }

  private ObjectNode json(String name, StoredObjects.Generation object) {
    ObjectNode json = JSON.createObjectNode().put("kind", "storage#object").put("name", name);
    json.put("bucket", bucket).put("generation", Long.toString(object.number()));
    json.put("metageneration", "1").put("contentType", "application/octet-stream");
    json.put("size", Integer.toString(object.content().length));
    String written = object.written().truncatedTo(ChronoUnit.MILLIS).toString();
    json.put("updated", written).put("timeCreated", written);
    json.put("md5Hash", md5(object.content()));
    return json;
  }

  private static String md5(byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }

  private static OptionalLong generation(Map<String, String> query) {
    String text = query.get("ifGenerationMatch");
    return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Answer notFound() {
    return answer(404, "{\"error\":{\"code\":404,\"message\":\"No such object\"}}");
  }

  private static Answer refused() {
    return answer(
        412,
        "{\"error\":{\"code\":412,\"message\":\"At least one of the pre-conditions you specified"
            + " did not hold.\",\"errors\":[{\"reason\":\"conditionNotMet\"}]}}");
  }

  private static Answer answer(int status, String json) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json; charset=UTF-8"),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
