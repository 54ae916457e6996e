package io.stockpile.connectors.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as written in a URL, in lower case, without brackets and without a dot at the end. Names
 * are never resolved.
 *
 * @param address the IP address, if the host is written as one
 */
record HostAddress(String host, Optional<InetAddress> address) {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*");

  static HostAddress of(String text) {
    String host = text.strip().toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    host = host.replaceFirst("\\.$", "");
    return new HostAddress(host, literal(host.replaceFirst("%.*$", "")));
  }

  private static Optional<InetAddress> literal(String host) {
    if (!IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether it is this machine itself. */
  boolean isLoopback() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || address.filter(ip -> ip.isLoopbackAddress() || ip.isAnyLocalAddress()).isPresent();
  }
}
