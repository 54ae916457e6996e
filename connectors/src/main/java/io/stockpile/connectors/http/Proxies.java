package io.stockpile.connectors.http;

import io.stockpile.connectors.credentials.Credentials;
import io.stockpile.connectors.credentials.CredentialsMissingException;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.proxy.JvmProxies;
import io.stockpile.connectors.proxy.ProxyException;
import io.stockpile.connectors.proxy.ProxyRules;
import io.stockpile.connectors.proxy.ProxyServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The machine's proxies with their credentials, for Apache's HTTP client. {@link ProxyRules}
 * chooses the proxy. User name and password are looked up when a proxy first asks for them: by the
 * reference, or else in the proxy's URL. A proxy that refused them is not used again, so that no
 * account is locked. Thread-safe.
 */
public final class Proxies implements JvmProxies.Ways {
  /** The default reference. */
  public static final CredentialsReference DEFAULT_CREDENTIALS =
      CredentialsReference.parse("env:PROXY");

  private final ProxyRules rules;
  private final CredentialsReference reference;
  private final Function<String, Optional<String>> environment;
  private final Set<ProxyServer> used = ConcurrentHashMap.newKeySet();
  private final Map<ProxyServer, Credentials> found = new ConcurrentHashMap<>();
  private final Map<ProxyServer, String> refused = new ConcurrentHashMap<>();

