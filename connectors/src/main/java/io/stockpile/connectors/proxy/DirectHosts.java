package io.stockpile.connectors.proxy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hosts that are connected to without a proxy. Immutable and thread-safe. */
final class DirectHosts {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[^\\]]*]|[^:]*):(\\d{1,5})|\\[?([^\\]]*)]?");
  private static final Pattern RANGE = Pattern.compile("\\[?([0-9a-f:.]+)]?/(\\d{1,3})");

  private final List<Entry> entries;

  private interface Entry {
    boolean covers(HostAddress host, int port);
  }

  private DirectHosts(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Parses the variable NO_PROXY: entries separated by commas or blanks. An entry is {@code *} for
   * all hosts; a name for this host and all its subdomains, with or without a dot or {@code *.}
   * before it; an IP address; a range of addresses such as {@code 10.0.0.0/8}; or a pattern with
   * {@code *} at another place. All but ranges may be followed by a port, and then apply to this
   * port only. Addresses and ranges apply only to hosts that are written as addresses. Other
   * entries are ignored.
   */
  static DirectHosts ofVariable(String text) {
    return new DirectHosts(
        Arrays.stream(text.split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .map(DirectHosts::entry)
            .toList());
  }

  /**
   * Parses Java's property http.nonProxyHosts: hosts separated by {@code |}, in which {@code *}
   * matches any characters.
   */
  static DirectHosts ofProperty(String text) {
    return new DirectHosts(
        Arrays.stream(text.split("\\|"))
            .filter(entry -> !entry.isBlank())
            .map(entry -> pattern(HostAddress.of(entry).host(), OptionalInt.empty()))
            .toList());
  }

  boolean cover(HostAddress host, int port) {
    return entries.stream().anyMatch(entry -> entry.covers(host, port));
  }

  private static Entry entry(String text) {
    String entry = HostAddress.of(text).host();
    Matcher range = RANGE.matcher(entry);
    if (range.matches()) {
      Optional<InetAddress> network = HostAddress.of(range.group(1)).address();
      int bits = Integer.parseInt(range.group(2));
      return (host, port) ->
          network.isPresent()
              && host.address().filter(ip -> shareBits(network.get(), ip, bits)).isPresent();
    }
    Matcher parts = HOST_AND_PORT.matcher(text.strip());
    if (!parts.matches()) {
      return (host, port) -> false;
    }
    boolean withPort = parts.group(2) != null;
    OptionalInt port =
        withPort ? OptionalInt.of(Integer.parseInt(parts.group(2))) : OptionalInt.empty();
    String name = HostAddress.of(withPort ? parts.group(1) : parts.group(3)).host();
    return name.equals("*") ? pattern(name, port) : named(name.replaceFirst("^\\*?\\.", ""), port);
  }

  private static Entry named(String name, OptionalInt port) {
    if (name.isEmpty()) {
      return (host, at) -> false;
    }
    if (name.contains("*")) {
      return pattern(name, port);
    }
    Optional<InetAddress> address = HostAddress.of(name).address();
    return (host, at) ->
        (port.isEmpty() || port.getAsInt() == at)
            && (address.isPresent()
                ? host.address().equals(address)
                : host.host().equals(name) || host.host().endsWith("." + name));
  }

  private static Entry pattern(String glob, OptionalInt port) {
    Pattern pattern =
        Pattern.compile("\\Q" + glob.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    return (host, at) ->
        (port.isEmpty() || port.getAsInt() == at) && pattern.matcher(host.host()).matches();
  }

  private static boolean shareBits(InetAddress network, InetAddress ip, int bits) {
    byte[] one = network.getAddress();
    byte[] other = ip.getAddress();
    if (one.length != other.length || bits > one.length * Byte.SIZE) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
