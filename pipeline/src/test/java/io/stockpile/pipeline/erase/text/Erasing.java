package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.records.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Runs the eraser over a line that is given as a text. */
final class Erasing {
  private Erasing() {}

  static Erased of(Vocabulary vocabulary, ErasedIds ids, byte[] line) {
    byte[] buffer = Arrays.copyOf(line, line.length + JsonScanner.PADDING);
    buffer[line.length] = '\n';
    return LineEraser.of(vocabulary, ids).erase(buffer, 0, line.length);
  }

  static Erased of(Vocabulary vocabulary, ErasedIds ids, String line) {
    return of(vocabulary, ids, line.getBytes(StandardCharsets.UTF_8));
  }

  /** What stays of the line; empty when the whole line is erased. */
  static String rest(Vocabulary vocabulary, ErasedIds ids, String line) {
    Erased erased = of(vocabulary, ids, line);
    if (erased instanceof Erased.Rewritten rewritten) {
      return new String(rewritten.line(), StandardCharsets.UTF_8);
    }
    return erased instanceof Erased.Whole ? "" : line;
  }
}
