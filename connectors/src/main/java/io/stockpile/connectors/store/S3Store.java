package io.stockpile.connectors.store;

import io.stockpile.connectors.http.Proxies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An archive in an S3 bucket, or that of a server which speaks S3.
 *
 * <p>What is staged is a multipart upload on the final key that nobody completes: its parts are in
 * the bucket, invisible, and to make them visible is one small request. Conditional writes are the
 * server's own; versions are its entity tags. Requests are retried a bounded number of times.
 *
 * <p>Some servers list unfinished uploads only for an exact key; there {@link #abortPending} finds
 * less than it should, and a lifecycle rule for incomplete uploads does the rest.
 */
final class S3Store implements ObjectStore {
  private final String name;
  private final S3Root root;
  private final S3Objects objects;
  private final S3Uploads uploads;
  private final S3Puts puts;
  private final S3Reads reads;

  /**
   * @param name the root as the user wrote it
   * @param client closed with the store
   * @param checksums whether the server keeps the checksums of parts
   */
  S3Store(String name, S3Client client, S3PartSizes sizes, boolean checksums) {
    this.name = name;
    this.root = S3Root.parse(name);
    this.objects = new S3Objects(client, root, new S3Errors(root));
    this.uploads = new S3Uploads(objects, sizes, checksums);
    this.puts = new S3Puts(objects);
    this.reads = new S3Reads(objects);
  }

  static S3Store open(StoreLocation location) throws IOException {
    S3Root.parse(location.root());
    Proxies proxies =
        Proxies.of(location.proxyCredentials(), name -> Optional.ofNullable(System.getenv(name)));
    return new S3Store(
        location.root(),
        S3Clients.open(location, proxies),
        S3PartSizes.DEFAULT,
        !location.s3ChecksumsWhenRequired());
  }

  @Override
  public String root() {
    return name;
  }

  @Override
  public Optional<StoredObject> find(String key) throws IOException {
    return objects
        .head(ObjectKeys.check(key))
        .map(head -> new StoredObject(key, head.contentLength()));
  }

  @Override
  public List<StoredObject> list(String prefix) throws IOException {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(root.bucket())
            .prefix(root.inBucket(ObjectKeys.checkPrefix(prefix)))
            .build();
    return objects
        .errors()
        .explained(
            "list",
            prefix,
            () ->
                objects.client().listObjectsV2Paginator(request).contents().stream()
                    .map(found -> new StoredObject(root.inArchive(found.key()), found.size()))
                    .filter(object -> ObjectKeys.isKey(object.key()))
                    .sorted(Comparator.comparing(StoredObject::key))
                    .toList());
  }

  @Override
  public InputStream read(String key) throws IOException {
    return reads.open(ObjectKeys.check(key));
  }

  @Override
  public byte[] read(String key, long offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, Long.MAX_VALUE);
    if (length > 0) {
      return reads.range(ObjectKeys.check(key), offset, length);
    }
    // No range of HTTP is empty.
    StoredObject object = find(key).orElseThrow(() -> new NoSuchFileException(root.address(key)));
    if (offset > object.bytes()) {
      throw reads.endsEarly(key, "has " + object.bytes() + " bytes", offset, length);
    }
    return new byte[0];
  }

  @Override
  public Optional<Versioned> readVersioned(String key) throws IOException {
    try (S3ResumingStream stream = reads.open(ObjectKeys.check(key))) {
      return Optional.of(new Versioned(stream.readAllBytes(), stream.entityTag()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public StagedObject stage(String key) throws IOException {
    return uploads.stage(ObjectKeys.check(key));
  }

  @Override
  public void complete(PendingObject pending) throws IOException {
    ObjectKeys.check(pending.key());
    uploads.complete(pending);
  }

  @Override
  public void abort(PendingObject pending) throws IOException {
    ObjectKeys.check(pending.key());
    uploads.abort(pending);
  }

  @Override
  public int abortPending(String prefix, Predicate<String> keys, Instant since) throws IOException {
    return uploads.abortPending(
        ObjectKeys.checkPrefix(prefix), Objects.requireNonNull(keys, "keys"), since);
  }

  @Override
  public String putIfAbsent(String key, byte[] content) throws IOException {
    return puts.put(ObjectKeys.check(key), content, Optional.empty());
  }

  @Override
  public String putIfUnchanged(String key, byte[] content, String version) throws IOException {
    return puts.put(ObjectKeys.check(key), content, Optional.of(version));
  }

  @Override
  public void delete(String key) throws IOException {
    String inBucket = root.inBucket(ObjectKeys.check(key));
    objects
        .errors()
        .explained(
            "delete",
            key,
            () -> {
              try {
                objects.client().deleteObject(delete -> delete.bucket(root.bucket()).key(inBucket));
              } catch (NoSuchKeyException e) {
                // AWS says nothing to this, some servers do.
              }
              return true;
            });
  }

  /** A bucket that kept versions once has them still when it keeps no new ones. */
  @Override
  public Retention retention() throws IOException {
    try {
      String versioning =
          objects
              .client()
              .getBucketVersioning(bucket -> bucket.bucket(root.bucket()))
              .statusAsString();
      if (versioning == null) {
        return Retention.NOTHING;
      }
    } catch (S3Exception e) {
      // Not every server knows the question, and not everybody may ask it.
      return Retention.UNKNOWN;
    } catch (SdkException e) {
      throw objects.errors().explain("ask whether versions are kept in", "", e);
    }
    return isLocked() ? Retention.LOCKED_VERSIONS : Retention.VERSIONS;
  }

  private boolean isLocked() throws IOException {
    try {
      return objects
              .client()
              .getObjectLockConfiguration(bucket -> bucket.bucket(root.bucket()))
              .objectLockConfiguration()
          != null;
    } catch (S3Exception e) {
      // A bucket without object lock answers with an error.
      return false;
    } catch (SdkException e) {
      throw objects.errors().explain("ask whether versions are locked in", "", e);
    }
  }

  @Override
  public void close() {
    objects.client().close();
  }
}
