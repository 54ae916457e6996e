package io.stockpile.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.Shape;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Tables;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WideMessagesTest {
  private final WideMessages job = new WideMessages();

  @Test
  void everyComparedValueIsAColumnOfTheArchive() {
    Set<String> columns =
        Tables.MESSAGES.leaves().stream().map(Leaf::dotted).collect(Collectors.toSet());

    assertThat(columns).containsAll(job.compared().stream().map(ComparedValue::name).toList());
  }

  @Test
  void everyMemberOfTheDataIsReadAndNoOther(@TempDir Path directory) throws Exception {
    DataFacts facts =
        DataFiles.generate(
            directory, new DataSettings(3, DataSettings.DEFAULT_FIRST_DAY, 1, 2_000, Shape.BARE));
    Set<String> inData = new TreeSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(facts.files().get(0).file())),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        collect("", new ObjectMapper().readTree(line), inData);
      }
    }

    Set<String> read =
        job.read().leaves().stream()
            .map(ComparedValue::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(read).isEqualTo(inData);
  }

  private static void collect(String path, JsonNode node, Set<String> leaves) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                collect(name, entry.getValue(), leaves);
              });
    } else if (node.isArray() && node.size() > 0 && node.get(0).isObject()) {
      node.forEach(element -> collect(path, element, leaves));
    } else if (!isGroupOrListOfGroups(path)) {
      leaves.add(path);
    }
  }

  /**
   * Whether the member is a group or a list of groups. A null or an empty list does not show that.
   */
  private static boolean isGroupOrListOfGroups(String path) {
    return Set.of("symbols", "prices", "entities.sentiment").contains(path);
  }
}
