package io.stockpile.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.DataLines;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.Shape;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Tables;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WideTweetsTest {
  /** Members that are kept as JSON, so their own members are no columns. */
  private static final Set<String> JSON = Set.of("bounding_box.coordinates", "sizes", "attributes");

  private final WideTweets job = new WideTweets();

  @Test
  void everyComparedValueIsAColumnOfTheArchive() {
    Set<String> columns =
        Tables.TWEETS.leaves().stream().map(Leaf::dotted).collect(Collectors.toSet());

    assertThat(columns).containsAll(job.compared().stream().map(ComparedValue::name).toList());
  }

  @Test
  void everyMemberThatHasAValueIsReadButTheTextOfIds(@TempDir Path directory) throws Exception {
    DataFacts facts =
        DataFiles.generate(
            directory, new DataSettings(3, DataSettings.DEFAULT_FIRST_DAY, 1, 6_000, Shape.TWEETS));
    Set<String> inData = new TreeSet<>();
    for (String line : DataLines.tweets(facts)) {
      collect("", new ObjectMapper().readTree(line), inData);
    }
    inData.removeIf(name -> name.endsWith("id_str"));

    Set<String> read =
        job.read().leaves().stream()
            .map(ComparedValue::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(read).containsAll(inData);
    assertThat(inData)
        .containsAll(job.compared().stream().map(WideTweetsTest::nameInData).toList());
  }

  private static String nameInData(ComparedValue value) {
    return value.name().replaceAll("\\.(lat_lon|lon_lat)$", ".coordinates");
  }

  private static void collect(String path, JsonNode node, Set<String> leaves) {
    if (JSON.stream().anyMatch(path::endsWith)) {
      leaves.add(path);
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                collect(name, entry.getValue(), leaves);
              });
    } else if (node.isArray()) {
      node.forEach(element -> collect(path, element, leaves));
    } else if (!node.isNull()) {
      leaves.add(path);
    }
  }
}
