package io.stockpile.iceberg;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogChoice;
import io.stockpile.pipeline.catalog.CatalogRefusedException;
import io.stockpile.pipeline.catalog.PublishedTable;
import io.stockpile.pipeline.catalog.TableCatalog;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.schemas.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NotAuthorizedException;

/**
 * A catalog of the user. The catalog knows which state of a table is the newest. The states
 * themselves are in the archive, below {@code _catalogs/NAME}, and are accessed through the
 * archive's own store, unless {@code io-impl} says otherwise. Tables are registered and never
 * created by the catalog, because that would give them other field ids.
 */
final class ForeignCatalog implements TableCatalog {
  /** The directory of the states of tables in foreign catalogs. */
  static final String DIRECTORY = "_catalogs/";

  private final ObjectStore store;
  private final String root;
  private final String name;
  private final CatalogSettings settings;
  private final Catalog catalog;

  /**
   * @throws CatalogRefusedException when Iceberg cannot open it with these properties
   */
  ForeignCatalog(
      ObjectStore store, StoreLocation location, CatalogChoice choice, Surroundings surroundings)
      throws IOException, CatalogRefusedException {
    this.store = store;
    root = ObjectStores.address(location);
    name = choice.name();
    settings = new CatalogSettings(choice, surroundings);
    settings.offer(ArchiveFileIO.settings(location));
    settings.offer(Map.of("io-impl", ArchiveFileIO.class.getName()));
    if ("jdbc".equals(choice.properties().get("type"))) {
      // Iceberg demands a warehouse, although it is only used for tables that a catalog creates.
      settings.offer(Map.of("warehouse", root + "/" + DIRECTORY + name));
    }
    try {
      catalog = CatalogUtil.buildIcebergCatalog(name, settings.values(), null);
    } catch (IllegalArgumentException | NullPointerException | UnsupportedOperationException e) {
      throw new CatalogRefusedException(
          "Option --catalogProperties: Iceberg cannot open the catalog with them: " + said(e));
    } catch (RuntimeException e) {
      throw failed("opened", e);
    }
  }

  private String said(Throwable e) {
    return settings.withoutSecrets(Failures.inOneLine(e));
  }

  /** The cause is left out, because its text may contain a secret. */
  private IOException failed(String what, RuntimeException e) throws CatalogRefusedException {
    if (e instanceof NotAuthorizedException || e instanceof ForbiddenException) {
      throw CatalogRefusedException.ofCredentials(
          "The catalog " + name + " refused the credentials: " + said(e));
    }
    return new IOException("The catalog " + name + " could not be " + what + ": " + said(e));
  }

  @Override
  public String place() {
    return "the catalog " + name;
  }

  private static TableIdentifier identifier(TableSchema table) {
    return TableIdentifier.parse(table.name().replace('/', '.'));
  }

  @Override
  public Optional<PublishedTable> find(TableSchema schema)
      throws IOException, CatalogRefusedException {
    Table table;
    try {
      table = catalog.loadTable(identifier(schema));
    } catch (NoSuchTableException | NoSuchNamespaceException e) {
      return Optional.empty();
    } catch (ArchiveFileIO.NotInArchiveException e) {
      throw elsewhere(schema, e.getMessage());
    } catch (RuntimeException e) {
      throw failed("asked for " + schema.name(), e);
    }
    if (!table.location().startsWith(root + "/")) {
      throw elsewhere(schema, table.location() + " is not in the archive " + root);
    }
    try {
      return Optional.of(
          new DiscreetTable(
              IcebergTables.open(store, root, schema, (BaseTable) table), settings, name));
    } catch (RuntimeException e) {
      throw failed("asked for the files of " + schema.name(), e);
    }
  }

  private CatalogRefusedException elsewhere(TableSchema schema, String where) {
    return new CatalogRefusedException(
        "The table "
            + identifier(schema)
            + " of the catalog "
            + name
            + " is another archive's, or somebody else's: "
            + where
            + ". Drop it there, or give another --catalog");
  }

  @Override
  public PublishedTable create(TableSchema schema) throws IOException, CatalogRefusedException {
    TableIdentifier identifier = identifier(schema);
    String directory = DIRECTORY + name + "/" + schema.name();
    String key = directory + "/metadata/00000-" + UUID.randomUUID() + ".metadata.json";
    String metadata =
        TableMetadataParser.toJson(IcebergSchemas.metadata(schema, root + "/" + directory));
    store.putIfAbsent(key, metadata.getBytes(StandardCharsets.UTF_8));
    try {
      createNamespace(identifier.namespace());
      catalog.registerTable(identifier, root + "/" + key);
    } catch (RuntimeException e) {
      // Another process may have created the table; catalogs report that in different ways.
      Optional<PublishedTable> there = find(schema);
      if (there.isEmpty()) {
        throw failed("given " + schema.name(), e);
      }
      return there.get();
    }
    return find(schema)
        .orElseThrow(
            () -> new IOException("The table " + identifier + " is gone from " + name + " again"));
  }

  private void createNamespace(Namespace namespace) {
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      try {
        namespaces.createNamespace(namespace);
      } catch (RuntimeException e) {
        if (!namespaces.namespaceExists(namespace)) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (catalog instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
