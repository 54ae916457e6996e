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
 * Lets Java's own HTTP client, on which Google's libraries for {@code gs://} and secrets stand, go
 * through the same proxies with the same login. It is a setting of the whole JVM, so only a process
 * of our own may be set so, and before it makes its first request.
 */
public final class JvmProxies {
  /** Java logs in to no proxy by Basic for a tunnel, unless this names other schemes or none. */
  private static final String NOT_FOR_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  private JvmProxies() {}

  /** Who says which way to go, and who we are to those on it. Thread-safe. */
  public interface Ways {
    /**
     * The proxy on the way to a host; empty when it is asked directly.
     *
     * @throws ProxyException when nothing gets through it
     */
    Optional<ProxyServer> to(String scheme, String host, int port) throws ProxyException;

    /**
     * What to log in with at a place; empty when it is none of the proxies, or there is nothing.
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
