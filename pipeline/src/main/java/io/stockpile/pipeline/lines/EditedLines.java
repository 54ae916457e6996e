package io.stockpile.pipeline.lines;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of an object, some of them after an edit: those for which {@link #edit} was called.
 * Facts about the object are those of the stored bytes, before the edit. A line that is too long is
 * cut after the edit, because the edit must see all of it.
 */
final class EditedLines implements LineSource {
  private final LineSource lines;
  private final LineEdit edit;
  private final int maxLineBytes;
  private byte[] edited = {};
  private int editedBytes = -1;
  private boolean looked;

  private EditedLines(LineSource lines, LineEdit edit, int maxLineBytes) {
    this.lines = lines;
    this.edit = edit;
    this.maxLineBytes = maxLineBytes;
  }

  static EditedLines open(
      TextOpener texts, LandedInput landed, int maxLineBytes, int chunkBytes, LineEdit edit) {
    int seen = Math.max(maxLineBytes, LineEdit.LONGEST_LINE);
    return new EditedLines(new LandedLines(texts, landed, seen, chunkBytes), edit, maxLineBytes);
  }

  @Override
  public boolean next() throws IOException, InterruptedException {
    looked = false;
    editedBytes = -1;
    return lines.next();
  }

  @Override
  public boolean edit() {
    if (looked) {
      return false;
    }
    looked = true;
    Optional<byte[]> changed = look();
    editedBytes = changed.map(line -> line.length).orElse(-1);
    if (changed.isPresent()) {
      edited = Arrays.copyOf(changed.get(), editedBytes + JsonScanner.PADDING);
    }
    return changed.isPresent();
  }

  private Optional<byte[]> look() {
    int length = lines.to() - lines.from();
    if (lines.lineBytes() == length) {
      return edit.edit(lines.bytes(), lines.from(), lines.to());
    }
    byte[] beginning =
        Arrays.copyOf(
            Arrays.copyOfRange(lines.bytes(), lines.from(), lines.to()),
            length + JsonScanner.PADDING);
    return edit.edit(beginning, 0, length);
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
    int to = isEdited() ? editedBytes : lines.to();
    return Math.min(to, from() + (int) Math.min(maxLineBytes, lineBytes()));
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
