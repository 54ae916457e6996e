package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Lines as an edit leaves them; what is said of the object is said of it as it lies there. */
final class EditedLines implements LineSource {
  private final LineSource lines;
  private final LineEdit edit;
  private byte[] edited = {};
  private int editedBytes = -1;

  EditedLines(LineSource lines, LineEdit edit) {
    this.lines = lines;
    this.edit = edit;
  }

  @Override
  public boolean next() throws IOException, InterruptedException {
    if (!lines.next()) {
      return false;
    }
    Optional<byte[]> changed = edit.edit(lines.bytes(), lines.from(), lines.to());
    editedBytes = changed.map(line -> line.length).orElse(-1);
    if (changed.isPresent()) {
      edited = Arrays.copyOf(changed.get(), editedBytes + JsonScanner.PADDING);
    }
    return true;
  }

  private boolean isEdited() {
    return editedBytes >= 0;
  }

  @Override
  public byte[] bytes() {
    return isEdited() ? edited : lines.bytes();
  }

  @Override
  public int from() {
    return isEdited() ? 0 : lines.from();
  }

  @Override
  public int to() {
    return isEdited() ? editedBytes : lines.to();
  }

  @Override
  public long lineBytes() {
    return isEdited() ? editedBytes : lines.lineBytes();
  }

  @Override
  public long number() {
    return lines.number();
  }

  @Override
  public boolean endsChunk() {
    return lines.endsChunk();
  }

  @Override
  public long landedBytes() {
    return lines.landedBytes();
  }

  @Override
  public LandedFacts facts() throws LandedBytesException {
    return lines.facts();
  }

  @Override
  public void close() {
    lines.close();
  }
}
