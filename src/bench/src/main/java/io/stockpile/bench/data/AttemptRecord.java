package io.stockpile.bench.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An archive's record of a Replay request that was answered completely, in version 1 of the format.
 * {@code derive} relies on what it says about the answer.
 */
record AttemptRecord(Instant from, Instant to) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter UNIT = format("uuuuMMddHHmm");
  private static final DateTimeFormatter MINUTE = format("uuuu-MM-dd'T'HH:mm'Z'");
  private static final DateTimeFormatter SENT = format("uuuu-MM-dd'T'HH:mm:ss'+00:00'");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The name of the unit in keys, for example {@code 201709180000_201709180200}. */
  String unit() {
    return UNIT.format(from) + "_" + UNIT.format(to);
  }

  /** The line with which the service says that the answer is complete. */
  String completion(long tweets) {
    return "{\"info\":{\"message\":\"Replay Request Completed\",\"sent\":\"%s\",\"activity_count\":%d}}"
        .formatted(SENT.format(to), tweets);
  }

  /**
   * Writes the record beside the answer.
   *
   * @param textBytes the size of the decompressed answer
   */
  void write(Path directory, Path answer, long tweets, long keepAlives, long textBytes)
      throws IOException {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("version", 1);
    json.put("attempt", 1);
    json.put("from", MINUTE.format(from));
    json.put("to", MINUTE.format(to));
    json.put("requested_at", to.toString());
    json.putObject("owner").put("host", "bench").put("pid", 1).put("started", from.toString());
    json.put("outcome", "completed");
    json.put("activity_count", tweets);
    json.put("sent", to.toString());
    ObjectNode landed = json.putObject("landed");
    landed.put(
        "path", "_landing/" + DataFiles.REPLAY_SERIES + "/" + unit() + "/" + answer.getFileName());
    landed.put("bytes", Files.size(answer));
    landed.put("sha256", sha256(answer));
    landed.put("uncompressed_bytes", textBytes);
    landed.put("gzip_members", 1);
    landed.put("gzip_ending", "whole");
    landed.put("lines", tweets + keepAlives + 1);
    landed.put("blank", keepAlives);
    landed.put("control", 1);
    landed.putArray("messages").add(completion(tweets));
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(path(directory).toFile(), json);
  }

  /** The path of the record in the directory of its unit. */
  static Path path(Path directory) {
    return directory.resolve("1.json");
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
