package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CoverageTest {

  @Test
  void everyKnownFieldHasAColumnOrIsSaidToGoToExtra() {
    List<String> lost = new ArrayList<>();
    forEachUse(
        (coverage, table, format) ->
            lost.addAll(
                places(coverage, entry -> !entry.toExtra() && !hasColumn(table, format, entry))));
    assertThat(lost).isEmpty();
  }

  @Test
  void aFieldSaidToGoToExtraHasNoColumn() {
    List<String> doubled = new ArrayList<>();
    forEachUse(
        (coverage, table, format) ->
            doubled.addAll(
                places(coverage, entry -> entry.toExtra() && hasColumn(table, format, entry))));
    assertThat(doubled).isEmpty();
  }

  @Test
  void noPlaceThatAMessageColumnIsTakenFromIsUnlisted() {
    Tables.MESSAGES.formats().keySet().forEach(format -> assertListed(Tables.MESSAGES, format));
  }

  @Test
  void noPlaceThatATweetColumnIsTakenFromIsUnlisted() {
    Tables.TWEETS.formats().keySet().forEach(format -> assertListed(Tables.TWEETS, format));
  }

  @Test
  void noPlaceThatAColumnOfTheRestApiIsTakenFromIsUnlisted() {
    for (TableSchema table :
        List.of(
            Tables.OBSERVED_MESSAGES,
            Tables.OBSERVED_SYMBOLS,
            Tables.OBSERVED_USERS,
            Tables.OBSERVED_WATCHLISTS,
            Tables.DELETIONS)) {
      assertListed(table, "observed");
    }
  }

  private static void assertListed(TableSchema table, String format) {
    Set<String> listed = new HashSet<>();
    for (Coverage coverage : Coverage.all()) {
      if (coverage.tables().contains(table.name()) && coverage.formats().contains(format)) {
        listed.addAll(places(coverage, entry -> true));
      }
    }
    assertThat(listed).as(format).containsAll(Places.of(table, format).all());
  }

  @Test
  void noFieldIsListedTwice() {
    for (Coverage coverage : Coverage.all()) {
      assertThat(places(coverage, entry -> true)).as(coverage.title()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aFieldInsideAValueThatIsKeptWholeBelongsToThatColumn() {
    assertThat(Coverage.columnOf(Tables.BLOCKS, "envelope", "user.username")).hasValue("data");
    assertThat(Coverage.columnOf(Tables.BLOCKS, "envelope", "user.id")).hasValue("user_id");
    assertThat(Coverage.columnOf(Tables.BLOCKS, "envelope", "/seq_id")).isEmpty();
  }

  @Test
  void membersOfListsAreNamedByTheirColumns() {
    assertThat(Coverage.columnOf(Tables.MESSAGES, "activity_streams", "entities.stocks[].watchers"))
        .hasValue("symbols[].watchlist_count");
    assertThat(Coverage.columnOf(Tables.MESSAGES, "bare", "symbols[].aliases[]"))
        .hasValue("symbols[].aliases[]");
  }

  private static List<String> places(Coverage coverage, Predicate<Coverage.Entry> those) {
    return coverage.entries().stream().filter(those).map(Coverage.Entry::place).toList();
  }

  private static boolean hasColumn(TableSchema table, String format, Coverage.Entry entry) {
    return Coverage.columnOf(table, format, entry.place()).isPresent();
  }

  private static void forEachUse(Use use) {
    for (Coverage coverage : Coverage.all()) {
      for (String table : coverage.tables()) {
        for (String format : coverage.formats()) {
          use.accept(coverage, Tables.named(table), format);
        }
      }
    }
  }

  private interface Use {
    void accept(Coverage coverage, TableSchema table, String format);
  }
}
