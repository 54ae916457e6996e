package io.stockpile.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
  private static final List<TableSchema> TABLES =
      List.of(Tables.MESSAGE_LIKES, Tables.FRIENDSHIPS, Tables.BLOCKS);

  @Test
  void everyColumnOfTheArchiveIsComparedWithTheWideJobsButThoseOfTheArchivesOwn() {
    Set<String> columns =
        TABLES.stream()
            .flatMap(table -> table.leaves().stream())
            .map(Leaf::dotted)
            .collect(Collectors.toSet());

    assertThat(new WideActivities().compared().stream().map(ComparedValue::name))
        .containsExactlyInAnyOrderElementsOf(
            columns.stream()
                .filter(name -> !Set.of("source_unit", "source_line", "extra").contains(name))
                .toList());
  }

  @Test
  void theTablesAreThoseOfTheArchive() {
    assertThat(Activities.TABLES)
        .containsExactlyElementsOf(TABLES.stream().map(TableSchema::name).toList());
  }
}
