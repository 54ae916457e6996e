package io.stockpile.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.bench.BenchmarkOptions.Measured;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.peer.Width;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkOptionsTest {
  @Test
  void defaultsAreTheFirstBar() {
    BenchmarkOptions options = BenchmarkOptions.of(List.of());

    assertThat(options.data().days()).isEqualTo(10);
    assertThat(options.data().recordsADay()).isEqualTo(200_000);
    assertThat(options.data().shape()).isEqualTo(Shape.BARE);
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.width()).isEqualTo(Width.NARROW);
    assertThat(options.measures(Measured.BACKFILL)).isTrue();
    assertThat(options.measures(Measured.DERIVE)).isTrue();
    assertThat(options.launcher()).isEqualTo(Path.of("stockpile").toAbsolutePath());
    assertThat(options.bundle())
        .endsWithRaw(Path.of("deploy/embedded/target/stockpile-embedded.jar"));
    assertThat(options.memoryDays()).isEmpty();
    assertThat(options.slots()).isEmpty();
  }

  @Test
  void everyOptionIsTaken() {
    BenchmarkOptions options =
        BenchmarkOptions.of(
            List.of(
                "--days=4",
                "--messages=500",
                "--first=2009-01-01",
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
    assertThat(options.data().firstDay()).isEqualTo(LocalDate.of(2009, 1, 1));
    assertThat(options.data().shape()).isEqualTo(Shape.ENVELOPE);
    assertThat(options.measures(Measured.BACKFILL)).isFalse();
    assertThat(options.memoryDays()).containsExactly(1, 4);
    assertThat(options.work()).isEqualTo(Path.of("/tmp/w"));
    assertThat(options.bundle()).isEqualTo(Path.of("/b.jar"));
  }

  @Test
  void slotsAreMeasuredByDeriveAlone() {
    BenchmarkOptions options = BenchmarkOptions.of(List.of("--slots=1,2", "--flinkBundle=/f.jar"));

    assertThat(options.slots()).containsExactly(1, 2);
    assertThat(options.flinkBundle()).isEqualTo(Path.of("/f.jar"));
    assertThat(options.measures(Measured.BACKFILL)).isFalse();
    assertThat(options.measures(Measured.DERIVE)).isTrue();
  }

  @Test
  void slotsAndBackfillAreNotForEachOther() {
    assertThatThrownBy(() -> BenchmarkOptions.of(List.of("--slots=1", "--only=backfill")))
        .hasMessageContaining("--slots measures derive");
  }

  @Test
  void idsThatAreGoneAreMeasuredByDeriveAloneAndEmbedded() {
    BenchmarkOptions options = BenchmarkOptions.of(List.of("--erased=2000000"));

    assertThat(options.erased()).isEqualTo(2_000_000);
    assertThat(options.measures(Measured.BACKFILL)).isFalse();
    assertThat(BenchmarkOptions.of(List.of()).erased()).isZero();
    for (String other : List.of("--slots=1", "--only=backfill")) {
      assertThatThrownBy(() -> BenchmarkOptions.of(List.of("--erased=5", other)))
          .hasMessageContaining("leave out --slots and --only=backfill");
    }
  }

  @Test
  void tweetsAreMeasuredByDeriveAlone() {
    BenchmarkOptions options = BenchmarkOptions.of(List.of("--shape=tweets"));

    assertThat(options.measures(Measured.BACKFILL)).isFalse();
    assertThat(options.measures(Measured.DERIVE)).isTrue();
    assertThatThrownBy(() -> BenchmarkOptions.of(List.of("--shape=tweets", "--only=backfill")))
        .hasMessageContaining("tweets are no backfill's");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--dayz=1|there is no option --dayz",
        "derive|'derive' is no option",
        "--days=ten|--days=ten is no whole number",
        "--days=0|at least 1 day",
        "--first=2009|--first=2009 is no day",
        "--peer=spark|there is no peer 'spark'",
        "--only=verify|neither derive nor backfill",
        "--memoryDays=1,11|'11' is not from 1 to --days=10",
        "--slots=1;2|numbers from 1 to 99",
        "--slots=0|numbers from 1 to 99",
        "--shape=round|there is no shape 'round'"
      })
  void aWrongOptionIsRefused(String argument, String message) {
    assertThatThrownBy(() -> BenchmarkOptions.of(List.of(argument)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
