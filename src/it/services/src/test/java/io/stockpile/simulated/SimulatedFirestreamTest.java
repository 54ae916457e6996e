package io.stockpile.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedFirestreamTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final byte[] FILE = new SimulatedData(1).messages(DAY, 20).gzip();
  private static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  (SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD)
                      .getBytes(StandardCharsets.UTF_8));

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private SimulatedFirestream firestream;

  @BeforeEach
  void start() throws IOException {
    firestream = SimulatedFirestream.start();
    firestream.put("message", DAY, FILE);
  }

  @AfterEach
  void stop() throws IOException {
    firestream.close();
  }

  @Test
  void theServiceAnswersWithALinkToTheFile() throws Exception {
    HttpResponse<byte[]> answer = get(link());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(FILE);
    assertThat(firestream.requests()).hasSize(2);
  }

  @Test
  void theServiceKnowsItsUserAndItsFiles() throws Exception {
    assertThat(get(service("/backups/message/2016/12/05")).statusCode()).isEqualTo(401);
    assertThat(ask("/backups/message/2016/12/06").statusCode()).isEqualTo(404);
    assertThat(ask("/backups/message/2016/13/05").statusCode()).isEqualTo(400);
  }

  @Test
  void theDownloadHostRefusesCredentialsAndForeignLinks() throws Exception {
    URI link = link();

    assertThat(get(link, "Authorization", AUTHORIZATION).statusCode()).isEqualTo(400);
    assertThat(get(URI.create(link + "0")).statusCode()).isEqualTo(403);
  }

  @Test
  void anExpiredLinkStaysExpiredAndANewOneIsGood() throws Exception {
    firestream.onDownload(Fault.expiredLink());
    URI link = link();

    assertThat(get(link).statusCode()).isEqualTo(403);
    assertThat(get(link).statusCode()).isEqualTo(403);
    assertThat(get(link()).statusCode()).isEqualTo(200);
  }

  @Test
  void aRangeOfTheSameVersionIsAnsweredWithTheRest() throws Exception {
    URI link = link();
    String etag = get(link).headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> rest = get(link, "Range", "bytes=10-", "If-Range", etag);
    HttpResponse<byte[]> other = get(link, "Range", "bytes=10-", "If-Range", "\"other\"");

    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).hasSize(FILE.length - 10);
    assertThat(other.statusCode()).isEqualTo(200);
  }

  @Test
  void faultsForOneFileComeBeforeThoseForAny() throws Exception {
    firestream.onDownload(Fault.status(500, "any"));
    firestream.onDownload("message", DAY, Fault.status(503, "this"));
    firestream.onEveryDownload(Fault.closeAfter(5));
    URI link = link();

    assertThat(get(link).statusCode()).isEqualTo(503);
    assertThat(get(link).statusCode()).isEqualTo(500);
    assertThatIOException().isThrownBy(() -> get(link));
  }

  private URI link() throws Exception {
    HttpResponse<byte[]> answer = ask("/backups/message/2016/12/05");
    assertThat(answer.statusCode()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<byte[]> ask(String path) throws Exception {
    return get(service(path), "Authorization", AUTHORIZATION);
  }

  private URI service(String path) {
    return URI.create(firestream.url() + path);
  }

  private HttpResponse<byte[]> get(URI uri, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  void noTwoServicesOfOneJvmHaveTheSameAddress() throws IOException {
    Set<URI> addresses = new HashSet<>();
    for (int count = 0; count < 1000; count++) {
      try (SimulatedFirestream another = SimulatedFirestream.start()) {
        assertThat(addresses.add(another.url())).isTrue();
      }
    }
  }
}
