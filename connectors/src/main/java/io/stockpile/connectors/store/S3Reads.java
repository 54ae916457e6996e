package io.stockpile.connectors.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads of whole objects and of ranges, each from one version of the object. */
final class S3Reads {
  private final S3Objects objects;

  S3Reads(S3Objects objects) {
    this.objects = objects;
  }

  /** The whole object, as a stream that survives broken connections. */
  S3ResumingStream open(String key) throws IOException {
    ResponseInputStream<GetObjectResponse> answer = get(key, GetObjectRequest.builder());
    return new S3ResumingStream(this, key, answer, 0, length(key, answer));
  }

  /** Some servers send chunks without a length; the object's head has it then. */
  private long length(String key, ResponseInputStream<GetObjectResponse> answer)
      throws IOException {
    if (answer.response().contentLength() != null) {
      return answer.response().contentLength();
    }
    try {
      return objects
          .head(key)
          .filter(head -> Objects.equals(head.eTag(), answer.response().eTag()))
          .map(HeadObjectResponse::contentLength)
          .orElseThrow(
              () ->
                  new IOException(
                      "Could not read "
                          + objects.root().address(key)
                          + ": the server does not say how long it is"));
    } catch (IOException e) {
      answer.abort();
      throw e;
    }
  }

  byte[] range(String key, long offset, int length) throws IOException {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder().range("bytes=" + offset + "-" + (offset + length - 1));
    ResponseInputStream<GetObjectResponse> answer;
    try {
      answer = get(key, request);
    } catch (RangeBeyondEndException e) {
      throw endsEarly(key, "ends before", offset, length);
    }
    Long declared = answer.response().contentLength();
    try (InputStream stream =
        new S3ResumingStream(this, key, answer, offset, declared == null ? length : declared)) {
      byte[] bytes = stream.readNBytes(length);
      if (bytes.length < length) {
        throw endsEarly(key, "ends after " + (offset + bytes.length) + " bytes", offset, length);
      }
      return bytes;
    }
  }

  EOFException endsEarly(String key, String how, long offset, int length) {
    return new EOFException(
        objects.root().address(key)
            + " "
            + how
            + "; asked for "
            + length
            + " bytes from offset "
            + offset);
  }

  /** The same version's bytes from a position on. */
  ResponseInputStream<GetObjectResponse> resume(
      String key, String entityTag, long position, long end) throws IOException {
    try {
      return get(
          key,
          GetObjectRequest.builder()
              .ifMatch(entityTag)
              .range("bytes=" + position + "-" + (end - 1)));
    } catch (NoSuchFileException | ReplacedException e) {
      throw new IOException(
          objects.root().address(key)
              + " was replaced or deleted while it was being read, at byte "
              + position
              + "; read it again from the start",
          e);
    }
  }

  IOException explain(String key, SdkException failure) {
    return objects.errors().explain("read", key, failure);
  }

  private ResponseInputStream<GetObjectResponse> get(String key, GetObjectRequest.Builder request)
      throws IOException {
    Optional<String> range = Optional.ofNullable(request.build().range());
    try {
      ResponseInputStream<GetObjectResponse> answer =
          objects
              .client()
              .getObject(
                  request.bucket(objects.bucket()).key(objects.root().inBucket(key)).build());
      if (range.isPresent() && !isFrom(answer.response().contentRange(), range.get())) {
        answer.abort();
        throw new IOException(
            "Could not read "
                + objects.root().address(key)
                + ": asked for "
                + range.get()
                + ", the server answered with "
                + answer.response().contentRange());
      }
      return answer;
    } catch (S3Exception e) {
      throw refusal(key, e);
    } catch (SdkException e) {
      throw explain(key, e);
    }
  }

  private IOException refusal(String key, S3Exception refused) {
    switch (refused.statusCode()) {
      case S3Errors.NOT_FOUND:
        if (S3Errors.code(refused).equals("NoSuchKey")) {
          return new NoSuchFileException(objects.root().address(key));
        }
        return explain(key, refused);
      case S3Errors.NOT_MODIFIED_SINCE:
        return new ReplacedException(refused);
      case S3Errors.RANGE_NOT_SATISFIABLE:
        return new RangeBeyondEndException(refused);
      default:
        return explain(key, refused);
    }
  }

  /** {@code bytes 5-9/20} is from where {@code bytes=5-9} asked, whatever its end. */
  private static boolean isFrom(String contentRange, String range) {
    String from = range.substring("bytes=".length(), range.indexOf('-') + 1);
    return contentRange != null && contentRange.startsWith("bytes " + from);
  }

  private static final class ReplacedException extends IOException {
    private static final long serialVersionUID = 1L;

    ReplacedException(Throwable cause) {
      super("The object is at another version", cause);
    }
  }

  private static final class RangeBeyondEndException extends IOException {
    private static final long serialVersionUID = 1L;

    RangeBeyondEndException(Throwable cause) {
      super("The range begins beyond the object's end", cause);
    }
  }
}
