package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void everySchemaFileLoads() {
    assertThat(Tables.all())
        .extracting(TableSchema::name)
        .containsExactly(
            "stocktwits/messages",
            "stocktwits/message_deletions",
            "stocktwits/friendships",
            "stocktwits/blocks",
            "stocktwits/message_likes",
            "stocktwits/observed_messages",
            "stocktwits/observed_symbols",
            "stocktwits/observed_users",
            "stocktwits/observed_watchlists",
            "stocktwits/deletions",
            "twitter/tweets",
            "twitter/compliance_events",
            "rejected");
  }

  /** They are not checked when they are loaded. */
  @Test
  void everySchemaFileObeysTheRules() {
    for (TableSchema table : Tables.all()) {
      assertThatCode(() -> SchemaRules.check(table)).as(table.name()).doesNotThrowAnyException();
    }
  }

  @Test
  void aTableIsFoundByItsName() {
    assertThat(Tables.named("stocktwits/blocks")).isSameAs(Tables.BLOCKS);
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    assertThatThrownBy(() -> Tables.named("stocktwits/tweets"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'stocktwits/tweets'")
        .hasMessageContaining("stocktwits/message_likes");
  }

  @Test
  void everyTableSaysWhereItsRowsCameFrom() {
    for (TableSchema table : Tables.all()) {
      assertThat(table.leaves())
          .as(table.name())
          .extracting(Leaf::dotted)
          .contains("source_unit", "source_line");
    }
  }
}
