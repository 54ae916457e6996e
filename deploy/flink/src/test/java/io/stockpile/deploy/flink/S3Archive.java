package io.stockpile.deploy.flink;

import io.stockpile.connectors.store.EmbeddedS3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reads an archive under a prefix of the bucket, with none of the product's readers. */
final class S3Archive {
  private final S3Client s3;
  private final String prefix;

  S3Archive(EmbeddedS3 server, String name) {
    this.prefix = name + "/";
    this.s3 =
        S3Client.builder()
            .endpointOverride(URI.create(server.endpoint()))
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(EmbeddedS3.ACCESS_KEY, EmbeddedS3.SECRET_KEY)))
            .build();
  }

  String url() {
    return "s3://" + EmbeddedS3.BUCKET + "/" + prefix.replaceFirst("/$", "");
  }

  /** The keys of the present manifests, one for each committed unit. */
  List<String> manifests() {
    return keys().stream().filter(key -> key.startsWith("_manifests/")).toList();
  }

  private List<String> keys() {
    return s3
        .listObjectsV2Paginator(list -> list.bucket(EmbeddedS3.BUCKET).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  List<String> unfinishedUploads() {
    return s3.listMultipartUploads(list -> list.bucket(EmbeddedS3.BUCKET)).uploads().stream()
        .map(MultipartUpload::key)
        .toList();
  }

  /**
   * The SHA-256 of every object by key. For a manifest it is an empty text, because a manifest
   * contains the time and the run.
   */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (String key : keys()) {
      files.put(key, key.startsWith("_manifests/") ? "" : sha256(bytes(key)));
    }
    return files;
  }

  private byte[] bytes(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(EmbeddedS3.BUCKET).key(prefix + key))
        .asByteArrayUnsafe();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /**
   * The number of rows, the number of distinct ids and the sum of the ids of a StockTwits table, as
   * DuckDB reads it.
   */
  String rows(Path directory, String table) throws IOException, SQLException {
    for (String key : keys()) {
      if (key.startsWith("stocktwits/" + table + "/")) {
        Path file = directory.resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(key));
      }
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(*) || ' ' || count(DISTINCT id) || ' ' || sum(id) FROM read_parquet('"
                    + directory
                    + "/stocktwits/"
                    + table
                    + "/*/*.parquet')")) {
      result.next();
      return result.getString(1);
    }
  }
}
