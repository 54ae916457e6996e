package io.stockpile.connectors.stocktwits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.http.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
  private static final ApiStream STREAM = ApiStream.parse("symbol/AAPL");

  private static Page read(ApiStream stream, String body) throws PageReader.NoPageException {
    return PageReader.read(
        stream, Page.NEWEST, body.getBytes(StandardCharsets.UTF_8), Redaction.general());
  }

  @Test
  void aPageSaysWhatTheSweepNeeds() throws PageReader.NoPageException {
    Page page =
        read(
            STREAM,
            "{\"cursor\":{\"more\":true,\"since\":9,\"max\":7},\"messages\":[{\"id\":9},"
                + "{\"id\":7,\"created_at\":\"2016-08-17T19:30:34Z\"}]}");

    assertThat(page.ids()).isEqualTo(List.of(9L, 7L));
    assertThat(page.more()).isTrue();
    assertThat(page.cursorMax()).isEqualTo(7);
    assertThat(page.oldestAt()).hasValue(Instant.parse("2016-08-17T19:30:34Z"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          <html>Maintenance</html> => no JSON
          {"messages":[ => no JSON
          {} {} => no JSON
          [] => no JSON object
          null => no JSON object
          {"errors":[{"message":"Try later"}],"messages":[]} => Try later
          {"cursor":{"more":false}} => no 'messages'
          {"messages":[]} => no cursor
          {"cursor":{"more":"no"},"messages":[]} => no cursor
          {"cursor":{"more":false},"messages":[1]} => no object
          {"cursor":{"more":false},"messages":[{}]} => no positive whole number
          {"cursor":{"more":false},"messages":[{"id":"7"}]} => no positive whole number
          {"cursor":{"more":false},"messages":[{"id":0}]} => no positive whole number
          {"cursor":{"more":false},"messages":[],"messages":[]} => no JSON
          """)
  void whatIsNoPageIsSaid(String body, String why) {
    assertThatThrownBy(() -> read(STREAM, body))
        .isInstanceOf(PageReader.NoPageException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aStatusInTheBodyCounts() {
    assertThatThrownBy(() -> read(STREAM, "{\"response\":{\"status\":429},\"errors\":[]}"))
        .isInstanceOfSatisfying(
            PageReader.NoPageException.class, e -> assertThat(e.status()).isEqualTo(429));
  }

  @Test
  void aSnapshotNeedsNoCursorAndNoIds() throws PageReader.NoPageException {
    assertThat(read(ApiStream.parse("trending/symbols"), "{\"symbols\":[{\"id\":1}]}").records())
        .isEqualTo(1);
  }
}
