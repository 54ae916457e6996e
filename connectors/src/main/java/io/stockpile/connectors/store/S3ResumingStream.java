package io.stockpile.connectors.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of one version of an object. A connection that breaks is opened again at the byte it
 * broke at; an object that was replaced meanwhile is an error. Not thread-safe.
 */
final class S3ResumingStream extends InputStream {
  /** Breaks in a row without a single byte between them. */
  private static final int MOST_BREAKS = 5;

  private final S3Reads reads;
  private final String key;
  private final String entityTag;
  private final long end;
  private ResponseInputStream<GetObjectResponse> answer;
  private long position;
  private int breaks;
  private boolean drained;

  /**
   * @param position of the first byte of the answer
   * @param length how many bytes the answer must bring
   */
  S3ResumingStream(
      S3Reads reads,
      String key,
      ResponseInputStream<GetObjectResponse> answer,
      long position,
      long length) {
    this.reads = reads;
    this.key = key;
    this.answer = answer;
    this.position = position;
    this.end = position + length;
    this.entityTag = answer.response().eTag();
  }

  /** The version that is read. */
  String entityTag() {
    return entityTag;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    while (!drained) {
      try {
        int read = answer.read(bytes, offset, length);
        if (read > 0) {
          position += read;
          breaks = 0;
          return read;
        }
        if (position < end) {
          throw new EOFException("The connection ended at byte " + position + " of " + end);
        }
        drained = true;
      } catch (SdkException e) {
        // Such as a checksum that does not fit: not a matter of the connection.
        throw reads.explain(key, e);
      } catch (IOException e) {
        takeUpAgain(e);
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    if (drained) {
      answer.close();
    } else {
      // To close would first read the rest of the object.
      answer.abort();
    }
  }

  private void takeUpAgain(IOException broken) throws IOException {
    answer.abort();
    if (position == end) {
      drained = true;
      return;
    }
    if (Thread.currentThread().isInterrupted()) {
      InterruptedIOException interrupted =
          new InterruptedIOException("Interrupted while reading " + key + " at byte " + position);
      interrupted.initCause(broken);
      throw interrupted;
    }
    breaks++;
    if (breaks > MOST_BREAKS) {
      throw new IOException(
          "Could not read on in "
              + key
              + " at byte "
              + position
              + " of "
              + end
              + ": the connection broke "
              + breaks
              + " times there. Run again: what is complete stays",
          broken);
    }
    answer = reads.resume(key, entityTag, position, end);
  }
}
