package io.stockpile.simulated.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SimulatedDataTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void theSameSeedGivesTheSameLines() {
    assertThat(new SimulatedData(7).messages(DAY, 60))
        .isEqualTo(new SimulatedData(7).messages(DAY, 60));
    assertThat(new SimulatedData(7).activities(DAY, 60))
        .isEqualTo(new SimulatedData(7).activities(DAY, 60));
    assertThat(new SimulatedData(7).messages(DAY, 60))
        .isNotEqualTo(new SimulatedData(8).messages(DAY, 60));
  }

  @Test
  void messagesComeInAllGenerationsAndOnTheirDay() throws IOException {
    Set<String> shapes = new HashSet<>();
    for (String line : new SimulatedData(1).messages(DAY, 100).lines()) {
      JsonNode node = json.readTree(line);
      if (node.has("data")) {
        shapes.add(node.get("action").asText());
        assertThat(node.get("time").asText()).startsWith("2016-12-05T");
      } else {
        shapes.add(node.has("verb") ? "activity streams" : "bare");
      }
    }
    assertThat(shapes).containsExactlyInAnyOrder("create", "destroy", "activity streams", "bare");
  }

  @Test
  void lateLinesAreOfTheDayBeforeAndMalformedOnesAreNoJson() throws IOException {
    SimulatedData data = new SimulatedData(1);

    assertThat(json.readTree(data.lateMessage(DAY)).at("/data/created_at").asText())
        .isEqualTo("2016-12-04T23:59:58Z");
    assertThat(json.readTree(data.lateActivity(DAY)).get("time").asText())
        .isEqualTo("2016-12-04T23:59:58Z");
    assertThat(catchThrowable(() -> json.readTree(data.malformedLine(DAY)))).isNotNull();
  }

  @Test
  void gzipMembersTogetherHoldEveryLine() throws IOException {
    SimulatedDay day = new SimulatedData(1).activities(DAY, 10).with("{}");

    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(day.gzip(3)))) {
      assertThat(in.readAllBytes()).isEqualTo(day.ndjson());
    }
    assertThat(day.lines()).hasSize(11);
  }
}
