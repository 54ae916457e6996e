package io.stockpile.pipeline.manifest;

import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** The versions that manifests are written with. */
public final class Versions {
  private Versions() {}

  /** The version of this program. */
  public static String product() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is not in the jar");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties cannot be read", e);
    }
    return properties.getProperty("version");
  }

  /** The version of all tables together. It is raised with every change of a table. */
  public static int schema() {
    List<TableSchema> tables = Tables.all();
    return 1 + tables.stream().mapToInt(table -> table.version() - 1).sum();
  }
}
