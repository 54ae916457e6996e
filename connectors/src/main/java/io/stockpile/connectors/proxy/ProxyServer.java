package io.stockpile.connectors.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy that is connected to by plain HTTP, and that tunnels https.
 *
 * @param setting the setting that names it, for example {@code HTTPS_PROXY}
 * @param login the login in the setting itself, if there is one
 */
public record ProxyServer(String host, int port, String setting, Optional<Login> login) {
  private static final int DEFAULT_PORT = 80;
  private static final int LAST_PORT = 65_535;

  /** A password may contain any character, so it ends at the last @. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]{0,9})://)?(?:(.*)@)?(\\[[0-9A-Fa-f:.%]+]|[^\\s:@/\\[\\]?#]+)"
              + "(?::(\\d{1,5}))?(?:/[^@]*)?",
          Pattern.DOTALL);

  /** A user name and a password in the clear; {@link #toString} does not show them. */
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return "Login[…]";
    }
  }

  /**
   * Parses {@code http://user:password@host:port}; all but the host may be missing.
   *
   * @throws IllegalArgumentException when the text is malformed; the message does not repeat it,
   *     because it may contain a password
   */
  static ProxyServer parse(String text, String setting) {
    Matcher address = ADDRESS.matcher(text.strip());
    if (!address.matches()) {
      throw malformed(setting);
    }
    String scheme = address.group(1) == null ? "http" : address.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw new IllegalArgumentException(
          setting
              + " names a proxy that is spoken to in "
              + scheme
              + ", but only http proxies are known here. Write http://host:port, for https services"
              + " too: they are asked through a tunnel");
    }
    return of(
        address.group(3),
        address.group(4) == null ? Integer.toString(DEFAULT_PORT) : address.group(4),
        setting,
        Optional.ofNullable(address.group(2)).flatMap(ProxyServer::login));
  }

  /**
   * @throws IllegalArgumentException when the port is not valid
   */
  static ProxyServer of(String host, String port, String setting, Optional<Login> login) {
    if (!port.matches("\\d{1,5}") || !isPort(Integer.parseInt(port))) {
      throw malformed(setting);
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new ProxyServer(bare, Integer.parseInt(port), setting, login);
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= LAST_PORT;
  }

  private static IllegalArgumentException malformed(String setting) {
    return new IllegalArgumentException(
        setting + " is no address of a proxy. Write it as in http://proxy.example.com:3128");
  }

  private static Optional<Login> login(String userInfo) {
    int colon = userInfo.indexOf(':');
    String username = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
    String password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
    return username.isEmpty() ? Optional.empty() : Optional.of(new Login(username, password));
  }

  /** Decodes percent escapes; a percent sign that begins no escape stays. */
  private static String decoded(String text) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** The address and the setting that names it, for messages, after the words "the proxy". */
  public String described() {
    return this + " (from " + setting + ")";
  }

  /** The address, without the user. */
  @Override
  public String toString() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
