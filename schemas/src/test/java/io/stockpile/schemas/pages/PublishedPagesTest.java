package io.stockpile.schemas.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The checked-in pages are those that the schemas generate; {@code -Dschema.pages=write} writes
 * them.
 */
class PublishedPagesTest {
  private static final Path SITE = Path.of("..", "src", "site");

  /** Athena's catalog does not keep longer comments of columns. */
  private static final int LONGEST_COMMENT = 255;

  @Test
  void thePagesAreWhatTheSchemasGive() throws IOException {
    for (Map.Entry<String, String> page : SchemaPages.all().entrySet()) {
      Path file = SITE.resolve(page.getKey());
      if ("write".equals(System.getProperty("schema.pages"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.getValue());
      }
      assertThat(file)
          .as(
              "src/site/%s must follow the schema files; write it anew with"
                  + " mvn -pl schemas test -Dtest=PublishedPagesTest -Dschema.pages=write",
              page.getKey())
          .hasContent(page.getValue());
    }
  }

  @Test
  void noColumnsDocIsCutByACatalog() {
    for (TableSchema table : Tables.all()) {
      for (Field field : table.fields()) {
        assertThat(field.doc().length())
            .as("%s %s", table.name(), field.name())
            .isLessThanOrEqualTo(LONGEST_COMMENT);
      }
    }
  }
}
