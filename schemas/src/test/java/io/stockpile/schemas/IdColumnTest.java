package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.schemas.Identity.Role;
import io.stockpile.schemas.Identity.Thing;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdColumnTest {

  @Test
  void everyColumnThatLooksLikeAnIdSaysOfWhat() {
    for (TableSchema table : Tables.all()) {
      List<Leaf> declared = IdColumn.of(table).stream().map(IdColumn::leaf).toList();
      for (Leaf leaf : table.leaves()) {
        String name = leaf.path().get(leaf.path().size() - 1);
        boolean scalar = leaf.type() == Primitive.INT64 || leaf.type() == Primitive.STRING;
        boolean looks = name.matches("ids?|.*_ids?|.*id_str") && scalar;
        assertThat(declared.contains(leaf))
            .as("%s %s says what it holds ids of", table.name(), leaf.dotted())
            .isEqualTo(looks);
      }
    }
  }

  @Test
  void columnsSayWhetherTheirRowsHaveWhatTheyName() {
    assertThat(identities(Tables.MESSAGES, Role.IDENTIFIES, Thing.MESSAGE))
        .containsExactly("id", "reshare_message.message.id");
    assertThat(identities(Tables.MESSAGES, Role.IDENTIFIES, Thing.STOCKTWITS_USER))
        .containsExactly(
            "user.id", "likes.user_ids", "reshares.user_ids", "reshare_message.message.user.id");
    assertThat(identities(Tables.OBSERVED_USERS, Role.IDENTIFIES, Thing.STOCKTWITS_USER))
        .containsExactly("id");
    assertThat(identities(Tables.MESSAGE_DELETIONS, Role.REFERS_TO, Thing.MESSAGE))
        .containsExactly("id");
    assertThat(identities(Tables.TWEETS, Role.IDENTIFIES, Thing.TWEET))
        .contains("id", "retweeted_status.id", "quoted_status.id")
        .doesNotContain("quoted_status_id");
  }

  @Test
  void columnsOfAnotherTableKeepWhatTheyHoldIdsOf() {
    for (Role role : Role.values()) {
      for (Thing thing : Thing.values()) {
        assertThat(identities(Tables.OBSERVED_MESSAGES, role, thing))
            .isEqualTo(identities(Tables.MESSAGES, role, thing));
      }
    }
  }

  private static List<String> identities(TableSchema table, Role role, Thing thing) {
    return IdColumn.of(table).stream()
        .filter(column -> column.identity().equals(new Identity(thing, role)))
        .map(column -> column.leaf().dotted())
        .toList();
  }

  @Test
  void aSchemaFileThatSaysItWronglyIsRefused() {
    refuses("\"type\": \"INT64\", \"identifies\": \"messages\"", "stocktwits_user, tweet");
    refuses("\"type\": \"STRING\", \"identifies\": \"tweet\"", "only an INT64");
    refuses(
        "\"type\": \"INT64\", \"identifies\": \"tweet\", \"refers_to\": \"tweet\"",
        "either identifies or refers_to");
  }

  private static void refuses(String type, String message) {
    String file =
        """
        {"table": "t", "version": 1, "doc": "T.", "formats": {}, "columns": [
          {"id": 1, "name": "id", %s, "doc": "An id.", "computed": true}]}
        """;
    assertThatThrownBy(() -> Tables.parse(file.formatted(type)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
