package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.catalog.ChangedMeanwhileException;
import io.stockpile.pipeline.catalog.PublishedTable;
import io.stockpile.pipeline.manifest.Versions;
import io.stockpile.schemas.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** An Iceberg table of the archive, in the state in which it was found. */
final class IcebergTable implements PublishedTable {
  private final ObjectStore store;
  private final String root;
  private final TableSchema schema;
  private final BaseTable table;
  private final TableMetadata found;
  private final List<PublishedFile> files = new ArrayList<>();
  private final Map<String, List<DataFile>> entries;

  /**
   * @param root the archive's address
   */
  IcebergTable(ObjectStore store, String root, TableSchema schema, BaseTable table)
      throws IOException {
    this.store = store;
    this.root = root;
    this.schema = schema;
    this.table = table;
    found = table.operations().current();
    entries = new HashMap<>();
    if (found.currentSnapshot() != null) {
      try (CloseableIterable<FileScanTask> tasks =
          table.newScan().useSnapshot(found.currentSnapshot().snapshotId()).planFiles()) {
        for (FileScanTask task : tasks) {
          add(task.file());
        }
      }
    }
  }

  private void add(DataFile file) {
    String prefix = root + "/";
    String address = file.location();
    String path = address.startsWith(prefix) ? address.substring(prefix.length()) : address;
    files.add(new PublishedFile(path, file.recordCount(), file.fileSizeInBytes()));
    entries.computeIfAbsent(path, key -> new ArrayList<>()).add(file);
  }

  @Override
  public List<PublishedFile> files() {
    return List.copyOf(files);
  }

  @Override
  public boolean bringUpToDate() throws ChangedMeanwhileException {
    Schema ours = IcebergSchemas.schema(schema);
    Map<String, String> properties = IcebergSchemas.properties(schema);
    boolean newer = !KnownColumns.of(found.schema()).containsAll(KnownColumns.of(ours));
    boolean told = found.properties().entrySet().containsAll(properties.entrySet());
    if (!newer && told) {
      return false;
    }
    TableMetadata.Builder changed = TableMetadata.buildFrom(found).setProperties(properties);
    if (newer) {
      int highest = Math.max(found.lastColumnId(), IcebergSchemas.highestId(schema));
      changed.setCurrentSchema(ours, highest);
    }
    commit(changed.build());
    return newer;
  }

  private void commit(TableMetadata changed) throws ChangedMeanwhileException {
    try {
      table.operations().commit(found, changed);
    } catch (CommitFailedException e) {
      throw new ChangedMeanwhileException(table.name() + " was changed meanwhile", e);
    }
  }

  @Override
  public void replace(List<io.stockpile.pipeline.manifest.DataFile> added, Collection<String> gone)
      throws IOException, ChangedMeanwhileException {
    List<DataFile> more = new DataFileEntries(store, root, schema, table).of(added);
    OverwriteFiles step =
        table
            .newOverwrite()
            .conflictDetectionFilter(Expressions.alwaysTrue())
            .validateNoConflictingData()
            .validateNoConflictingDeletes();
    if (found.currentSnapshot() != null) {
      step.validateFromSnapshot(found.currentSnapshot().snapshotId());
    }
    for (String path : gone) {
      entries.get(path).forEach(step::deleteFile);
    }
    more.forEach(step::addFile);
    step.set("stockpile.version", Versions.product());
    try {
      step.commit();
    } catch (ValidationException | CommitFailedException e) {
      throw new ChangedMeanwhileException(table.name() + " was changed meanwhile", e);
    }
  }

  @Override
  public int forgetFormer() {
    TableOperations operations = table.operations();
    Set<Snapshot> former = FormerSnapshots.of(found);
    if (former.isEmpty()) {
      mendHint();
      return 0;
    }
    TableMetadata kept =
        TableMetadata.buildFrom(found)
            .removeSnapshots(former.stream().map(Snapshot::snapshotId).toList())
            .build();
    try {
      operations.commit(found, kept);
    } catch (CommitFailedException e) {
      // Another process is changing the table; the next publication removes what that leaves.
      return 0;
    }
    FormerSnapshots.removeMetadata(operations.io(), former, kept);
    return former.size();
  }

  private void mendHint() {
    if (table.operations() instanceof ArchiveTableOperations here) {
      here.mendHint();
    }
  }
}
