package io.stockpile.pipeline.catalog;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.text.Failures;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the tables of a catalog name exactly the files that the manifests prove, in one atomic step
 * for each table that differs. It depends on nothing but the manifests, so it can be repeated;
 * after a run that was killed, the next one does what is missing.
 *
 * <p>Several processes may do this at the same time. The table is read first and the manifests
 * afterwards, so the manifests are never older than the table that they are compared with. If the
 * table has changed since it was read, the step is refused, and both are read again.
 */
public final class Publication {
  private static final int ROUNDS = 10;

  /**
   * The order in which tables are published: deletions first, so that whoever reads new messages
   * finds their deletions too.
   */
  private static final List<TableSchema> ORDER =
      Tables.all().stream()
          .filter(table -> !table.partitionColumn().isEmpty())
          .sorted(
              Comparator.comparing(
                  (TableSchema table) ->
                      table.equals(Tables.MESSAGES) || table.equals(Tables.TWEETS)))
          .toList();

  private final ObjectStore store;
  private final TableCatalog catalog;
  private final PrintStream out;

  /**
   * @param out receives a line for each table that was changed or failed, and one line at the end
   */
  public Publication(ObjectStore store, TableCatalog catalog, PrintStream out) {
    this.store = store;
    this.catalog = catalog;
    this.out = out;
  }

  /**
   * Checks that the tables can be published in the catalog. Changes nothing.
   *
   * @throws CatalogRefusedException when they cannot
   */
  public static void check(
      ObjectStore store, StoreLocation location, CatalogChoice choice, Surroundings surroundings)
      throws IOException, CatalogRefusedException {
    try (TableCatalog catalog =
        CatalogProvider.require().open(store, location, choice, surroundings)) {
      for (TableSchema table : ORDER) {
        catalog.find(table);
      }
    }
  }

  /**
   * Publishes all tables in the chosen catalog.
   *
   * @param surroundings resolves references to secrets
   * @return whether all tables now are as the manifests say
   * @throws IOException when the manifests cannot be read
   * @throws CatalogRefusedException when the catalog, or a table in it, is not this archive's
   */
  public static boolean publish(
      ObjectStore store,
      StoreLocation location,
      CatalogChoice choice,
      Surroundings surroundings,
      PrintStream out)
      throws IOException, CatalogRefusedException {
    try (TableCatalog catalog =
        CatalogProvider.require().open(store, location, choice, surroundings)) {
      return new Publication(store, catalog, out).publish();
    }
  }

  /**
   * Publishes all tables. A table that fails does not stop the others.
   *
   * @return whether all tables now are as the manifests say
   * @throws IOException when the manifests cannot be read
   * @throws CatalogRefusedException when the catalog, or a table in it, is not this archive's
   */
  public boolean publish() throws IOException, CatalogRefusedException {
    Map<TableSchema, Optional<PublishedTable>> found = new LinkedHashMap<>();
    for (TableSchema table : ORDER) {
      found.put(table, catalog.find(table));
    }
    ProvenFiles proven = ProvenFiles.read(store);
    boolean complete = true;
    long files = 0;
    int tables = 0;
    for (TableSchema table : ORDER) {
      try {
        complete &= publish(table, found.get(table), proven);
        files += proven.of(table.name()).size();
        tables += proven.of(table.name()).isEmpty() ? 0 : 1;
      } catch (IOException | RuntimeException e) {
        complete = false;
        out.println(
            "Failed: "
                + table.name()
                + " could not be published in "
                + catalog.place()
                + ": "
                + Failures.inOneLine(e)
                + ". What the archive holds is held; run `stockpile catalog` again.");
      }
    }
    out.println(
        catalog.place()
            + ": "
            + HumanText.count(tables, "table")
            + " of "
            + HumanText.count(files, "file")
            + (complete ? ", as the manifests say." : ", not all as the manifests say."));
    return complete;
  }

  private boolean publish(TableSchema table, Optional<PublishedTable> first, ProvenFiles seen)
      throws IOException, CatalogRefusedException {
    Optional<PublishedTable> found = first;
    ProvenFiles proven = seen;
    for (int round = 0; round < ROUNDS; round++) {
      if (found.isEmpty() && proven.of(table.name()).isEmpty()) {
        return true;
      }
      PublishedTable published = found.isPresent() ? found.get() : catalog.create(table);
      if (found.isEmpty()) {
        // Another process may have created it meanwhile, with files that are newer than the
        // manifests read here.
        proven = ProvenFiles.read(store);
      }
      try {
        change(table, published, proven);
        return true;
      } catch (ChangedMeanwhileException e) {
        found = catalog.find(table);
        proven = ProvenFiles.read(store);
      }
    }
    out.println(
        "Failed: "
            + table.name()
            + " was changed by others each of "
            + ROUNDS
            + " times that it was to be published in "
            + catalog.place()
            + ". Run `stockpile catalog` again when they are done.");
    return false;
  }

  private void change(TableSchema table, PublishedTable published, ProvenFiles proven)
      throws IOException, ChangedMeanwhileException, CatalogRefusedException {
    if (published.bringUpToDate()) {
      out.println(table.name() + ": has the columns of version " + table.version() + " now.");
      published = catalog.find(table).orElseThrow(() -> new IOException("the table is gone again"));
    }
    Difference difference = Difference.of(proven.of(table.name()), published.files());
    if (!difference.isEmpty()) {
      published.replace(difference.missing(), difference.gone());
      out.println(
          table.name()
              + ": "
              + HumanText.count(difference.missing().size(), "file")
              + " added, "
              + HumanText.count(difference.gone().size())
              + " removed; "
              + HumanText.count(
                  proven.of(table.name()).stream().mapToLong(DataFile::rows).sum(), "row")
              + " now.");
      published = catalog.find(table).orElseThrow(() -> new IOException("the table is gone again"));
    }
    published.forgetFormer();
  }

  /**
   * How the published tables differ from what is proven. Changes nothing.
   *
   * @param proven the manifests of complete and incomplete units
   * @return a line for each table that differs
   */
  public static List<String> differences(TableCatalog catalog, List<Manifest> proven)
      throws IOException {
    ProvenFiles files = ProvenFiles.of(proven);
    List<String> lines = new ArrayList<>();
    for (TableSchema table : ORDER) {
      try {
        List<PublishedTable.PublishedFile> published =
            catalog.find(table).map(PublishedTable::files).orElse(List.of());
        Difference difference = Difference.of(files.of(table.name()), published);
        String where = catalog.place() + ", " + table.name() + ": ";
        difference.gone().stream()
            .map(path -> where + "names " + path + " otherwise than a manifest does, or alone")
            .forEach(lines::add);
        difference.missing().stream()
            .map(file -> where + file.path() + " is not published as the manifest says")
            .forEach(lines::add);
      } catch (CatalogRefusedException e) {
        lines.add(e.getMessage());
      }
    }
    return lines;
  }
}
