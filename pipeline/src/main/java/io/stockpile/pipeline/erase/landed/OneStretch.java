package io.stockpile.pipeline.erase.landed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A text that was compressed in one piece, or not at all. */
final class OneStretch implements Stretches {
  private final InputStream text;
  private boolean begun;

  OneStretch(InputStream text) {
    this.text = text;
  }

  @Override
  public boolean next() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return text.read(into, offset, length);
  }

  @Override
  public Optional<byte[]> bytes() {
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
