package io.stockpile.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.proxy.JvmProxies;
import io.stockpile.connectors.proxy.ProxyException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests through a proxy, plain and through a tunnel. */
class ProxiesTest {
  private static final String SECRET = "hünter:2@%";
  private static final URI PLAIN = URI.create("http://service.test/a?b=c");
  private static final URI SECURE = URI.create("https://service.test/a?b=c");

  @TempDir Path directory;

  private final Map<String, String> environment = new HashMap<>();
  private RawHttpServer service;
  private ScriptedProxy proxy;
  private TlsFront front;

  @BeforeEach
  void start() throws Exception {
    service =
        RawHttpServer.start(
            request ->
                RawHttpServer.answer(
                    "HTTP/1.1 200 OK\nContent-Length: 5\n",
                    "hello".getBytes(StandardCharsets.US_ASCII)));
    proxy = ScriptedProxy.start();
    proxy.knows("service.test:80", service.url().getPort());
    environment.put("HTTP_PROXY", proxy.url());
    environment.put("HTTPS_PROXY", proxy.url());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    service.close();
    if (front != null) {
      front.close();
    }
  }

  private void speakTls() throws Exception {
    front = new TlsFront(directory, "service.test", service.url().getPort());
    proxy.knows("service.test:443", front.port());
  }

  private HttpFetcher fetcher(String reference) {
    return new HttpFetcher(
        Duration.ofMillis(700),
        Proxies.of(
            CredentialsReference.parse(reference),
            name -> Optional.ofNullable(environment.get(name))));
  }

