package io.stockpile.connectors.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A multipart upload that nobody has completed yet. The part being filled is all it keeps in
 * memory, and that grows only as bytes come.
 */
final class S3StagedObject extends DigestingStagedObject {
  private static final int FIRST_BUFFER = 1 << 16;
  private static final String BYTES = "application/octet-stream";

  private final S3Objects objects;
  private final S3PartSizes sizes;
  private final String uploadId;
  private final String token;
  private final List<S3Handle.Part> parts = new ArrayList<>();
  private int partSize;
  private byte[] buffer;
  private int buffered;

  S3StagedObject(S3Objects objects, S3PartSizes sizes, String key, String uploadId, String token)
      throws IOException {
    super(key);
    this.objects = objects;
    this.sizes = sizes;
    this.uploadId = uploadId;
    this.token = token;
    this.partSize = sizes.of(1);
    this.buffer = new byte[Math.min(FIRST_BUFFER, partSize)];
  }

  @Override
  void append(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      // A full part waits for the next byte, so that the last part is never an empty one.
      if (buffered == partSize) {
        upload();
        partSize = sizes.of(parts.size() + 1);
      }
      int taken = Math.min(length - done, partSize - buffered);
      makeRoom(taken);
      System.arraycopy(bytes, offset + done, buffer, buffered, taken);
      buffered += taken;
      done += taken;
    }
  }

  @Override
  String seal() throws IOException {
    // An empty object, too, is an upload of one part.
    upload();
    buffer = new byte[0];
    return new S3Handle(uploadId, token, parts).toJson();
  }

  @Override
  void discard() throws IOException {
    buffer = new byte[0];
    S3Uploads.abort(objects, key(), uploadId);
  }

  private void makeRoom(int taken) {
    int needed = buffered + taken;
    if (needed > buffer.length) {
      long doubled = Math.max(needed, 2L * buffer.length);
      buffer = Arrays.copyOf(buffer, (int) Math.min(doubled, partSize));
    }
  }

  private void upload() throws IOException {
    int number = parts.size() + 1;
    byte[] content = buffer;
    int length = buffered;
    UploadPartResponse answer =
        objects
            .errors()
            .explained(
                "upload part " + number + " of",
                key(),
                () ->
                    objects
                        .client()
                        .uploadPart(
                            part ->
                                part.bucket(objects.bucket())
                                    .key(objects.root().inBucket(key()))
                                    .uploadId(uploadId)
                                    .partNumber(number)
                                    .contentLength((long) length),
                            RequestBody.fromContentProvider(
                                () -> new ByteArrayInputStream(content, 0, length),
                                length,
                                BYTES)));
    parts.add(new S3Handle.Part(answer.eTag(), Optional.ofNullable(answer.checksumCRC32())));
    buffered = 0;
  }
}
