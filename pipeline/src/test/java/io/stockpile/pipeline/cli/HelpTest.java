package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.commands.Archive;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTest {
  @TempDir private Path directory;

  private Archive.Ending run(String... words) {
    return new Archive(directory.resolve("archive")).runPlain(words);
  }

  @Test
  void theOverviewNamesEveryCommandAndExitCode() {
    Archive.Ending ending = run("help");

    assertThat(ending.code()).isZero();
    for (Command command : Command.values()) {
      assertThat(ending.out()).contains("  " + command.word() + " ");
    }
    for (ExitCode code : ExitCode.values()) {
      assertThat(ending.out()).contains("  " + code.number() + "  ");
    }
    assertThat(run("--help").out()).isEqualTo(ending.out());
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void aCommandsHelpHasEveryOptionWithItsDefaultAndAnExample(Command command) {
    Archive.Ending ending = run("help", command.word());

    assertThat(ending.code()).isZero();
    for (OptionSpec spec : OptionSpec.of(command.options())) {
      assertThat(ending.out()).contains("  --" + spec.name());
      assertThat(ending.out().replaceAll("\\s+", " ")).contains(spec.description());
      spec.defaultValue()
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> assertThat(ending.out()).contains("default " + value));
    }
    assertThat(run(command.word(), "--help").out()).isEqualTo(ending.out());
  }

  @Test
  void helpForWhatIsNoCommandIsRefused() {
    assertThat(run("help", "deriv").code()).isEqualTo(2);
    assertThat(run("help", "deriv").err()).contains("Did you mean `derive`?");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(run("version").out().strip()).matches("stockpile \\d+\\.\\d+\\.\\d+.*");
  }
}
