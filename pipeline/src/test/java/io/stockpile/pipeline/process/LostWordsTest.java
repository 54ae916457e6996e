package io.stockpile.pipeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostWordsTest {
  @Test
  void wordsThatCouldBeReadAreAccepted() {
    assertThat(LostWords.problem(List.of("status", "--output=s3://b/bücher-💰"), "/home/jürgen"))
        .isEmpty();
  }

  @Test
  void theOptionIsNamedAndItsValueIsNot() {
    assertThat(
            LostWords.problem(
                List.of("backfill", "--firestreamUrl=https://me:p\uFFFD\uFFFDss@host"), "/"))
        .get()
        .asString()
        .startsWith("Option --firestreamUrl has characters that Java could not read")
        .doesNotContain("me:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r\uFFFDgles.txt", "--\uFFFD=x", "--=\uFFFD", "half \uD83D", "\uDCB0"})
  void aWordThatIsNoOptionIsNamedByItsPlace(String word) {
    assertThat(LostWords.problem(List.of("rules", "add", word), "/"))
        .get()
        .asString()
        .startsWith("Word 3 of the command line has characters");
  }

  @Test
  void aDirectoryThatJavaCannotFindIsRefused() {
    assertThat(LostWords.problem(List.of("help"), "/home/j\uFFFDrgen"))
        .get()
        .asString()
        .startsWith("The name of the working directory has characters");
  }
}
