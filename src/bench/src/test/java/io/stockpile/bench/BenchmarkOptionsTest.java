package io.stockpile.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.bench.BenchmarkOptions.Measured;
import io.stockpile.bench.data.MessageShape;
import io.stockpile.bench.peer.Width;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkOptionsTest {
  @Test
  void defaultsAreTheFirstBar() {
    BenchmarkOptions options = BenchmarkOptions.of(List.of());

    assertThat(options.data().days()).isEqualTo(10);
    assertThat(options.data().messagesADay()).isEqualTo(200_000);
    assertThat(options.data().shape()).isEqualTo(MessageShape.BARE);
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.width()).isEqualTo(Width.NARROW);
    assertThat(options.measures(Measured.BACKFILL)).isTrue();
    assertThat(options.measures(Measured.DERIVE)).isTrue();
    assertThat(options.launcher()).isEqualTo(Path.of("stockpile").toAbsolutePath());
    assertThat(options.bundle())
        .endsWithRaw(Path.of("deploy/embedded/target/stockpile-embedded.jar"));
    assertThat(options.memoryDays()).isEmpty();
  }

  @Test
  void everyOptionIsTaken() {
    BenchmarkOptions options =
        BenchmarkOptions.of(
            List.of(
                "--days=4",
                "--messages=500",
                "--rounds=0",
                "--peer=wide",
                "--only=derive",
                "--memoryDays=1,4",
                "--work=/tmp/w",
                "--bundle=/b.jar",
                "--launcher=/l",
                "--shape=envelope",
                "--seed=7"));

    assertThat(options.data().seed()).isEqualTo(7);
    assertThat(options.data().shape()).isEqualTo(MessageShape.ENVELOPE);
    assertThat(options.measures(Measured.BACKFILL)).isFalse();
    assertThat(options.memoryDays()).containsExactly(1, 4);
    assertThat(options.work()).isEqualTo(Path.of("/tmp/w"));
    assertThat(options.bundle()).isEqualTo(Path.of("/b.jar"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--dayz=1|there is no option --dayz",
        "derive|'derive' is no option",
        "--days=ten|--days=ten is no whole number",
        "--days=0|at least 1 day",
        "--peer=spark|there is no peer 'spark'",
        "--only=verify|neither derive nor backfill",
        "--memoryDays=1,11|'11' is not from 1 to --days=10",
        "--shape=round|there is no shape 'round'"
      })
  void aWrongOptionIsRefused(String argument, String message) {
    assertThatThrownBy(() -> BenchmarkOptions.of(List.of(argument)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
