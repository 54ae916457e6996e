package io.stockpile.pipeline.parquet;

import io.stockpile.connectors.store.StagedObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Lets Parquet's writer write to a staged object. Closing it does nothing, because the writer must
 * not decide whether the object is finished or discarded. The end of the file can be held back, to
 * be changed before it is written.
 *
 * <p>The writer puts out headers byte by byte. Some of them are collected before they go to the
 * object, so {@link #getPos} counts more bytes than the object has.
 */
final class StagedOutput extends PositionOutputStream implements OutputFile {
  private static final int MOST_COLLECTED = 8192;

  private final StagedObject staged;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private boolean holding;

  StagedOutput(StagedObject staged) {
    this.staged = staged;
  }

  /** From now on bytes are kept in memory and not written to the object. */
  void holdBack() throws IOException {
    passOn();
    holding = true;
  }

  /** The bytes that were held back. */
  byte[] tail() {
    return collected.toByteArray();
  }

  private void passOn() throws IOException {
    collected.writeTo(staged);
    collected.reset();
  }

  @Override
  public long getPos() {
    return staged.position() + collected.size();
  }

  @Override
  public void write(int value) throws IOException {
    collected.write(value);
    passOnMany();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (holding || length < MOST_COLLECTED) {
      collected.write(bytes, offset, length);
      passOnMany();
    } else {
      passOn();
      staged.write(bytes, offset, length);
    }
  }

  private void passOnMany() throws IOException {
    if (!holding && collected.size() >= MOST_COLLECTED) {
      passOn();
    }
  }

  @Override
  public void close() {
    // The owner of the staged object closes it.
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return this;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return this;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
