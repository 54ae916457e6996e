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
 */
final class StagedOutput extends PositionOutputStream implements OutputFile {
  private final StagedObject staged;
  private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
  private boolean holding;

  StagedOutput(StagedObject staged) {
    this.staged = staged;
  }

  /** From now on bytes are kept in memory and not written to the object. */
  void holdBack() {
    holding = true;
  }

  /** The bytes that were held back. */
  byte[] tail() {
    return tail.toByteArray();
  }

  @Override
  public long getPos() {
    return staged.position() + tail.size();
  }

  @Override
  public void write(int value) throws IOException {
    if (holding) {
      tail.write(value);
    } else {
      staged.write(value);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (holding) {
      tail.write(bytes, offset, length);
    } else {
      staged.write(bytes, offset, length);
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
