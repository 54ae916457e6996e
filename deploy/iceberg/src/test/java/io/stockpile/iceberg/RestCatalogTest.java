package io.stockpile.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.junit.jupiter.api.Test;

/** A catalog behind Iceberg's REST protocol. */
class RestCatalogTest extends ForeignCatalogContract {
  private static final String TOKEN = "a-token-that-nobody-may-see";

  private RestServer server;

  @Override
  void start(TestArchive of) throws IOException {
    Path database = of.root().resolveSibling("served.db");
    server = new RestServer(JdbcCatalogTest.open("served", database, of.location()), TOKEN);
    of.environment().put("CATALOG_TOKEN", TOKEN);
  }

  @Override
  void stop() {
    server.close();
  }

  @Override
  String properties() {
    return "type=rest,uri=" + server.uri() + ",token=env:CATALOG_TOKEN";
  }

  @Override
  Catalog open() {
    Map<String, String> properties = new HashMap<>(ArchiveFileIO.settings(archive().location()));
    properties.put("type", "rest");
    properties.put("uri", server.uri());
    properties.put("token", TOKEN);
    properties.put("io-impl", ArchiveFileIO.class.getName());
    return CatalogUtil.buildIcebergCatalog(NAME, properties, null);
  }

  @Test
  void aRefusedTokenIsExitCodeFourAndIsNotShown() {
    archive().environment().put("CATALOG_TOKEN", "a-token-of-yesterday");

    for (TestArchive.Ending ending :
        new TestArchive.Ending[] {
          publish(),
          publish("--verbose"),
          archive()
              .backfill(
                  "--date=2016-12-05",
                  "--publish",
                  "--catalog=" + NAME,
                  "--catalogProperties=" + properties())
        }) {
      assertThat(ending.code()).as(ending.out() + ending.err()).isEqualTo(4);
      assertThat(ending.out()).contains("refused the credentials");
      assertThat(ending.out() + ending.err()).doesNotContain("a-token-of-yesterday");
    }
  }

  @Test
  void whatAServerSaysOfATokenIsNotRepeated() {
    server.refuseChanges();

    TestArchive.Ending ending = publish("--verbose");

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.out()).contains("Not with the token …");
    assertThat(ending.out() + ending.err()).doesNotContain(TOKEN);
  }

  @Test
  void aServerThatIsNotThereIsAFailure() {
    String properties = properties();
    server.close();

    TestArchive.Ending ending =
        archive().run("catalog", "--catalog=" + NAME, "--catalogProperties=" + properties);

    assertThat(ending.code()).isEqualTo(1);
    assertThat(ending.err()).contains("The catalog prod could not be opened");
    assertThat(ending.out() + ending.err()).doesNotContain(TOKEN);
  }
}
