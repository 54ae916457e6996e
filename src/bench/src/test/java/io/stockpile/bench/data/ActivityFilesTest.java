package io.stockpile.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityFilesTest {
  private static final int ACTIVITIES = 4_000;

  @TempDir Path directory;

  @Test
  void everyLineIsALikeAFollowOrABlockInItsEnvelope() throws Exception {
    DataSettings settings =
        new DataSettings(42, DataSettings.DEFAULT_FIRST_DAY, 1, ACTIVITIES, Shape.ACTIVITIES);

    FileFacts file = DataFiles.generate(directory, settings).files().get(0);

    assertThat(file.file()).hasFileName("stocktwits_activity_2017_09_18.gz");
    Map<String, Integer> kinds = new TreeMap<>();
    Set<Long> ids = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file.file())), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        JsonNode activity = new ObjectMapper().readTree(line);
        String kind = activity.required("object").asText();
        kinds.merge(kind, 1, Integer::sum);
        kinds.merge(activity.required("action").asText(), 1, Integer::sum);
        assertThat(activity.required("time").asText()).hasSize("2017-09-18T00:00:00Z".length());
        JsonNode data = activity.required("data");
        ids.add(data.required("id").asLong());
        switch (kind) {
          case "LikeMessage" -> {
            assertThat(data.at("/user/id").asLong()).isPositive();
            assertThat(data.at("/message/id").asLong()).isPositive();
          }
          case "Friendship" -> {
            assertThat(data.at("/user/username").asText()).isNotEmpty();
            assertThat(data.at("/target_user/username").asText()).isNotEmpty();
          }
          default -> {
            assertThat(kind).isEqualTo("Block");
            assertThat(data.required("user_id").asLong()).isPositive();
            assertThat(data.required("target_user_id").asLong()).isPositive();
          }
        }
      }
    }
    assertThat(ids).hasSize(ACTIVITIES);
    assertThat(kinds.get("LikeMessage")).isBetween(3_000, 3_400);
    assertThat(kinds.get("Friendship")).isBetween(600, 840);
    assertThat(kinds.get("Block")).isBetween(40, 130);
    assertThat(kinds.get("destroy")).isBetween(150, 450);
    assertThat(kinds.get("create") + kinds.get("destroy")).isEqualTo(ACTIVITIES);
  }
}
