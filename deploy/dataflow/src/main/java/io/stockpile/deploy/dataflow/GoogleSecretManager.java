package io.stockpile.deploy.dataflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auth.oauth2.GoogleCredentials;
import io.stockpile.connectors.credentials.SecretManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * {@code gcp-secret:projects/PROJECT/secrets/SECRET}, optionally with {@code /versions/VERSION}: a
 * secret of Google Cloud's Secret Manager, fetched with the machine's application default
 * credentials; on a Dataflow worker these are its service account's. Thread-safe.
 */
public final class GoogleSecretManager implements SecretManager {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern NAME =
      Pattern.compile(
          "(projects/[A-Za-z0-9:.-]+/secrets/[A-Za-z0-9_-]{1,255})(/versions/[A-Za-z0-9_-]+)?");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI endpoint;
  private final Authorization authorization;

  /** Gives the headers that authorise a request. */
  @FunctionalInterface
  interface Authorization {
    Map<String, List<String>> headers(URI request) throws IOException;
  }

  /** For the service loader. */
  public GoogleSecretManager() {
    this(
        URI.create("https://secretmanager.googleapis.com"),
        uri ->
            GoogleCredentials.getApplicationDefault().createScoped(SCOPE).getRequestMetadata(uri));
  }

  GoogleSecretManager(URI endpoint, Authorization authorization) {
    this.endpoint = endpoint;
    this.authorization = authorization;
  }

  @Override
  public String scheme() {
    return "gcp-secret";
  }

  @Override
  public void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A secret of Google Cloud is gcp-secret:projects/PROJECT/secrets/SECRET, perhaps with"
              + " /versions/VERSION. What was given is no such name.");
    }
  }

  @Override
  public String fetch(String name) throws IOException, InterruptedException {
    check(name);
    URI uri = endpoint.resolve("/v1/" + versioned(name) + ":access");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    authorization(uri).forEach((key, values) -> values.forEach(v -> request.header(key, v)));
    HttpResponse<byte[]> answer;
    try {
      answer =
          HttpClient.newBuilder()
              .connectTimeout(TIMEOUT)
              .build()
              .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IOException(
          "Secret Manager cannot be reached (" + e.getClass().getSimpleName() + "). Run again", e);
    }
    if (answer.statusCode() != 200) {
      throw new IOException(refusal(answer.statusCode()));
    }
    return payload(answer.body());
  }

  private Map<String, List<String>> authorization(URI uri) throws IOException {
    try {
      return authorization.headers(uri);
    } catch (IOException e) {
      throw new IOException(
          "there are no application default credentials where it is asked for, or they give no"
              + " token. On Dataflow the workers' service account has them; elsewhere use `gcloud"
              + " auth application-default login`",
          e);
    }
  }

  private static String versioned(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches() && parts.group(2) == null ? name + "/versions/latest" : name;
  }

  /**
   * The message for a refusal. The service's own text is left out, because it may repeat a part of
   * the secret.
   */
  private static String refusal(int status) {
    String said = "Secret Manager answered " + status + ". ";
    return switch (status) {
      case 401, 403 ->
          said + "Give the service account that does the work roles/secretmanager.secretAccessor";
      case 404 -> said + "Look whether the project, the secret and its version exist";
      default -> said + "Run again";
    };
  }

  private static String payload(byte[] body) throws IOException {
    JsonNode payload = json(body).path("payload");
    byte[] data;
    try {
      data = Base64.getDecoder().decode(payload.path("data").asText());
    } catch (IllegalArgumentException e) {
      // The cause is left out: its message contains a character of the secret.
      throw new IOException("Secret Manager sent no base64. Run again");
    }
    JsonNode declared = payload.path("dataCrc32c");
    CRC32C crc = new CRC32C();
    crc.update(data);
    if (!declared.isMissingNode() && !declared.asText().equals(Long.toString(crc.getValue()))) {
      throw new IOException("The secret was damaged on its way. Run again");
    }
    return new String(data, StandardCharsets.UTF_8);
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      // The cause is left out: its message contains a part of the text.
      throw new IOException("Secret Manager sent no JSON. Run again");
    }
  }
}
