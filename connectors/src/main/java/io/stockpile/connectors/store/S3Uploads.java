package io.stockpile.connectors.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Multipart uploads as pending objects: what is uploaded is invisible until it is completed. */
final class S3Uploads {
  private static final String NO_SUCH_UPLOAD = "NoSuchUpload";

  private final S3Objects objects;
  private final S3PartSizes sizes;
  private final boolean checksums;

  S3Uploads(S3Objects objects, S3PartSizes sizes, boolean checksums) {
    this.objects = objects;
    this.sizes = sizes;
    this.checksums = checksums;
  }

  S3StagedObject stage(String key) throws IOException {
    String token = S3Objects.newToken();
    CreateMultipartUploadRequest.Builder request =
        CreateMultipartUploadRequest.builder()
            .bucket(objects.bucket())
            .key(objects.root().inBucket(key))
            .metadata(S3Objects.metadata(token));
    if (checksums) {
      request.checksumAlgorithm(ChecksumAlgorithm.CRC32);
    }
    String uploadId =
        objects
            .errors()
            .explained(
                "begin",
                key,
                () -> objects.client().createMultipartUpload(request.build()).uploadId());
    return new S3StagedObject(objects, sizes, key, uploadId, token);
  }

  void complete(PendingObject pending) throws IOException {
    S3Handle handle = S3Handle.fromJson(pending.handle());
    String key = pending.key();
    CompleteMultipartUploadRequest request =
        CompleteMultipartUploadRequest.builder()
            .bucket(objects.bucket())
            .key(objects.root().inBucket(key))
            .uploadId(handle.uploadId())
            .multipartUpload(upload -> upload.parts(handle.completedParts()))
            .build();
    Optional<SdkException> failure = Optional.empty();
    try {
      objects.client().completeMultipartUpload(request);
    } catch (SdkException e) {
      // The first try may have succeeded and its answer been lost, or it was completed long ago.
      failure = Optional.of(e);
    }
    if (failure.isPresent() && !isGone(failure.get())) {
      requireCompletedAnyway(pending, handle, failure.get());
      return;
    }
    // AWS answers 200 to a repeated completion even when the object was replaced since.
    if (!isVisible(pending, handle)) {
      throw Refusals.lost(pending, failure.orElse(null));
    }
  }

  void abort(PendingObject pending) throws IOException {
    abort(objects, pending.key(), S3Handle.fromJson(pending.handle()).uploadId());
  }

  /** Aborts an upload; one that is not there any more is no error. */
  static void abort(S3Objects objects, String key, String uploadId) throws IOException {
    try {
      objects
          .client()
          .abortMultipartUpload(
              abort ->
                  abort
                      .bucket(objects.bucket())
                      .key(objects.root().inBucket(key))
                      .uploadId(uploadId));
    } catch (SdkException e) {
      if (!isGone(e)) {
        throw objects.errors().explain("abort the upload of", key, e);
      }
    }
  }

  int abortPending(String prefix, Predicate<String> keys, Instant since) throws IOException {
    int aborted = 0;
    for (MultipartUpload upload : uploads(prefix)) {
      if (!upload.key().startsWith(objects.root().inBucket(prefix))) {
        continue;
      }
      String key = objects.root().inArchive(upload.key());
      boolean old = LastWrite.isBefore(since, Optional.ofNullable(upload.initiated()));
      if (ObjectKeys.isKey(key) && keys.test(key) && old) {
        abort(objects, key, upload.uploadId());
        aborted++;
      }
    }
    return aborted;
  }

  private Iterable<MultipartUpload> uploads(String prefix) throws IOException {
    ListMultipartUploadsRequest request =
        ListMultipartUploadsRequest.builder()
            .bucket(objects.bucket())
            .prefix(objects.root().inBucket(prefix))
            .build();
    return objects
        .errors()
        .explained(
            "list the unfinished uploads below",
            prefix,
            () ->
                objects.client().listMultipartUploadsPaginator(request).uploads().stream()
                    .toList());
  }

  private void requireCompletedAnyway(PendingObject pending, S3Handle handle, SdkException failure)
      throws IOException {
    IOException explained = objects.errors().explain("complete", pending.key(), failure);
    try {
      if (isVisible(pending, handle)) {
        return;
      }
    } catch (IOException e) {
      explained.addSuppressed(e);
    }
    throw explained;
  }

  private boolean isVisible(PendingObject pending, S3Handle handle) throws IOException {
    return objects
        .head(pending.key())
        .filter(S3Objects.writtenUnder(handle.token()))
        .filter(head -> head.contentLength() == pending.bytes())
        .isPresent();
  }

  private static boolean isGone(SdkException failure) {
    return failure instanceof S3Exception refused && S3Errors.code(refused).equals(NO_SUCH_UPLOAD);
  }
}
