package io.stockpile.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Runs the jar itself: when a fat jar is built, service files are easily lost, and then it finds no
 * file systems and no runners.
 */
class ShippedBundleIT {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  @TempDir Path scratch;
  private EmbeddedS3 server;
  private SimulatedFirestream firestream;

  @BeforeEach
  void start() throws Exception {
    server = EmbeddedS3.start();
    firestream = SimulatedFirestream.start();
  }

  @AfterEach
  void stop() throws Exception {
    firestream.close();
    server.close();
  }

  @Test
  void backfillsOntoObjectStorageAndVerifiesIt() throws Exception {
    firestream.put("message", DAY, gzip(message(1, "one") + message(2, "two") + "no json\n"));
    firestream.put("activity", DAY, gzip(like(7)));
    ShippedBundle bundle = bundle(EmbeddedS3.SECRET_KEY);

    ShippedBundle.Ended backfill = bundle.run(archive("backfill", "--date=" + DAY));
    ShippedBundle.Ended again = bundle.run(archive("backfill", "--date=" + DAY));
    ShippedBundle.Ended verify = bundle.run("verify", output(), endpoint(), "--s3PathStyle");

    assertThat(backfill.code()).as(backfill.err() + backfill.out()).isZero();
    assertThat(again.code()).as(again.err() + again.out()).isZero();
    assertThat(verify.code()).as(verify.err() + verify.out()).isZero();
    download();
    assertThat(
            query(
                "SELECT count(*) || ',' || sum(id) FROM"
                    + " read_parquet('%s/stocktwits/messages/*/*.parquet')"))
        .isEqualTo("2,3");
    assertThat(
            query("SELECT string_agg(reason, ',') FROM read_parquet('%s/_rejected/*/*/*.parquet')"))
        .isEqualTo("malformed_json");
    assertThat(firestream.requests()).as("the second run asks for nothing").hasSize(4);
  }

  @Test
  void replaysOntoObjectStorageAndAsksAgainForAGap() throws Exception {
    Instant noon =
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
    SimulatedTweets tweets = new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, 50);
    try (SimulatedReplay replay = SimulatedReplay.start(Clock.systemUTC(), tweets)) {
      replay.rule("acme", "prod", "$STCK");
      replay.script(ReplayFault.cutMidLine(300));
      ShippedBundle bundle = bundle(EmbeddedS3.SECRET_KEY);
      String[] words = {
        "replay",
        output(),
        endpoint(),
        "--s3PathStyle",
        "--streamType=powertrack",
        "--account=acme",
        "--streamLabel=prod",
        "--replayUrl=" + replay.url(),
        "--from=" + noon,
        "--to=" + noon.plus(Duration.ofMinutes(20))
      };

      ShippedBundle.Ended first = bundle.run(words);
      ShippedBundle.Ended again = bundle.run(words);

      assertThat(first.code()).as(first.err() + first.out()).isZero();
      assertThat(again.code()).as(again.err() + again.out()).isZero();
      assertThat(replay.ranges()).as("one repair, and nothing for the second run").hasSize(2);
      download();
      assertThat(
              query(
                  "SELECT count(*) || ',' || count(DISTINCT id) FROM"
                      + " read_parquet('%s/twitter/tweets/*/*.parquet')"))
          .isEqualTo("1000,1000");
    }
  }

  @Test
  void saysSoWhenTheStoreRefusesTheSecretAndDoesNotShowIt() throws Exception {
    firestream.put("message", DAY, gzip(message(1, "one")));
    firestream.put("activity", DAY, gzip(like(7)));

    ShippedBundle.Ended refused =
        bundle("not-the-secret").run(archive("backfill", "--date=" + DAY));

    assertThat(refused.code()).as(refused.err() + refused.out()).isEqualTo(1);
    assertThat(refused.err() + refused.out())
        .contains(EmbeddedS3.BUCKET)
        .doesNotContain("not-the-secret");
  }

  private String[] archive(String command, String what) {
    return new String[] {
      command,
      output(),
      endpoint(),
      "--s3PathStyle",
      what,
      "--firestreamUrl=" + firestream.url(),
      "--maxAttempts=2"
    };
  }

  private static String output() {
    return "--output=s3://" + EmbeddedS3.BUCKET + "/archive";
  }

  private String endpoint() {
    return "--s3Endpoint=" + server.endpoint();
  }

  private ShippedBundle bundle(String secret) {
    return new ShippedBundle(
        ShippedBundle.ofThisModule(),
        scratch,
        Map.of(
            "AWS_ACCESS_KEY_ID",
            EmbeddedS3.ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY",
            secret,
            "FIRESTREAM_USERNAME",
            SimulatedFirestream.USERNAME,
            "FIRESTREAM_PASSWORD",
            SimulatedFirestream.PASSWORD,
            "GNIP_USERNAME",
            SimulatedReplay.USERNAME,
            "GNIP_PASSWORD",
            SimulatedReplay.PASSWORD));
  }

  private S3Client client() {
    return S3Client.builder()
        .endpointOverride(URI.create(server.endpoint()))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(EmbeddedS3.ACCESS_KEY, EmbeddedS3.SECRET_KEY)))
        .build();
  }

  private void download() throws IOException {
    try (S3Client s3 = client()) {
      for (S3Object object :
          s3.listObjectsV2Paginator(request -> request.bucket(EmbeddedS3.BUCKET)).contents()) {
        Path file = scratch.resolve("copy").resolve(object.key());
        Files.createDirectories(file.getParent());
        Files.write(
            file,
            s3.getObjectAsBytes(request -> request.bucket(EmbeddedS3.BUCKET).key(object.key()))
                .asByteArray());
      }
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(sql.formatted(scratch.resolve("copy").resolve("archive")))) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static String message(long id, String body) {
    return """
    {"object":"Message","action":"create","data":{"id":%d,"body":"%s",\
    "created_at":"2016-12-05T10:00:00Z","user":{"id":9,"username":"ann"}},\
    "time":"2016-12-05T10:00:01Z"}
    """
        .formatted(id, body);
  }

  private static String like(long id) {
    return """
    {"object":"LikeMessage","action":"create","data":{"id":%d,"user_id":9,"message_id":1},\
    "time":"2016-12-05T11:00:00Z"}
    """
        .formatted(id);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
