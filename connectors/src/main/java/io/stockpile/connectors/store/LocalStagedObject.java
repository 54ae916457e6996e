package io.stockpile.connectors.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file under {@code _staging}. */
final class LocalStagedObject extends DigestingStagedObject {
  /** The Java library copies what it writes; in slices that copy stays small. */
  private static final int SLICE = 1 << 16;

  private static final int BUFFER = 1 << 14;

  private final LocalStaging staging;
  private final Path file;
  private final FileChannel channel;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;

  LocalStagedObject(String key, LocalStaging staging, Path file, FileChannel channel) {
    super(key);
    this.staging = staging;
    this.file = file;
    this.channel = channel;
  }

  @Override
  void append(byte[] bytes, int offset, int length) throws IOException {
    try {
      if (length > BUFFER - buffered) {
        writeBuffered();
      }
      if (length > BUFFER) {
        writeThrough(bytes, offset, length);
      } else {
        System.arraycopy(bytes, offset, buffer, buffered, length);
        buffered += length;
      }
    } catch (IOException e) {
      throw LocalErrors.explain("write", file, e);
    }
  }

  @Override
  String seal() throws IOException {
    try {
      writeBuffered();
      channel.force(true);
      channel.close();
    } catch (IOException e) {
      throw LocalErrors.explain("write", file, e);
    }
    if (!Files.exists(file)) {
      throw new IOException(
          "Cannot finish "
              + key()
              + ": another process works on the same and threw its bytes away; run again when that"
              + " one is done");
    }
    return LocalStaging.handle(file);
  }

  @Override
  void discard() throws IOException {
    try {
      try {
        channel.close();
      } finally {
        staging.discard(file);
      }
    } catch (IOException e) {
      throw LocalErrors.explain("remove", file, e);
    }
  }

  private void writeBuffered() throws IOException {
    writeThrough(buffer, 0, buffered);
    buffered = 0;
  }

  private void writeThrough(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      ByteBuffer slice = ByteBuffer.wrap(bytes, offset + done, Math.min(SLICE, length - done));
      while (slice.hasRemaining()) {
        done += channel.write(slice);
      }
    }
  }
}
