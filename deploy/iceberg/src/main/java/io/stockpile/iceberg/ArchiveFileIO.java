package io.stockpile.iceberg;

import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.catalog.CatalogProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Lets Iceberg access files through the archive's own store, with the same requests, retries,
 * credentials and proxies as for everything else. Only addresses in the archive are accepted.
 * Thread-safe.
 *
 * <p>Catalogs create it by its class name and call {@link #initialize}. It then opens a store of
 * its own, which {@link #close} closes.
 */
public final class ArchiveFileIO implements FileIO {
  private static final long serialVersionUID = 1L;

  /** An address is not in the archive. */
  static final class NotInArchiveException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotInArchiveException(String message) {
      super(message);
    }
  }

  private static final String ROOT = "stockpile.root";
  private static final String ENDPOINT = "stockpile.s3-endpoint";
  private static final String PATH_STYLE = "stockpile.s3-path-style";
  private static final String FEW_CHECKSUMS = "stockpile.s3-checksums-when-required";
  private static final String PROXY = "stockpile.proxy-login";

  /**
   * A prefix of references. Without it Iceberg itself would resolve values that begin with {@code
   * env:}.
   */
  private static final String REFERENCE = "reference ";

  private final Map<String, String> settings = new HashMap<>();
  private transient ObjectStore store;
  private transient boolean own;

  /** For catalogs, which call {@link #initialize} next. */
  public ArchiveFileIO() {}

  /**
   * @param store the archive; the caller closes it
   */
  ArchiveFileIO(ObjectStore store, StoreLocation location) {
    this.store = store;
    settings.putAll(settings(location));
  }

  /** The properties for an object that a catalog creates. */
  static Map<String, String> settings(StoreLocation location) {
    return Map.of(
        ROOT, location.root(),
        ENDPOINT, location.endpoint().orElse(""),
        PATH_STYLE, Boolean.toString(location.s3PathStyle()),
        FEW_CHECKSUMS, Boolean.toString(location.s3ChecksumsWhenRequired()),
        PROXY, REFERENCE + location.proxyCredentials());
  }

  private StoreLocation location() {
    String endpoint = settings.getOrDefault(ENDPOINT, "");
    return new StoreLocation(
        Objects.requireNonNull(settings.get(ROOT), ROOT),
        endpoint.isEmpty() ? null : endpoint,
        Boolean.parseBoolean(settings.get(PATH_STYLE)),
        Boolean.parseBoolean(settings.get(FEW_CHECKSUMS)),
        CredentialsReference.parse(settings.get(PROXY).substring(REFERENCE.length())));
  }

  @Override
  public synchronized void initialize(Map<String, String> properties) {
    settings.putAll(properties);
    settings.keySet().removeIf(key -> !key.startsWith("stockpile."));
  }

  @Override
  public Map<String, String> properties() {
    return Map.copyOf(settings);
  }

  private synchronized ObjectStore store() {
    if (store == null) {
      try {
        store = ObjectStores.open(location());
        own = true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return store;
  }

  /**
   * The key of an address in the archive.
   *
   * @throws NotInArchiveException when the address is not in the archive
   */
  private String key(String address) {
    String root = ObjectStores.address(location()) + "/";
    if (!address.startsWith(root)) {
      throw new NotInArchiveException(address + " is not in the archive " + root);
    }
    return address.substring(root.length());
  }

  private StoreFile file(String address) {
    return new StoreFile(store(), address, key(address));
  }

  @Override
  public InputFile newInputFile(String address) {
    return file(address);
  }

  @Override
  public OutputFile newOutputFile(String address) {
    return file(address);
  }

  @Override
  public void deleteFile(String address) {
    String key = key(address);
    if (!key.startsWith(CatalogProvider.DIRECTORY) && !key.startsWith(ForeignCatalog.DIRECTORY)) {
      throw new IllegalArgumentException(
          address + " is the archive's own: it goes when no manifest names it any more");
    }
    try {
      store().delete(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (own) {
      store.close();
      store = null;
      own = false;
    }
  }
}
