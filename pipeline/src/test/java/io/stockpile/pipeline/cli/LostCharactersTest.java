package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.commands.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of a command line that Java could not decode are refused. */
class LostCharactersTest {
  @TempDir Path directory;

  static Stream<String> optionsOfAllCommands() {
    return Arrays.stream(Command.values())
        .flatMap(
            command ->
                Stream.concat(
                        OptionSpec.of(command.options()).stream().map(OptionSpec::name),
                        command.runsPipeline() ? Stream.of("jobName", "runner") : Stream.of())
                    .map(option -> command.word() + " --" + option));
  }

  @ParameterizedTest
  @MethodSource("optionsOfAllCommands")
  void everyOptionOfEveryCommandIsRefused(String commandAndOption) {
    String[] words = (commandAndOption + "=b\uFFFD\uFFFDcher").split(" ", -1);

    Archive.Ending ending = new Archive(directory).runPlain(words);

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).startsWith("stockpile: Option " + words[1].replaceFirst("=.*", ""));
    assertThat(ending.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"help \uFFFD", "h\uFFFDlp", "rules add \uFFFD --account=a --streamLabel=b"})
  void everyOtherWordIsRefused(String line) {
    Archive.Ending ending = new Archive(directory).runPlain(line.split(" ", -1));

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("of the command line has characters");
  }

  /** Runs another process, because the characters are lost before {@code main} begins. */
  private Archive.Ending run(String locale, Path workingDirectory, String octalWord)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "out", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                "cd \"$(printf \"$0\")\" && word=$1 && shift"
                    + " && exec \"$@\" \"$(printf -- \"$word\")\"",
                workingDirectory.toString(),
                octalWord,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Stockpile.class.getName(),
                "status"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", locale);
    int code = builder.start().waitFor();
    return new Archive.Ending(code, Files.readString(out, StandardCharsets.UTF_8), "");
  }

  private static String absolute(String classPath) {
    return String.join(
        ":",
        Arrays.stream(classPath.split(":", -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "--output=s3://bucket/b\\303\\274cher-tag",
        "--output=gs://bucket/b\\303\\274cher-tag",
        "--output=b\\303\\274cher-tag"
      })
  void aRealProcessWithoutUtf8RefusesAnotherArchivesPlace(String word) throws Exception {
    Archive.Ending ending = run("C", directory, word);

    assertThat(ending.code()).as(ending.out()).isEqualTo(2);
    assertThat(ending.out())
        .startsWith("stockpile: Option --output has characters that Java could not read")
        .contains("LC_ALL=C.UTF-8");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).allMatch(file -> file.getFileName().toString().endsWith(".txt"));
    }
  }

  @Test
  @Timeout(60)
  void bytesThatAreNotUtf8AreRefusedInAUtf8LocaleToo() throws Exception {
    Archive.Ending ending = run("C.UTF-8", directory, "--output=s3://bucket/\\377\\376");

    assertThat(ending.code()).as(ending.out()).isEqualTo(2);
    assertThat(ending.out()).contains("Option --output has characters that Java could not read");
  }

  @Test
  @Timeout(60)
  void aWorkingDirectoryThatJavaCannotReadIsRefused() throws Exception {
    Process made =
        new ProcessBuilder(
                "/bin/sh", "-c", "mkdir \"$0/$(printf 'b\\303\\274')\"", directory.toString())
            .start();
    assertThat(made.waitFor()).isZero();

    Archive.Ending ending = run("C", Path.of(directory + "/b\\303\\274"), "--output=archive");

    assertThat(ending.code()).as(ending.out()).isEqualTo(2);
    assertThat(ending.out()).contains("working directory");
  }
}
