package io.stockpile.pipeline.commands;

import io.stockpile.connectors.json.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenStatusTest {
  private static final String RANGE = "replay/powertrack/acme/prod/201606010000_201606010010";

  @TempDir private Path root;

  private void put(String key, byte[] content) throws IOException {
    Path file = root.resolve(key);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void put(String key, String golden) throws IOException {
    put(key, GoldenFile.read(golden));
  }

  private String status() {
    return new Archive(root).run("status", "--json").out().replace(root.toString(), "ROOT");
  }

  @Test
  void statusForScriptsIsWrittenAsEver() throws IOException {
    put("_manifests/firestream/message/2016-12-05.json", "manifest-day.json");
    put("_landing/firestream/message/2016-12-07.gz", new byte[] {1, 2, 3});
    put("_manifests/firestream/activity/2016-12-05.json", "manifest-empty-day.json");
    put("_manifests/firestream/activity/2016-12-06.json", "rules.json");
    put("_manifests/" + RANGE + ".json", "manifest-range-with-gaps.json");
    put("_commits/firestream-message-2016-12-05.json", "intent-decided.json");

    GoldenFile.hold("status.json", status().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void statusOfOtherStatesIsWrittenAsEver() throws IOException {
    put("_manifests/firestream/message/2016-12-05.json", "manifest-absent-day.json");
    put("_manifests/firestream/activity/2016-12-05.json", "manifest-day.json");
    put("_commits/firestream-message-2016-12-05.json", "intent-torn.json");
    put("_manifests/" + RANGE + ".json", "manifest-range.json");
    String landed = "_landing/replay/powertrack/acme/prod/201606010010_201606010210/";
    put(landed + "1.json", "attempt-completed-with-errors.json");
    put(landed + "1.json.gz", new byte[] {1, 2, 3});

    GoldenFile.hold("status-others.json", status().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void statusOfNothingIsWrittenAsEver() throws IOException {
    GoldenFile.hold("status-nothing.json", status().getBytes(StandardCharsets.UTF_8));
  }
}
