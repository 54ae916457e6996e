package io.stockpile.bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.bench.data.parts.GzipText;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeIdsTest {
  private static final LocalDate DAY = LocalDate.of(2017, 9, 18);
  private static final List<FreeIds.Range> UNITS =
      List.of(new FreeIds.Range(1000, 1009), new FreeIds.Range(2000, 2009));

  @TempDir Path directory;

  private FreeIds free(String... lines) throws IOException {
    Path file = directory.resolve("data.gz");
    GzipText text = new GzipText(file);
    try (text) {
      for (String line : lines) {
        text.line().raw(line).raw('\n');
      }
    }
    DataSettings settings = new DataSettings(1, DAY, 1, lines.length, Shape.BARE);
    FileFacts facts =
        new FileFacts("u", DAY, file, lines.length, BigInteger.ONE, 1, 1, new TreeMap<>());
    return new FreeIds(new DataFacts(settings, List.of(facts)));
  }

  @Test
  void idsAmongThoseOfTheUnitsStandNowhereInTheText() throws IOException {
    FreeIds free =
        free("{\"id\":1000,\"reply\":1003}", "{\"id_str\":\"1009\",\"url\":\"/message/2004?x\"}");

    long[] ids = free.among(UNITS, 8);

    assertThat(ids)
        .hasSize(8)
        .isSorted()
        .doesNotHaveDuplicates()
        .doesNotContain(1000, 1003, 1009, 2004);
    assertThat(Arrays.stream(ids))
        .allMatch(id -> UNITS.stream().anyMatch(unit -> covers(unit, id)));
    assertThat(UNITS).allMatch(unit -> Arrays.stream(ids).anyMatch(id -> covers(unit, id)));
  }

  @Test
  void idsOutsideLieBeforeAndBehindAllUnits() throws IOException {
    FreeIds free = free("{\"id\":1000,\"reply\":998}", "{\"id\":2009}");

    long[] ids = free.outside(UNITS, 6);

    assertThat(ids).hasSize(6).isSorted().doesNotHaveDuplicates().doesNotContain(998);
    assertThat(ids[0]).isLessThan(1000);
    assertThat(ids[5]).isGreaterThan(2009);
    assertThat(Arrays.stream(ids)).noneMatch(id -> id >= 1000 && id <= 2009);
  }

  @Test
  void moreThanThereAreIsRefused() throws IOException {
    FreeIds free = free("{\"id\":1000}", "{\"id\":2009}");

    assertThatThrownBy(() -> free.among(UNITS, 19))
        .isInstanceOf(IOException.class)
        .hasMessage("Of 20 ids 18 stand nowhere in the data, fewer than 19; ask for fewer");
  }

  private static boolean covers(FreeIds.Range unit, long id) {
    return id >= unit.least() && id <= unit.greatest();
  }
}
