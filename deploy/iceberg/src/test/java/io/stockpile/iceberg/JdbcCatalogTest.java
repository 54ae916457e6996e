package io.stockpile.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.StoreLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.junit.jupiter.api.Test;

/** A catalog in a database: SQLite, in a file. */
class JdbcCatalogTest extends ForeignCatalogContract {
  private Path database;

  @Override
  void start(TestArchive of) {
    database = of.root().resolveSibling("catalog.db");
  }

  @Override
  void stop() {}

  @Override
  String properties() {
    return "type=jdbc,uri=jdbc:sqlite:" + database;
  }

  @Override
  Catalog open() {
    return open(NAME, database, archive().location());
  }

  static Catalog open(String name, Path database, StoreLocation location) {
    Map<String, String> properties = new HashMap<>(ArchiveFileIO.settings(location));
    properties.put("type", "jdbc");
    properties.put("uri", "jdbc:sqlite:" + database);
    properties.put("warehouse", location.root());
    properties.put("io-impl", ArchiveFileIO.class.getName());
    return CatalogUtil.buildIcebergCatalog(name, properties, null);
  }

  @Test
  void anArchiveDoesNotTouchTheTablesOfAnother() {
    assertThat(publish().code()).isZero();
    Path other = archive().root().resolveSibling("other");
    try (TestArchive theirs = new TestArchive(other)) {
      TestArchive.Ending ending =
          theirs.run("catalog", "--catalog=" + NAME, "--catalogProperties=" + properties());

      assertThat(ending.code()).isEqualTo(2);
      assertThat(ending.err()).contains("is not in the archive", "another archive's");
    }
  }

  @Test
  void aCatalogThatIcebergDoesNotKnowIsAMistake() {
    TestArchive.Ending ending =
        archive().run("catalog", "--catalog=x", "--catalogProperties=type=phonebook");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("--catalogProperties", "phonebook");
  }

  @Test
  void aSecretInTheClearIsRefusedAndNotRepeated() {
    for (String secret :
        new String[] {
          "type=jdbc,uri=jdbc:sqlite:x,jdbc.password=hunter2secret",
          "type=jdbc,uri=jdbc:postgresql://me:hunter2secret@host/db",
          "type=jdbc,uri=jdbc:postgresql://host/db?password=hunter2secret"
        }) {
      TestArchive.Ending ending =
          archive().run("catalog", "--catalog=x", "--catalogProperties=" + secret);

      assertThat(ending.code()).isEqualTo(2);
      assertThat(ending.out() + ending.err()).doesNotContain("hunter2secret");
    }
  }

  @Test
  void aReferenceThatLeadsNowhereIsAMistake() {
    TestArchive.Ending ending =
        archive()
            .run(
                "catalog",
                "--catalog=x",
                "--catalogProperties=type=jdbc,uri=jdbc:sqlite:x,jdbc.password=env:NOT_SET");

    assertThat(ending.code()).isEqualTo(2);
    assertThat(ending.err()).contains("jdbc.password", "NOT_SET");
  }
}
