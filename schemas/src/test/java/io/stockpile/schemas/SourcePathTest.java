package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathTest {
  private static final TableSchema.Format WRAPPED = new TableSchema.Format("data", true, "Doc.");
  private static final TableSchema.Format BARE = new TableSchema.Format("", true, "Doc.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "user.id",
        "/time",
        "/a.b",
        ".",
        "actor.id|tail_id",
        "a_str|digits",
        "x|any_id",
        "t|epoch_ms",
        "t|twitter_time"
      })
  void theTextFormIsReadBack(String text) {
    assertThat(SourcePath.parse(text)).hasToString(text);
  }

  @Test
  void aPathStartsAtTheRecordUnlessItBeginsWithASlash() {
    assertThat(SourcePath.parse("user.id").fromLine(WRAPPED)).containsExactly("data", "user", "id");
    assertThat(SourcePath.parse("/time").fromLine(WRAPPED)).containsExactly("time");
    assertThat(SourcePath.parse(".").fromLine(WRAPPED)).containsExactly("data");
    assertThat(SourcePath.parse("user.id").fromLine(BARE)).containsExactly("user", "id");
  }

  @Test
  void aConverterDoesNotGiveBackTheValue() {
    SourcePath source = SourcePath.parse("id|tail_id");

    assertThat(source.members()).isEqualTo(List.of("id"));
    assertThat(source.converter().lossless()).isFalse();
    assertThat(SourcePath.parse("id").converter().lossless()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a.", ".a", "a..b", "id|", "id|tail"})
  void aMalformedSourceIsRefused(String text) {
    assertThatThrownBy(() -> SourcePath.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
