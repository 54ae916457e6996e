package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeavesTest {

  @Test
  void levelsFollowOptionalGroupsAndLists() {
    TableSchema table =
        Tables.parse(
            """
            {"table": "t", "version": 1, "doc": "T.", "formats": {}, "columns": [
              {"id": 1, "name": "must", "type": "INT64", "required": true, "computed": true, "doc": "D."},
              {"id": 2, "name": "may", "type": "STRING", "doc": "D."},
              {"id": 3, "name": "outer", "type": "GROUP", "doc": "D.", "fields": [
                {"id": 4, "name": "inner", "type": "GROUP", "doc": "D.", "fields": [
                  {"id": 5, "name": "deep", "type": "DOUBLE", "doc": "D."}]}]},
              {"id": 6, "name": "words", "type": "LIST", "doc": "D.", "element": {"id": 7, "type": "STRING"}},
              {"id": 8, "name": "things", "type": "LIST", "doc": "D.", "element": {"id": 9, "type": "GROUP", "fields": [
                {"id": 10, "name": "on", "type": "DATE", "doc": "D."},
                {"id": 11, "name": "tags", "type": "LIST", "doc": "D.", "element": {"id": 12, "type": "BINARY"}}]}}]}
            """);

    assertThat(table.leaves())
        .extracting(Leaf::dotted, Leaf::fieldId, Leaf::maxDefinition, Leaf::maxRepetition)
        .containsExactly(
            tuple("must", 1, 0, 0),
            tuple("may", 2, 1, 0),
            tuple("outer.inner.deep", 5, 3, 0),
            tuple("words", 7, 3, 1),
            tuple("things.on", 10, 4, 1),
            tuple("things.tags", 12, 6, 2));
  }

  @Test
  void leavesAreNumberedInColumnOrder() {
    for (TableSchema table : Tables.all()) {
      assertThat(table.leaves())
          .as(table.name())
          .extracting(Leaf::index)
          .containsExactlyElementsOf(IntStream.range(0, table.leaves().size()).boxed().toList());
    }
  }

  @Test
  void everyIdOfAMessageHasSixtyFourBits() {
    assertThat(Tables.MESSAGES.leaves())
        .filteredOn(leaf -> leaf.dotted().matches("(.*\\.)?(id|.*_message_id|user_ids)"))
        .filteredOn(leaf -> !leaf.dotted().matches("entities.giphy.id|network.twitter.id"))
        .isNotEmpty()
        .allSatisfy(leaf -> assertThat(leaf.type()).isEqualTo(Primitive.INT64));
  }
}