  private String get(URI uri) throws IOException {
    try (HttpFetcher fetcher = fetcher("env:PROXY");
        HttpAnswer answer = fetcher.get(uri, Map.of("Authorization", "Basic c2VydmljZQ=="))) {
      assertThat(answer.status()).isEqualTo(200);
      return new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private ProxyException failure(URI uri) throws IOException {
    try (HttpFetcher fetcher = fetcher("env:PROXY")) {
      return failure(fetcher, uri);
    }
  }

  private static ProxyException failure(HttpFetcher fetcher, URI uri) {
    ProxyException failure =
        catchThrowableOfType(
            ProxyException.class, () -> fetcher.get(uri, Map.of("Authorization", "x")).close());
    assertThat(failure).isNotNull();
    assertThat(failure.getMessage()).doesNotContain(SECRET).doesNotContain("hünter");
    return failure;
  }

  @Test
  void aPlainRequestGoesThroughTheProxy() throws IOException {
    assertThat(get(PLAIN)).isEqualTo("hello");

    assertThat(proxy.requests()).containsExactly("GET http://service.test/a?b=c HTTP/1.1");
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void anHttpsRequestGoesThroughATunnelAndTheProxySeesNothingOfIt() throws Exception {
    speakTls();
    assertThat(get(SECURE)).isEqualTo("hello");

    assertThat(proxy.requests()).containsExactly("CONNECT service.test:443 HTTP/1.1");
    assertThat(String.join("", proxy.heads())).doesNotContain("\r\nAuthorization");
    assertThat(service.requests().get(0).header("Authorization")).isEqualTo("Basic c2VydmljZQ==");
  }

  @Test
  void exceptedHostsAreAskedDirectly() throws IOException {
    environment.put("no_proxy", "a.org,127.0.0.0/8");
    URI direct = service.url().resolve("/x");

    assertThat(get(direct)).isEqualTo("hello");
    assertThat(proxy.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void theProxyIsLoggedInToAndTheServiceSeesNothingOfIt(String scheme) throws Exception {
    speakTls();
    proxy.wants("user", SECRET);
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", SECRET);

    assertThat(get(URI.create(scheme + "://service.test/a"))).isEqualTo("hello");
    assertThat(proxy.requests()).hasSize(2);
    assertThat(service.requests()).hasSize(1);
    assertThat(service.requests().get(0).header("Proxy-Authorization")).isEmpty();
    assertThat(service.requests().get(0).header("Authorization")).isEqualTo("Basic c2VydmljZQ==");
  }

  @Test
  void theLoginMayStandInTheProxysUrlAndInAFile() throws IOException {
    proxy.wants("user", SECRET);
    environment.put(
        "HTTP_PROXY", proxy.url().replace("http://", "http://user:h%C3%BCnter:2%40%25@"));
    assertThat(get(PLAIN)).isEqualTo("hello");

    environment.put("HTTP_PROXY", proxy.url());
    Path file = Files.writeString(directory.resolve("proxy"), "user:" + SECRET + "\n");
    try (HttpFetcher fetcher = fetcher("file:" + file);
        HttpAnswer answer = fetcher.get(PLAIN, Map.of())) {
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aLoginByDigestSendsNoPassword(String scheme) throws Exception {
    speakTls();
    proxy.wantsDigest("user", "hunter2");
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", "hunter2");

    assertThat(get(URI.create(scheme + "://service.test/a"))).isEqualTo("hello");
    assertThat(proxy.requests()).hasSize(2);
    assertThat(String.join("", proxy.heads())).doesNotContain("Proxy-Authorization: Basic");
  }

  @Test
  void theReferenceGoesBeforeTheUrl() throws IOException {
    proxy.wants("user", SECRET);
    environment.put("HTTP_PROXY", proxy.url().replace("http://", "http://user:stale@"));
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", SECRET);

    assertThat(get(PLAIN)).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aWrongPasswordIsSaidOfTheProxyAndNotTriedAgain(String scheme) throws Exception {
    speakTls();
    proxy.wants("user", "right");
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", SECRET);
    URI uri = URI.create(scheme + "://service.test/a");
    try (HttpFetcher fetcher = fetcher("env:PROXY")) {
      ProxyException failure = failure(fetcher, uri);

      assertThat(failure)
          .hasMessage(
              "The proxy "
                  + proxy.url()
                  + " (from "
                  + scheme.toUpperCase(Locale.ROOT)
                  + "_PROXY) refused the user name and the password (407). Check the variables"
                  + " PROXY_USERNAME and PROXY_PASSWORD");
      assertThat(failure.mayPass()).isFalse();
      int asked = proxy.requests().size();
      assertThat(failure(fetcher, uri)).hasMessage(failure.getMessage());
      assertThat(proxy.requests()).hasSize(asked);
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordInTheUrlIsSaidToBeThere() throws IOException {
    proxy.wants("user", "right");
    environment.put("HTTP_PROXY", proxy.url().replace("http://", "http://user:hünter@"));

    assertThat(failure(PLAIN)).hasMessageEndingWith("(407). Check those in HTTP_PROXY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aLoginThatIsMissingIsSaidWithWhatToDo(String scheme) throws Exception {
    speakTls();
    proxy.wants("user", "right");

    ProxyException failure = failure(URI.create(scheme + "://service.test/a"));

    assertThat(failure)
        .hasMessageContaining("The proxy " + proxy.url())
        .hasMessageContaining("wants a user name and a password (407), and there are none")
        .hasMessageContaining("The environment variable PROXY_USERNAME is not set")
        .hasMessageContaining("--proxyCredentials");
    assertThat(failure.mayPass()).isFalse();
  }

  @Test
  void aLoginOfAnotherKindIsSaid() throws IOException {
    proxy.refuse(
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM", "");

    assertThat(failure(PLAIN))
        .hasMessageContaining("wants a login by Negotiate or NTLM (407)")
        .hasMessageContaining("only Basic and Digest");
  }

  @Test
  void theServicesOwnRefusalIsNotTakenForTheProxys() throws IOException {
    try (RawHttpServer refusing =
            RawHttpServer.start(
                request ->
                    RawHttpServer.answer(
                        "HTTP/1.1 401 No\nWWW-Authenticate: Basic realm=\"x\"\n", new byte[0]));
        HttpFetcher fetcher = fetcher("env:PROXY")) {
      environment.put("PROXY_USERNAME", "user");
      environment.put("PROXY_PASSWORD", SECRET);
      proxy.knows("refusing.test:80", refusing.url().getPort());
      try (HttpAnswer answer =
          fetcher.get(URI.create("http://refusing.test/"), Map.of("Authorization", "x"))) {
        assertThat(answer.status()).isEqualTo(401);
      }
      assertThat(refusing.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"403 Forbidden, false", "405 No, false", "503 Later, true", "502 Bad, true"})
  void aTunnelThatIsNotOpenedIsTheProxysAnswer(String status, boolean mayPass) throws Exception {
    proxy.refuse("HTTP/1.1 " + status, "no way, user hünter");
    environment.put("PROXY_USERNAME", "hünter");
    environment.put("PROXY_PASSWORD", "x");

    try (HttpFetcher fetcher = fetcher("env:PROXY")) {
      ProxyException failure =
          catchThrowableOfType(ProxyException.class, () -> fetcher.get(SECURE, Map.of()).close());
      assertThat(failure)
          .hasMessageStartingWith(
              "The proxy "
                  + proxy.url()
                  + " (from HTTPS_PROXY) opened no way to service.test:443, but answered "
                  + status.substring(0, 3)
                  + " (no way");
      assertThat(failure.mayPass()).isEqualTo(mayPass);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aProxyThatIsDownIsNamed(String scheme) throws IOException {
    proxy.close();

    ProxyException failure = failure(URI.create(scheme + "://service.test/a"));

    assertThat(failure)
        .hasMessageStartingWith("the proxy " + proxy.url() + " (from ")
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("refused");
    assertThat(failure.mayPass()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aProxyThatSaysNothingIsNamed(String scheme) throws IOException {
    proxy.fallSilent();

    assertThat(failure(URI.create(scheme + "://service.test/a")))
        .hasMessageStartingWith("no byte came for PT0.7S, through the proxy " + proxy.url());
  }

  @Test
  void aProxyWithoutAnAddressIsNamed() throws IOException {
    environment.put("HTTP_PROXY", "http://user:hünter@proxy.invalid:3128");

    assertThat(failure(PLAIN))
        .hasMessageContaining("the host name of the proxy http://proxy.invalid:3128")
        .hasMessageContaining("could not be resolved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aProxyThatCutsBeforeAnyAnswerIsNamed(String scheme) throws Exception {
    speakTls();
    proxy.cutOnceAfter(0);

    ProxyException failure = failure(URI.create(scheme + "://service.test/a"));

    assertThat(failure).hasMessageContaining(", through the proxy " + proxy.url());
    assertThat(failure.mayPass()).isTrue();
    assertThat(get(URI.create(scheme + "://service.test/a"))).isEqualTo("hello");
  }

  @Test
  void aSettingThatNamesNoProxyIsSaidWithoutRepeatingIt() throws IOException {
    environment.put("HTTP_PROXY", "socks5://user:hünter@proxy:1080");

    assertThat(failure(PLAIN))
        .hasMessageStartingWith(
            "The setting HTTP_PROXY names a proxy that is spoken to in socks5, but only http");
  }

  @Test
  void whatUsesJavasOwnClientGoesTheSameWay() throws IOException {
    ProxySelector former = ProxySelector.getDefault();
    proxy.wants("user", SECRET.replace("ü", "u"));
    environment.put("PROXY_USERNAME", "user");
    environment.put("PROXY_PASSWORD", SECRET.replace("ü", "u"));
    JvmProxies.install(
        Proxies.of(
            CredentialsReference.parse("env:PROXY"),
            name -> Optional.ofNullable(environment.get(name))));
    try {
      HttpURLConnection connection = (HttpURLConnection) PLAIN.toURL().openConnection();
      try (InputStream in = connection.getInputStream()) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("hello");
      }
      assertThat(proxy.requests()).hasSize(2);
      assertThat(ProxySelector.getDefault().select(service.url()))
          .containsExactly(java.net.Proxy.NO_PROXY);
    } finally {
      ProxySelector.setDefault(former);
      Authenticator.setDefault(null);
    }
  }
}
