package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageBindingsTest {

  @Test
  void aColumnIsLookedUpUnderItsNameInTheApisOwnShapes() {
    assertThat(sources("bare", "conversation", "replies")).containsExactly("conversation.replies");
    assertThat(sources("envelope", "conversation", "replies"))
        .containsExactly("conversation.replies");
  }

  @Test
  void activityStreamsHaveStatedSourcesOnly() {
    assertThat(sources("activity_streams", "conversation", "replies")).isEmpty();
    assertThat(sources("activity_streams", "created_at")).containsExactly("object.postedTime");
  }

  @Test
  void theEnvelopesOwnMembersComeFromTheLine() {
    assertThat(sources("envelope", "event_time")).containsExactly("/time");
    assertThat(sources("bare", "event_time")).isEmpty();
  }

  @Test
  void theChosenSentimentAndTheScoreAreApart() {
    assertThat(sources("envelope", "sentiment")).containsExactly("entities.sentiment.basic");
    assertThat(sources("envelope", "sentiment_score")).containsExactly("sentiment.sentiment_score");
  }

  @Test
  void membersOfAListStartAtItsElement() {
    Binding title = binding("activity_streams", "symbols", "title");

    assertThat(title.scope()).containsExactly("symbols");
    assertThat(title.sources()).hasToString("[displayName]");
  }

  @Test
  void whatTheArchiveFillsIsNeverLookedUp() {
    for (String format : Tables.MESSAGES.formats().keySet()) {
      for (String column : List.of("format", "extra", "source_unit", "source_line")) {
        assertThat(sources(format, column)).as("%s in %s", column, format).isEmpty();
      }
    }
  }

  @Test
  void anUnknownFormatIsRefused() {
    assertThatThrownBy(() -> Tables.MESSAGES.bindings("xml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'xml'")
        .hasMessageContaining("activity_streams");
  }

  private static List<String> sources(String format, String... column) {
    return Tables.MESSAGES.bindings(format).stream()
        .filter(binding -> binding.column().equals(List.of(column)))
        .flatMap(binding -> binding.sources().stream())
        .map(SourcePath::toString)
        .toList();
  }

  private static Binding binding(String format, String... column) {
    return Tables.MESSAGES.bindings(format).stream()
        .filter(binding -> binding.column().equals(List.of(column)))
        .findFirst()
        .orElseThrow();
  }
}
