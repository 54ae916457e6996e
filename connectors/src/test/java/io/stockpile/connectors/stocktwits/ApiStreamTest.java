package io.stockpile.connectors.stocktwits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.stocktwits.sweeps.SweepUnit;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiStreamTest {
  private static final URI BASE = URI.create("https://api.example.com/api/2");

  @ParameterizedTest
  @CsvSource({
    "symbol/aapl, symbol/AAPL, streams/symbol/AAPL.json",
    "symbol/BTC.X, symbol/BTC.X, streams/symbol/BTC.X.json",
    "symbol/.INX, symbol/~2EINX, streams/symbol/.INX.json",
    "user/Some-One, user/Some-One, streams/user/Some-One.json",
    "trending, trending, streams/trending.json",
    "trending/equities, trending/equities, trending/symbols/equities.json",
    "search?q=a b, search/q/a~20b, search.json?q=a%20b",
    "search?q=a%20b, search/q/a~20b, search.json?q=a%20b",
    "search/users?q=q/r, search/users/q/q~2Fr, search/users.json?q=q%2Fr",
    "watchlists/show/12, watchlists/show/12, watchlists/show/12.json",
    "deletions/messages, deletions/messages, deletions/messages.json"
  })
  void aStreamHasAKeyAndAUrl(String text, String key, String url) {
    ApiStream stream = ApiStream.parse(text);

    assertThat(stream.key()).isEqualTo(key);
    assertThat(stream.url(BASE, Page.NEWEST)).hasToString(BASE + "/" + url);
    assertThat(ApiStream.ofKey(key)).hasValue(stream);
    assertThat(ApiStream.parse(stream.toString())).isEqualTo(stream);
  }

  @Test
  void maxIsAParameter() {
    assertThat(ApiStream.parse("symbol/A").url(BASE, 7))
        .hasToString(BASE + "/streams/symbol/A.json?max=7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "symbol",
        "symbol/",
        "symbol/A/B",
        "symbol/A?max=3",
        "watchlist/mine",
        "search",
        "search?q=",
        "messages/create",
        "trending/",
        "symbols/AAPL",
        "user/a b"
      })
  void whatIsNoStreamIsRefusedWithTheOnesThereAre(String text) {
    assertThatThrownBy(() -> ApiStream.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("symbol/*")
        .hasMessageContaining("account/verify");
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void everyEndpointCanBeNamedAndFoundByItsKeys(Endpoint endpoint) {
    String word = endpoint.isSearch() ? endpoint.word() + "x" : endpoint.word().replace("*", "12");
    ApiStream stream = ApiStream.parse(word);
    SweepUnit unit = new SweepUnit(stream, Instant.parse("2026-01-02T03:04:05.006Z"));

    assertThat(stream.endpoint()).isEqualTo(endpoint);
    assertThat(SweepUnit.ofKey(unit.manifestKey())).hasValue(unit);
    assertThat(SweepUnit.ofKey(unit.landedKey())).hasValue(unit);
    assertThat(SweepUnit.ofKey(unit.landingPrefix() + "/000001.json.gz")).hasValue(unit);
    assertThat(unit.landedKey()).startsWith(unit.landingPrefix());
  }

  @Test
  void noTwoEndpointsHaveTheSamePath() {
    Set<String> paths = new HashSet<>();
    for (Endpoint endpoint : Endpoint.values()) {
      assertThat(paths.add(endpoint.path())).as(endpoint.path()).isTrue();
    }
  }
}
