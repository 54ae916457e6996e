package io.stockpile.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the shipped image as users do. */
@EnabledIf(
    value = "io.stockpile.deploy.ShippedImage#canBeBuilt",
    disabledReason =
        "No Docker on Linux here, or one that cannot fetch images: the shipped image was left out")
@Timeout(300)
class ShippedImageIT {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final int RECORDS = 50;

  private static ShippedImage image;

  @TempDir Path archive;
  private SimulatedFirestream firestream;

  @BeforeAll
  static void build() throws InterruptedException {
    image = ShippedImage.build();
  }

  @BeforeEach
  void start() throws IOException {
    // The user of the container does not exist on this machine.
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxrwxrwx"));
    firestream = SimulatedFirestream.start();
  }

  @AfterEach
  void stop() throws IOException {
    firestream.close();
  }

  @Test
  void backfillsIntoAVolumeAsNobodyInParticular() throws Exception {
    offer(DAY);

    ShippedImage.Ended first = backfill("--date=" + DAY);
    ShippedImage.Ended second = backfill("--date=" + DAY);
    ShippedImage.Ended verify = run("verify", "--output=/archive/a");

    assertThat(first.code()).as(first.log()).isZero();
    assertThat(second.code()).as(second.log()).isZero();
    assertThat(verify.code()).as(verify.log()).isZero();
    assertThat(firestream.requests(ReceivedRequest.Place.DOWNLOAD))
        .as("the second run fetches nothing")
        .hasSize(1);
    assertThat(Files.getAttribute(archive.resolve("a"), "unix:uid"))
        .isEqualTo(ShippedImage.user(archive));
    assertThat(rows()).isEqualTo(RECORDS - 2L);
  }

  @Test
  void backfillsOntoObjectStorage() throws Exception {
    offer(DAY);
    try (EmbeddedS3 s3 = EmbeddedS3.start()) {
      String[] place = {
        "--output=s3://" + EmbeddedS3.BUCKET + "/a",
        "--s3Endpoint=" + s3.endpoint(),
        "--s3PathStyle"
      };
      ShippedImage.Ended first =
          run(
              "backfill",
              place[0],
              place[1],
              place[2],
              "--date=" + DAY,
              "--fileTypes=message",
              "--firestreamUrl=" + firestream.url());
      ShippedImage.Ended verify = run("verify", place[0], place[1], place[2]);

      assertThat(first.code()).as(first.log()).isZero();
      assertThat(verify.code()).as(verify.log()).isZero();
      assertThat(first.log()).doesNotContain(EmbeddedS3.SECRET_KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({"--date=2016-12-09,3", "--date=yesteryear,2"})
  void exitCodesPassThrough(String argument, int code) throws Exception {
    ShippedImage.Ended ended = backfill(argument);

    assertThat(ended.code()).as(ended.log()).isEqualTo(code);
  }

  @Test
  void refusedCredentialsAreExitCodeFour() throws Exception {
    offer(DAY);
    firestream.onEveryService(Fault.status(401, "no"));

    assertThat(backfill("--date=" + DAY).code()).isEqualTo(4);
  }

  @Test
  void aDifferenceIsExitCodeFive() throws Exception {
    offer(DAY);
    assertThat(backfill("--date=" + DAY).code()).isZero();
    Path file = files("stocktwits/").get(0);
    Files.delete(archive.resolve("a").resolve(file));

    assertThat(run("verify", "--output=/archive/a").code()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"SIGTERM,143", "SIGINT,130", "SIGKILL,137"})
  void aSignalLeavesNothingHalfVisibleAndTheNextRunFinishesIt(String signal, int code)
      throws Exception {
    offer(DAY);
    offer(DAY.plusDays(1));
    firestream.onDownload(Fault.none(), Fault.stallAfter(500));
    ShippedImage.Running running =
        start("--from=" + DAY, "--to=" + DAY.plusDays(2), "--downloads=1");
    while (firestream.requests(ReceivedRequest.Place.DOWNLOAD).size() < 2) {
      assertThat(running.isAlive()).as("ended before it was to be stopped").isTrue();
    }
    running.signal(signal);

    ShippedImage.Ended stopped = running.end();

    assertThat(stopped.code()).as(stopped.log()).isEqualTo(code);
    assertThat(files(""))
        .map(Path::toString)
        .filteredOn(name -> !name.startsWith("_staging/"))
        .allMatch(
            name -> name.matches("(_landing|_looks|_manifests|_commits|_runs|stocktwits)/.*"));

    ShippedImage.Ended again = backfill("--from=" + DAY, "--to=" + DAY.plusDays(2));

    assertThat(again.code()).as(again.log()).isZero();
    // Nothing is staged; only the lock for processes stays.
    assertThat(files("_staging/")).allMatch(file -> file.endsWith(".lock"));
    assertThat(files("_commits/")).isEmpty();
    assertThat(run("verify", "--output=/archive/a").code()).isZero();
    assertThat(rows()).isEqualTo(2 * (RECORDS - 2L));
  }

  @Test
  void itsLabelSaysTheVersionThatItSaysItself() throws Exception {
    assertThat(run("version").log().strip())
        .isEqualTo("stockpile " + image.labels().get("org.opencontainers.image.version"));
  }

  private void offer(LocalDate day) throws IOException {
    firestream.put("message", day, new SimulatedData(7).messages(day, RECORDS).gzip());
  }

  private ShippedImage.Ended backfill(String... arguments)
      throws IOException, InterruptedException {
    return start(arguments).end();
  }

  private ShippedImage.Running start(String... arguments) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "backfill",
                "--output=/archive/a",
                "--fileTypes=message",
                "--firestreamUrl=" + firestream.url(),
                "--maxAttempts=2"));
    words.addAll(Arrays.asList(arguments));
    return image.start(archive, environment(), words);
  }

  private ShippedImage.Ended run(String... arguments) throws IOException, InterruptedException {
    return image.start(archive, environment(), List.of(arguments)).end();
  }

  private static Map<String, String> environment() {
    return Map.of(
        "AWS_ACCESS_KEY_ID",
        EmbeddedS3.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        EmbeddedS3.SECRET_KEY,
        "FIRESTREAM_USERNAME",
        SimulatedFirestream.USERNAME,
        "FIRESTREAM_PASSWORD",
        SimulatedFirestream.PASSWORD);
  }

  private List<Path> files(String prefix) throws IOException {
    Path root = archive.resolve("a");
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(file -> file.toString().startsWith(prefix))
          .toList();
    }
  }

  private long rows() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(DISTINCT id) FROM read_parquet('"
                    + archive
                    + "/a/stocktwits/messages/*/*.parquet')")) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }
}
