package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle without the module for Iceberg says so before anything begins. */
class CatalogWithoutItsModuleTest {
  @TempDir private Path directory;

  @Test
  void neitherPublishesNorBeginsWhatWasToBePublished() {
    Archive archive = new Archive(directory.resolve("archive"));
    String[] backfill = {"--date=2016-12-05", "--firestreamUrl=http://127.0.0.1:1", "--publish"};

    for (Archive.Ending ending :
        new Archive.Ending[] {archive.run("catalog"), archive.run("backfill", backfill)}) {
      assertThat(ending.code()).isEqualTo(2);
      assertThat(ending.err()).contains("no module for Iceberg's tables", "./stockpile");
    }
    assertThat(archive.files()).isEmpty();
  }
}
