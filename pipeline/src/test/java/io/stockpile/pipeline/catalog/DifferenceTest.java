package io.stockpile.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.catalog.PublishedTable.PublishedFile;
import io.stockpile.pipeline.manifest.DataFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static DataFile proven(String path, long rows) {
    return new DataFile(path, "t", LocalDate.EPOCH, rows, 100, "", 0, 0);
  }

  private static PublishedFile named(String path, long rows) {
    return new PublishedFile(path, rows, 100);
  }

  @Test
  void whatIsTheSameIsNoDifference() {
    assertThat(Difference.of(List.of(proven("a", 1)), List.of(named("a", 1))).isEmpty()).isTrue();
  }

  @Test
  void filesComeAndGo() {
    Difference difference =
        Difference.of(
            List.of(proven("a", 1), proven("b", 2)), List.of(named("b", 2), named("c", 3)));

    assertThat(difference.missing()).containsExactly(proven("a", 1));
    assertThat(difference.gone()).containsExactly("c");
  }

  @Test
  void aFileThatIsNamedWithOtherNumbersOrTwiceIsNamedAnew() {
    Difference other = Difference.of(List.of(proven("a", 1)), List.of(named("a", 2)));
    Difference twice =
        Difference.of(List.of(proven("a", 1)), List.of(named("a", 1), named("a", 1)));

    for (Difference difference : List.of(other, twice)) {
      assertThat(difference.missing()).containsExactly(proven("a", 1));
      assertThat(difference.gone()).containsExactly("a");
    }
  }
}
