package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.http.Proxies;
import io.stockpile.connectors.http.ScriptedProxy;
import io.stockpile.connectors.http.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy stands between the store and the server. */
class S3ProxyTest {
  private static EmbeddedS3 server;

  @TempDir Path directory;

  private final Map<String, String> environment = new HashMap<>();
  private ScriptedProxy proxy;
  private TlsFront front;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedS3.start();
    System.setProperty("aws.accessKeyId", EmbeddedS3.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", EmbeddedS3.SECRET_KEY);
  }

  @AfterAll
  static void stopServer() throws IOException {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    server.close();
  }

  @BeforeEach
  void startProxy() throws Exception {
    int port = URI.create(server.endpoint()).getPort();
    front = new TlsFront(directory, "s3.test", port);
    proxy = ScriptedProxy.start();
    proxy.knows("s3.test:80", port);
    proxy.knows("s3.test:443", front.port());
    environment.put("HTTP_PROXY", proxy.url());
    environment.put("HTTPS_PROXY", proxy.url());
  }

  @AfterEach
  void stopProxy() throws IOException {
    front.close();
    proxy.close();
  }

  private ObjectStore open(String scheme) throws IOException {
    StoreLocation location =
        new StoreLocation(
            "s3://" + EmbeddedS3.BUCKET + "/" + scheme, scheme + "://s3.test", true, false);
    Proxies proxies =
        Proxies.of(location.proxyCredentials(), name -> Optional.ofNullable(environment.get(name)));
    return new S3Store(
        location.root(), S3Clients.open(location, proxies), S3TestStores.SMALL_PARTS, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void theArchiveIsReadAndWrittenThroughIt(String scheme) throws IOException {
    proxy.wants("user", "s3:crêt");
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", "s3:crêt");
    try (ObjectStore store = open(scheme)) {
      store.putIfAbsent("a", "hello".getBytes(StandardCharsets.UTF_8));

      assertThat(store.read("a", 0, 5)).asString().isEqualTo("hello");
      assertThat(proxy.requests())
          .allMatch(line -> line.contains("s3.test"))
          .allMatch(line -> line.startsWith("CONNECT ") == scheme.equals("https"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aRefusedLoginIsSaidOfTheProxyAndNotTriedAgain(String scheme) throws IOException {
    proxy.wants("user", "right");
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", "hunter2");
    try (ObjectStore store = open(scheme)) {
      assertThatThrownBy(() -> store.list(""))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "Could not list s3://archive/" + scheme + "/: The proxy " + proxy.url())
          .hasMessageEndingWith(
              "refused the user name and the password (407). Check the variables PROXY_USERNAME"
                  + " and PROXY_PASSWORD")
          .hasMessageNotContaining("hunter2");
      int asked = proxy.requests().size();
      assertThat(asked).isEqualTo(2);
      assertThatThrownBy(() -> store.putIfAbsent("x", new byte[0])).hasMessageContaining("(407)");
      assertThatThrownBy(() -> store.stage("x")).hasMessageContaining("(407)");
      assertThatThrownBy(() -> store.find("x")).hasMessageContaining("(407)");
      assertThat(proxy.requests()).hasSize(asked);
    }
  }

  @Test
  void aProxyThatIsDownIsNamed() throws IOException {
    proxy.close();
    try (ObjectStore store = open("https")) {
      assertThatThrownBy(() -> store.list(""))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(": the proxy " + proxy.url() + " (from HTTPS_PROXY) cannot be")
          .hasMessageContaining("tried 5 times at most");
    }
  }

  @Test
  void aTunnelThatIsNotOpenedMayBeTheProxysAnswer() throws IOException {
    proxy.refuse("HTTP/1.1 403 Forbidden", "not from here");
    try (ObjectStore store = open("https")) {
      assertThatThrownBy(() -> store.list(""))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("403")
          .hasMessageEndingWith(
              "It may be the answer of the proxy "
                  + proxy.url()
                  + " (from HTTPS_PROXY) on the way");
    }
  }

  @Test
  void whatItCutsIsTriedAgain() throws IOException {
    byte[] content = new byte[400_000];
    try (ObjectStore store = open("http")) {
      store.putIfAbsent("cut", content);
      proxy.cutOnceAfter(200_000);

      assertThat(store.read("cut").readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void theJvmsPropertiesCountAsForAllClients() throws IOException {
    environment.clear();
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", Integer.toString(proxy.port()));
    try (ObjectStore store = open("https")) {
      store.list("");
      assertThat(proxy.requests()).isNotEmpty();
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
    }
  }
}
