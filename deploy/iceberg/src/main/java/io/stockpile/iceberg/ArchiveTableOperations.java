package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StoredObject;
import io.stockpile.connectors.store.Versioned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table in the archive, in the layout of Iceberg's Hadoop catalog: {@code
 * metadata/v7.metadata.json} is its seventh state, and {@code metadata/version-hint.text} says
 * where a reader begins to look. A commit writes the next state with {@link
 * ObjectStore#putIfAbsent}, so that of several writers exactly one succeeds, on a path, on S3 and
 * on {@code gs://}. On {@code hdfs://} there may be only one writer, as for the archive itself.
 *
 * <p>The hint is only for other readers. It is written after the commit and never set to an earlier
 * state. This class lists the states instead, so a hint that is late, damaged or missing does no
 * harm here, and the next commit corrects it. Not thread-safe.
 */
final class ArchiveTableOperations implements TableOperations {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveTableOperations.class);
  private static final Pattern STATE = Pattern.compile(".*/v([1-9]\\d{0,8})\\.metadata\\.json");
  private static final int HINT_ROUNDS = 10;

  private final ObjectStore store;
  private final FileIO io;
  private final String root;
  private final String directory;
  private TableMetadata current;
  private int version;
  private boolean stale = true;

  /**
   * @param root the archive's address
   * @param directory the table's key, for example {@code _iceberg/stocktwits/messages}
   */
  ArchiveTableOperations(ObjectStore store, FileIO io, String root, String directory) {
    this.store = store;
    this.io = io;
    this.root = root;
    this.directory = directory;
  }

  /** The table's address. */
  String location() {
    return root + "/" + directory;
  }

  /** The newest known state; null when there is no table. */
  @Override
  public TableMetadata current() {
    return stale ? refresh() : current;
  }

  @Override
  public TableMetadata refresh() {
    try {
      int newest = newest();
      if (newest == 0) {
        current = null;
      } else if (current == null || newest != version) {
        current = TableMetadataParser.read(io, address(newest));
      }
      version = newest;
      stale = false;
      return current;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int newest() throws IOException {
    int newest = 0;
    for (StoredObject object : store.list(directory + "/metadata/v")) {
      Matcher state = STATE.matcher(object.key());
      if (state.matches()) {
        newest = Math.max(newest, Integer.parseInt(state.group(1)));
      }
    }
    return newest;
  }

  @Override
  public void commit(TableMetadata base, TableMetadata changed) {
    if (base != current()) {
      throw new CommitFailedException("%s was changed meanwhile", location());
    }
    if (base == changed) {
      return;
    }
    int next = version + 1;
    put(next, TableMetadataParser.toJson(changed).getBytes(StandardCharsets.UTF_8));
    stale = true;
    writeHint(next);
    if (base != null) {
      CatalogUtil.deleteRemovedMetadataFiles(io, base, changed);
    }
  }

  private void put(int next, byte[] json) {
    String key = directory + "/metadata/" + name(next);
    try {
      store.putIfAbsent(key, json);
    } catch (PreconditionFailedException e) {
      if (!isOurs(key, json)) {
        stale = true;
        throw new CommitFailedException(e, "%s was changed meanwhile", location());
      }
    } catch (IOException e) {
      if (!isOurs(key, json)) {
        stale = true;
        throw new CommitStateUnknownException(e);
      }
    }
  }

  /**
   * Whether the state was written by this object. That is so if the answer to a first request was
   * lost and the request was repeated.
   */
  private boolean isOurs(String key, byte[] json) {
    try {
      return store
          .readVersioned(key)
          .filter(found -> Arrays.equals(found.content(), json))
          .isPresent();
    } catch (IOException e) {
      throw new CommitStateUnknownException(e);
    }
  }

  /** Corrects the hint if it is late or cannot be read. */
  void mendHint() {
    if (current() != null) {
      writeHint(version);
    }
  }

  /** Writes the hint. A failure is ignored, because the commit is done already. */
  private void writeHint(int newest) {
    String key = directory + "/metadata/version-hint.text";
    byte[] text = Integer.toString(newest).getBytes(StandardCharsets.US_ASCII);
    for (int round = 0; round < HINT_ROUNDS; round++) {
      try {
        Optional<Versioned> hint = store.readVersioned(key);
        if (hint.filter(found -> number(found.content()) >= newest).isPresent()) {
          return;
        }
        if (hint.isPresent()) {
          store.putIfUnchanged(key, text, hint.get().version());
        } else {
          store.putIfAbsent(key, text);
        }
        return;
      } catch (PreconditionFailedException e) {
        LOG.debug("{} was written by another process", key);
      } catch (IOException e) {
        LOG.warn(
            "{} could not be written ({}); readers that go by it see the table as it was before,"
                + " until the next publication",
            key,
            e.getMessage());
        return;
      }
    }
  }

  private static int number(byte[] hint) {
    try {
      return Integer.parseInt(new String(hint, StandardCharsets.US_ASCII).strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String name(int state) {
    return "v" + state + ".metadata.json";
  }

  private String address(int state) {
    return metadataFileLocation(name(state));
  }

  @Override
  public FileIO io() {
    return io;
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return location() + "/metadata/" + fileName;
  }

  @Override
  public LocationProvider locationProvider() {
    return LocationProviders.locationsFor(location(), current().properties());
  }
}
