package io.stockpile.connectors.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRulesTest {
  private static ProxyRules rules(Map<String, String> variables, Map<String, String> properties) {
    return new ProxyRules(
        name -> Optional.ofNullable(variables.get(name)),
        name -> Optional.ofNullable(properties.get(name)));
  }

  private static ProxyRules variables(Map<String, String> variables) {
    return rules(variables, Map.of());
  }

  private static Optional<String> proxy(ProxyRules rules, String scheme) {
    return rules.serverFor(scheme, "example.com", 443).map(ProxyServer::toString);
  }

  @Test
  void withoutSettingsNobodyStandsBetween() {
    assertThat(proxy(variables(Map.of()), "https")).isEmpty();
    assertThat(proxy(variables(Map.of("https_proxy", "")), "https")).isEmpty();
  }

  @Test
  void eachSchemeHasItsOwnInBothCasesOfLetters() {
    ProxyRules upper = variables(Map.of("HTTP_PROXY", "http://a:1", "HTTPS_PROXY", "http://b:2"));
    ProxyRules lower = variables(Map.of("http_proxy", "http://a:1", "https_proxy", "http://b:2"));
    for (ProxyRules rules : new ProxyRules[] {upper, lower}) {
      assertThat(proxy(rules, "http")).contains("http://a:1");
      assertThat(proxy(rules, "https")).contains("http://b:2");
      assertThat(proxy(rules, "HTTPS")).contains("http://b:2");
    }
    assertThat(proxy(variables(Map.of("HTTP_PROXY", "http://a:1")), "https")).isEmpty();
    assertThat(proxy(variables(Map.of("HTTPS_PROXY", "http://a:1")), "http")).isEmpty();
  }

  @Test
  void theSmallLettersWinOverTheGreatAndPropertiesOverBoth() {
    Map<String, String> both =
        Map.of("https_proxy", "http://small:1", "HTTPS_PROXY", "http://great:2");
    assertThat(proxy(variables(both), "https")).contains("http://small:1");
    assertThat(proxy(rules(both, Map.of("https.proxyHost", "java")), "https"))
        .contains("http://java:443");
    assertThat(
            proxy(rules(both, Map.of("http.proxyHost", "java", "http.proxyPort", "8080")), "http"))
        .contains("http://java:8080");
    assertThat(proxy(rules(both, Map.of("http.proxyHost", "java")), "https"))
        .contains("http://small:1");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy:3128, http://proxy:3128",
    "http://proxy, http://proxy:80",
    "HTTP://proxy:3128/, http://proxy:3128",
    "' proxy.example.com:8080 ', http://proxy.example.com:8080",
    "http://[2001:db8::1]:3128, http://[2001:db8::1]:3128",
    "http://user:secret@proxy:3128/x, http://proxy:3128",
    "user:se@c/r:et@proxy:3128, http://proxy:3128"
  })
  void addressesAreReadAsTheyAreWritten(String value, String proxy) {
    Optional<ProxyServer> server =
        variables(Map.of("HTTPS_PROXY", value)).serverFor("https", "example.com", 443);

    assertThat(server.map(ProxyServer::toString)).contains(proxy);
    assertThat(server.orElseThrow().described()).isEqualTo(proxy + " (from HTTPS_PROXY)");
  }

  @ParameterizedTest
  @CsvSource({
    "http://user:secret@proxy, user, secret",
    "http://us%40er:p%C3%A4ss%25@proxy, us@er, päss%",
    "http://user:100%@proxy, user, 100%",
    "http://user:a:b@c@proxy, user, a:b@c",
    "http://user@proxy, user, ''"
  })
  void theUserIsDecoded(String value, String username, String password) {
    Optional<ProxyServer> server =
        variables(Map.of("HTTPS_PROXY", value)).serverFor("https", "example.com", 443);

    assertThat(server.flatMap(ProxyServer::login))
        .contains(new ProxyServer.Login(username, password));
    assertThat(server.toString()).doesNotContain(username + ":").doesNotContain("secret");
    assertThat(server.flatMap(ProxyServer::login).toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://u:hunter2@proxy:0",
        "http://u:hunter2@proxy:65536",
        "http://u:hunter2@",
        "https://u:hunter2@proxy:1",
        "socks5://u:hunter2@proxy:1",
        "http://u:hunter2@pro xy:1",
        "http://proxy:hunter2"
      })
  void whatIsNoProxyIsSaidWithoutRepeatingIt(String value) {
    assertThatThrownBy(
            () -> variables(Map.of("HTTPS_PROXY", value)).serverFor("https", "example.com", 443))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageContaining("http://")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | example.com | true",
        "example.com | example.com | true",
        "example.com | EXAMPLE.com. | true",
        "example.com | www.example.com | true",
        "example.com | notexample.com | false",
        "example.com | example.com.org | false",
        ".example.com | example.com | true",
        ".example.com | a.b.example.com | true",
        "*.example.com | a.example.com | true",
        "Example.COM. | example.com | true",
        "a.org, example.com | example.com | true",
        "a.org example.com | example.com | true",
        "a.org,,  ,b.org | example.com | false",
        "example.com:443 | example.com | true",
        "example.com:8443 | example.com | false",
        "*:443 | example.com | true",
        "ex*.com | example.com | true",
        "10.1.2.3 | 10.1.2.3 | true",
        "10.1.2.3 | 10.1.2.30 | false",
        "10.1.2.3:443 | 10.1.2.3 | true",
        "10.0.0.0/8 | 10.200.3.4 | true",
        "10.0.0.0/8 | 11.0.0.1 | false",
        "10.128.0.0/9 | 10.127.255.255 | false",
        "10.1.2.3/32 | 10.1.2.3 | true",
        "0.0.0.0/0 | 8.8.8.8 | true",
        "0.0.0.0/0 | example.com | false",
        "10.0.0.0/33 | 10.0.0.0 | false",
        "10.0.0.0/8 | example.com | false",
        "10.* | 10.2.3.4 | true",
        "2001:db8::/32 | [2001:db8::5] | true",
        "2001:db8::/32 | [2001:db9::5] | false",
        "[2001:db8::5] | [2001:DB8:0::5] | true",
        "[2001:db8::5]:443 | [2001:db8::5] | true",
        "2001:db8::5 | [2001:db8::5] | true",
        "10.0.0.0/8 | [::ffff:10.1.1.1] | true",
        ". | example.com | false",
        "\\E.*\\Q*/ | example.com | false",
        "[ | example.com | false",
      })
  void exceptionsAreReadAsMostToolsReadThem(String value, String host, boolean direct) {
    for (String name : new String[] {"NO_PROXY", "no_proxy"}) {
      ProxyRules rules = variables(Map.of("HTTPS_PROXY", "http://proxy:1", name, value));
      assertThat(rules.serverFor("https", host, 443).isEmpty()).isEqualTo(direct);
      ProxyRules java = rules(Map.of(name, value), Map.of("https.proxyHost", "proxy"));
      assertThat(java.serverFor("https", host, 443).isEmpty()).isEqualTo(direct);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com|a.org, www.example.com, true",
    "*.example.com|a.org, example.com, false",
    "example.com, www.example.com, false",
    "10.*|x, 10.2.3.4, true",
    "*, example.com, true",
    "[2001:db8::5], [2001:db8::5], true",
    "a.c, abc, false"
  })
  void theExceptionsOfJavaAreReadAsJavaReadsThem(String value, String host, boolean direct) {
    ProxyRules java =
        rules(Map.of(), Map.of("https.proxyHost", "proxy", "http.nonProxyHosts", value));
    ProxyRules variable =
        rules(Map.of("HTTPS_PROXY", "http://proxy:1"), Map.of("http.nonProxyHosts", value));

    assertThat(java.serverFor("https", host, 443).isEmpty()).isEqualTo(direct);
    assertThat(variable.serverFor("https", host, 443).isEmpty()).isEqualTo(direct);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST.",
        "archive.localhost",
        "127.0.0.1",
        "127.9.9.9",
        "[::1]",
        "::1",
        "0.0.0.0",
        "[::ffff:127.0.0.1]"
      })
  void loopbackIsNeverAskedThroughAProxy(String host) {
    ProxyRules variables = variables(Map.of("HTTP_PROXY", "http://proxy:1"));
    ProxyRules properties =
        rules(Map.of(), Map.of("http.proxyHost", "proxy", "http.nonProxyHosts", "none"));

    assertThat(variables.serverFor("http", host, 80)).isEmpty();
    assertThat(properties.serverFor("http", host, 80)).isEmpty();
    assertThat(variables.serverFor("http", "localhost.example.com", 80)).isPresent();
  }
}
