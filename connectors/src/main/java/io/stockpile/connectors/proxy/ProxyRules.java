package io.stockpile.connectors.proxy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rule by which all clients choose a proxy. It is this for {@code https} URLs, and the same for
 * {@code http}:
 *
 * <ol>
 *   <li>Loopback ({@code localhost}, {@code *.localhost}, {@code 127.0.0.0/8}, {@code ::1}) and
 *       hosts that the variable {@code no_proxy} or {@code NO_PROXY} or the property {@code
 *       http.nonProxyHosts} excludes are connected to directly.
 *   <li>Otherwise the property {@code https.proxyHost} names the proxy, with {@code
 *       https.proxyPort};
 *   <li>otherwise the variable {@code https_proxy}, or, where that is not set, {@code HTTPS_PROXY}.
 * </ol>
 *
 * <p>An empty setting counts as missing. Immutable and thread-safe; settings are read at each call.
 */
public final class ProxyRules {
  private final Function<String, Optional<String>> variables;
  private final Function<String, Optional<String>> properties;

  /**
   * @param variables the variables of the environment, by name
   * @param properties the properties of the JVM, by name
   */
  public ProxyRules(
      Function<String, Optional<String>> variables, Function<String, Optional<String>> properties) {
    this.variables = variables;
    this.properties = properties;
  }

  /**
   * The proxy for a host; empty for a direct connection.
   *
   * @param scheme the scheme of the URL, http or https
   * @throws IllegalArgumentException when the setting for the proxy is malformed; the message names
   *     the setting and does not repeat its value
   */
  public Optional<ProxyServer> serverFor(String scheme, String host, int port) {
    HostAddress address = HostAddress.of(host);
    return address.isLoopback() || isExcepted(address, port) ? Optional.empty() : server(scheme);
  }

  private boolean isExcepted(HostAddress address, int port) {
    return variable("no_proxy").map(DirectHosts::ofVariable).stream()
            .anyMatch(hosts -> hosts.cover(address, port))
        || property("http.nonProxyHosts").map(DirectHosts::ofProperty).stream()
            .anyMatch(hosts -> hosts.cover(address, port));
  }

  private Optional<ProxyServer> server(String urlScheme) {
    String scheme = urlScheme.toLowerCase(Locale.ROOT);
    Optional<String> host = property(scheme + ".proxyHost");
    if (host.isPresent()) {
      String port =
          property(scheme + ".proxyPort").orElse(scheme.equals("https") ? "443" : "80").strip();
      return Optional.of(
          ProxyServer.of(host.get().strip(), port, "-D" + scheme + ".proxyHost", Optional.empty()));
    }
    String variable = scheme + "_proxy";
    return Stream.of(variable, variable.toUpperCase(Locale.ROOT))
        .filter(name -> variables.apply(name).filter(value -> !value.isBlank()).isPresent())
        .findFirst()
        .map(name -> ProxyServer.parse(variables.apply(name).orElseThrow(), name));
  }

  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(spelling -> variables.apply(spelling).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private Optional<String> property(String name) {
    return properties.apply(name).filter(value -> !value.isBlank());
  }
}
