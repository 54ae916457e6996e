package io.stockpile.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void medianIsTheMiddleOrTheMeanOfTheTwoThere() {
    assertThat(Spread.of(List.of(3.0, 1.0, 9.0))).isEqualTo(new Spread(1, 3, 9));
    assertThat(Spread.of(List.of(3.0, 1.0, 9.0, 4.0))).isEqualTo(new Spread(1, 3.5, 9));
    assertThat(Spread.of(List.of(2.0))).isEqualTo(new Spread(2, 2, 2));
  }

  @Test
  void noFiguresHaveNoSpread() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
