package io.stockpile.connectors.proxy;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Makes Java's own HTTP client use the same proxies with the same login. Google's libraries for
 * {@code gs://} and for secrets use that client. It is a setting of the whole JVM, so it may be
 * made only in a process of our own, before its first request.
 */
public final class JvmProxies {
  /**
   * Java's property with the login schemes that are not used for tunnels. By default it contains
   * Basic.
   */
  private static final String NOT_FOR_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  private JvmProxies() {}

  /** Chooses proxies and their logins. Thread-safe. */
  public interface Ways {
    /**
     * The proxy for a host; empty for a direct connection.
     *
     * @throws ProxyException when no request can get through the proxy
     */
    Optional<ProxyServer> to(String scheme, String host, int port) throws ProxyException;

    /**
     * The login for a proxy; empty when the host is not one of the proxies, or there is no login.
     */
    Optional<ProxyServer.Login> login(String host, int port);
  }

  public static void install(Ways ways) {
    ProxySelector.setDefault(new Selector(ways, ProxySelector.getDefault()));
    Authenticator.setDefault(new Login(ways));
    if (System.getProperty(NOT_FOR_TUNNELS) == null) {
      System.setProperty(NOT_FOR_TUNNELS, "");
    }
  }

  private static final class Selector extends ProxySelector {
    private final Ways ways;
    private final ProxySelector former;

    Selector(Ways ways, ProxySelector former) {
      this.ways = ways;
      this.former = former;
    }

    @Override
    public List<Proxy> select(URI uri) {
      boolean secure = "https".equalsIgnoreCase(uri.getScheme());
      if (uri.getHost() == null || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
        return former.select(uri);
      }
      int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
      try {
        return List.of(
            ways.to(uri.getScheme(), uri.getHost(), port)
                .map(
                    server ->
                        new Proxy(
                            Proxy.Type.HTTP, new InetSocketAddress(server.host(), server.port())))
                .orElse(Proxy.NO_PROXY));
      } catch (ProxyException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      former.connectFailed(uri, address, failure);
    }
  }

  private static final class Login extends Authenticator {
    private final Ways ways;

    Login(Ways ways) {
      this.ways = ways;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return getRequestorType() == RequestorType.PROXY
          ? ways.login(getRequestingHost(), getRequestingPort())
              .map(
                  login ->
                      new PasswordAuthentication(login.username(), login.password().toCharArray()))
              .orElse(null)
          : null;
    }
  }
}
