package io.stockpile.connectors.testing;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.TextTap;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Keeps the text of an object while it is landed. */
public final class TappedText implements TextTap {
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private String begun = "";
  private Optional<LandedFile> landed = Optional.empty();
  private boolean over;

  /**
   * The text of the object with this key; empty when it has not landed or its text does not count.
   */
  public Optional<byte[]> of(String key) {
    return landed.filter(file -> file.key().equals(key)).map(file -> text.toByteArray());
  }

  @Override
  public void begin(String key) {
    over |= !begun.isEmpty();
    begun = key;
  }

  @Override
  public void text(byte[] bytes, int offset, int length) {
    if (!over) {
      text.write(bytes, offset, length);
    }
  }

  @Override
  public void landed(LandedFile file) {
    if (!over && file.key().equals(begun)) {
      landed = Optional.of(file);
    }
  }

  @Override
  public void forget() {
    over |= !begun.isEmpty();
  }
}
