package io.stockpile.pipeline.records.seen;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenEventsTest {
  private static final int BEFORE = 16;

  private final TableSchema table = Tables.COMPLIANCE_EVENTS;
  private final RecordShredder shredder = RecordShredder.compile(table, "v2", List.of());
  private final SeenEvents seen = new SeenEvents(table);

  private boolean isNew(String line) throws Exception {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[BEFORE + text.length + JsonScanner.PADDING];
    Arrays.fill(bytes, (byte) '\n');
    System.arraycopy(text, 0, bytes, BEFORE, text.length);
    ShreddedRecord record = new ShreddedRecord();
    assertThat(shredder.shred(bytes, BEFORE, BEFORE + text.length, record)).isTrue();
    return seen.add(shredder, record, 0);
  }

  private static String withheld(String countries) {
    return "{\"status_withheld\":{\"status\":{\"id\":7},\"withheld_in_countries\":"
        + countries
        + "}}";
  }

  @Test
  void whereAListHasItsNullsTellsEventsApart() throws Exception {
    assertThat(isNew(withheld("[\"DE\",null]"))).isTrue();
    assertThat(isNew(withheld("[null,\"DE\"]"))).isTrue();
    assertThat(isNew(withheld("[\"DE\"]"))).isTrue();
    assertThat(isNew(withheld("[]"))).isTrue();
    assertThat(isNew(withheld("null"))).isTrue();
    assertThat(isNew(withheld("[\"DE\",null]"))).isFalse();
    assertThat(isNew(withheld("[null,\"DE\"]"))).isFalse();
  }

  @Test
  void theOrderOfMembersDoesNot() throws Exception {
    assertThat(isNew("{\"user_protect\":{\"id\":5,\"timestamp_ms\":\"1462500000000\"}}")).isTrue();
    assertThat(isNew("{\"user_protect\":{\"timestamp_ms\":\"1462500000000\",\"id\":5}}")).isFalse();
    assertThat(isNew("{\"user_protect\":{\"timestamp_ms\":\"1462500000001\",\"id\":5}}")).isTrue();
  }
}
