package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A manifest lists the ids that its unit names outside columns. They are found without reading the
 * landed lines, which are read only for a manifest without such a list.
 */
class EraseFindsQuicklyTest {
  private static final String DAY = "2018-03-05";
  private static final String MANIFEST = "_manifests/firestream/message/" + DAY + ".json";
  private static final String LOOKED_THROUGH = "were looked through as well";

  @TempDir Path directory;
  private Archive archive;

  @BeforeEach
  void bringIn() throws IOException {
    archive = new Archive(directory.resolve("archive"));
    Path file = directory.resolve("stocktwits_messages_2018_03_05");
    Files.write(
        file,
        List.of(
            message(1, ",\"new\":{\"word\":\"w\"}"),
            message(2, ",\"new\":{\"message\":{\"id\":700,\"body\":\"b\",\"user\":{\"id\":701}}}"),
            message(3, ""),
            message(3, ",\"reshare_message\":{\"message\":{\"id\":702,\"body\":\"inner words\"}}"),
            "{\"id\":703,\"body\":\"cut wor",
            "{\"id\":704,\"verb\":\"unknown\",\"user\":{\"id\":705}}"));
    assertThat(archive.run("import", "--files=" + file).code()).isZero();
  }

  private static String message(long id, String more) {
    return ("{\"id\":%d,\"body\":\"words of %d\",\"created_at\":\"%sT10:00:00Z\","
            + "\"user\":{\"id\":9,\"username\":\"nine\"}%s}")
        .formatted(id, id, DAY, more);
  }

  private Archive.Ending plan(String ids) throws IOException {
    Path file = directory.resolve("ids.txt");
    Files.writeString(file, ids);
    Archive.Ending ending = archive.run("erase", "--ids=" + file, "--reason=r", "--dryRun");
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    return ending;
  }

  @Test
  void whatNoLineNamesIsNotLookedForInLines() throws IOException {
    assertThat(archive.text(MANIFEST)).contains("\"other_ids\"");

    assertThat(plan("message 500\nstocktwits-user 600\n").out())
        .contains("0 of 1 unit hold")
        .doesNotContain(LOOKED_THROUGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message 700",
        "stocktwits-user 701",
        "message 702",
        "message 703",
        "stocktwits-user 705",
        "message 3",
        "stocktwits-user 9"
      })
  void whatALineNamesAnywhereIsFound(String id) throws IOException {
    assertThat(plan(id + "\n").out()).contains("1 of 1 unit holds something of it");
  }

  @Test
  void aUnitThatWasBuiltBeforeItWasWrittenDownIsReadForIt() throws IOException {
    String manifest = archive.text(MANIFEST);
    String former = manifest.replaceFirst(",\\s*\"other_ids\" : \\{[^}]*\\}", "");
    assertThat(former).isNotEqualTo(manifest).doesNotContain("other_ids");
    Files.write(archive.root().resolve(MANIFEST), former.getBytes(StandardCharsets.UTF_8));

    assertThat(plan("message 500\n").out()).contains("0 of 1 unit hold", LOOKED_THROUGH);
    assertThat(plan("message 702\n").out()).contains("1 of 1 unit holds", LOOKED_THROUGH);
  }

  @Test
  void whatIsErasedIsNotWrittenDownAnyMore() throws IOException {
    Path file = directory.resolve("ids.txt");
    Files.writeString(file, "message 700\nmessage 702\n");
    assertThat(archive.run("erase", "--ids=" + file, "--reason=r").code()).isZero();
    assertThat(archive.run("verify", "--erased").code()).isZero();

    assertThat(plan("message 700\nmessage 702\nmessage 703\n").out())
        .contains("1 of 1 unit holds something of it");
    assertThat(archive.text(MANIFEST)).contains("\"generation\" : 2", "\"other_ids\"");
  }
}