  /**
   * @param reference where user name and password for a proxy are, if there are any
   * @param environment the environment's variables by name
   */
  public Proxies(
      ProxyRules rules,
      CredentialsReference reference,
      Function<String, Optional<String>> environment) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.reference = Objects.requireNonNull(reference, "reference");
    this.environment = Objects.requireNonNull(environment, "environment");
  }

  /** The proxies that the environment and the properties of this JVM name. */
  public static Proxies of(
      CredentialsReference reference, Function<String, Optional<String>> environment) {
    return new Proxies(
        new ProxyRules(environment, name -> Optional.ofNullable(System.getProperty(name))),
        reference,
        environment);
  }

  /**
   * The proxy for a host; empty for a direct connection.
   *
   * @throws ProxyException when a setting is malformed, or the proxy refused the credentials before
   */
  @Override
  public Optional<ProxyServer> to(String scheme, String host, int port) throws ProxyException {
    Optional<ProxyServer> server;
    try {
      server = rules.serverFor(scheme, host, port);
    } catch (IllegalArgumentException e) {
      throw ProxyException.lasting("The setting " + e.getMessage());
    }
    Optional<String> refusal = server.map(refused::get);
    if (refusal.isPresent()) {
      throw ProxyException.lasting(refusal.get());
    }
    server.ifPresent(used::add);
    return server;
  }

  /** Routes for Apache's client, by the same rule. */
  public HttpRoutePlanner routePlanner() {
    return new DefaultRoutePlanner(null) {
      @Override
      protected HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
        try {
          return to(target.getSchemeName(), target.getHostName(), target.getPort())
              .map(server -> new HttpHost("http", server.host(), server.port()))
              .orElse(null);
        } catch (ProxyException e) {
          throw new HttpException(e.getMessage(), e);
        }
      }
    };
  }

  /** Gives user name and password to proxies only. */
  public CredentialsProvider credentialsProvider() {
    return (scope, context) ->
        login(scope.getHost(), scope.getPort())
            .map(
                known ->
                    new UsernamePasswordCredentials(
                        known.username(), known.password().toCharArray()))
            .orElse(null);
  }

  @Override
  public Optional<ProxyServer.Login> login(String host, int port) {
    return used.stream()
        .filter(server -> server.host().equalsIgnoreCase(host) && server.port() == port)
        .findFirst()
        .flatMap(this::credentials)
        .map(known -> new ProxyServer.Login(known.username(), known.password()));
  }

  private Optional<Credentials> credentials(ProxyServer server) {
    return Optional.ofNullable(found.get(server))
        .or(
            () -> {
              Optional<Credentials> looked = lookUp(server);
              looked.ifPresent(credentials -> found.put(server, credentials));
              return looked;
            });
  }

  private Optional<Credentials> lookUp(ProxyServer server) {
    try {
      return Optional.of(reference.resolve(environment));
    } catch (CredentialsMissingException e) {
      // Most proxies need no credentials. For those that do, the message comes below.
      return inUrl(server);
    }
  }

  private static Optional<Credentials> inUrl(ProxyServer server) {
    return server.login().map(login -> new Credentials(login.username(), login.password()));
  }

  /** Texts that must not appear in any output. */
  Collection<String> secrets() {
    return used.stream()
        .flatMap(server -> Stream.concat(credentials(server).stream(), inUrl(server).stream()))
        .flatMap(credentials -> credentials.secrets().stream())
        .toList();
  }

  /**
   * The failure for an answer with status 407. From now on the proxy is not used again.
   *
   * @param challenges the values of Proxy-Authenticate
   */
  public ProxyException refused(ProxyServer server, List<String> challenges) {
    String text = "The proxy " + server.described() + " " + refusal(server, challenges);
    refused.put(server, text);
    return ProxyException.lasting(text);
  }

  private String refusal(ProxyServer server, List<String> challenges) {
    Set<String> schemes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    challenges.forEach(challenge -> schemes.add(challenge.strip().split("[\\s,]", 2)[0]));
    if (!schemes.isEmpty() && !schemes.contains("Basic") && !schemes.contains("Digest")) {
      return "wants a login by "
          + Redaction.general().text(String.join(" or ", schemes))
          + " (407), and only Basic and Digest are known here. Ask who runs it for one of these, or"
          + " run a proxy beside this that logs in";
    }
    Optional<Credentials> sent = credentials(server);
    if (sent.isEmpty()) {
      return "wants a user name and a password (407), and there are none. "
          + missing()
          + " With --proxyCredentials they may be elsewhere";
    }
    boolean ofUrl =
        inUrl(server)
            .filter(login -> login.fingerprint().equals(sent.get().fingerprint()))
            .isPresent();
    return "refused the user name and the password (407). Check "
        + (ofUrl ? "those in " + server.setting() : reference.whereToLook());
  }

  private String missing() {
    try {
      reference.resolve(environment);
      return "";
    } catch (CredentialsMissingException e) {
      return e.getMessage();
    }
  }

  /**
   * The failure for another status than 407 in answer to the request for a tunnel.
   *
   * @param said the proxy's text; may be empty
   */
  ProxyException noTunnel(ProxyServer server, Origin target, int status, String said) {
    String text =
        "The proxy "
            + server.described()
            + " opened no way to "
            + target.host()
            + ":"
            + target.port()
            + ", but answered "
            + status
            + (said.isEmpty() ? "" : " (" + said + ")");
    boolean mayPass = status >= 500 || status == 429 || status == 408;
    return mayPass
        ? ProxyException.passing(text, null)
        : ProxyException.lasting(
            text + ". Ask who runs it to allow that, or except the host with NO_PROXY");
  }

  /**
   * The failure of a request without an answer; the message names the proxy.
   *
   * @param silence how long a server may send nothing before reading fails
   */
  public static ProxyException failure(ProxyServer server, IOException failure, Duration silence) {
    String said = String.valueOf(failure.getMessage());
    if (failure instanceof UnknownHostException) {
      return ProxyException.passing(
          "the host name of the proxy "
              + server.described()
              + " could not be resolved to an address; check how it is written, and that this"
              + " machine has DNS and a network",
          failure);
    }
    if (failure instanceof ConnectTimeoutException
        || failure instanceof ConnectException
        || failure instanceof NoRouteToHostException) {
      return ProxyException.passing(
          "the proxy " + server.described() + " cannot be reached: " + said, failure);
    }
    return ProxyException.passing(
        (failure instanceof SocketTimeoutException ? "no byte came for " + silence : said)
            + ", through the proxy "
            + server.described(),
        failure);
  }
}
