package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ColumnsOfTest {

  @Test
  void observedMessagesHaveEveryColumnOfMessagesAndTwoMore() {
    List<String> messages = leaves(Tables.MESSAGES);
    List<String> observed = leaves(Tables.OBSERVED_MESSAGES);

    assertThat(observed).containsAll(messages);
    assertThat(observed).hasSize(messages.size() + 2);
    assertThat(Tables.OBSERVED_MESSAGES.version())
        .isGreaterThanOrEqualTo(Tables.MESSAGES.version());
  }

  @Test
  void whatAMessageIsTakenFromIsWhatABareOneIsTakenFrom() {
    assertThat(sources(Tables.OBSERVED_MESSAGES, "observed"))
        .containsAll(sources(Tables.MESSAGES, "bare"));
  }

  @Test
  void aUserHasTheColumnsOfAMessagesAuthor() {
    List<String> author =
        Tables.MESSAGES.leaves().stream()
            .filter(leaf -> leaf.path().get(0).equals("user"))
            .map(leaf -> leaf.fieldId() + " " + leaf.dotted().substring("user.".length()))
            .toList();

    assertThat(leaves(Tables.OBSERVED_USERS)).containsAll(author);
    assertThat(sources(Tables.OBSERVED_USERS, "observed"))
        .contains("watchlist_stocks_count [watchlist_stocks_count, following_stocks]");
  }

  @Test
  void aFormatThatTheOtherTableHasNotIsRefused() {
    String json =
        """
        {"table": "things/copied", "version": 1, "doc": "Copies.",
         "formats": {"seen": {"by_name": true, "doc": "Seen."}},
         "columns_of": {"table": "stocktwits/messages", "format": "flat"}, "columns": []}
        """;

    assertThatThrownBy(() -> Tables.parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'flat'")
        .hasMessageContaining("envelope");
    assertThatThrownBy(
            () -> Tables.parse(json.replace("\"flat\"", "\"bare\", \"under\": \"body\"")))
        .hasMessageContaining("no group or list of groups 'body'");
  }

  private static List<String> leaves(TableSchema table) {
    return table.leaves().stream().map(leaf -> leaf.fieldId() + " " + leaf.dotted()).toList();
  }

  private static List<String> sources(TableSchema table, String format) {
    return table.bindings(format).stream()
        .map(
            binding ->
                binding.column().stream().collect(Collectors.joining("."))
                    + " "
                    + binding.sources())
        .toList();
  }
}
