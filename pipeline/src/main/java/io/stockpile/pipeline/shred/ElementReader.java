package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.values.Fit;
import io.stockpile.pipeline.shred.values.ValueReader;

/** Reads the elements of a list into their columns, from the opening bracket on. */
abstract class ElementReader {

  /**
   * @param repetition the repetition level of the first element's entries
   * @return {@link Fit#NO} as soon as an element does not fit; the scanner, the record and the log
   *     are then left in the middle of the list
   */
  abstract Fit read(Walk walk, int repetition) throws MalformedLineException;

  /** A list of scalars. */
  static final class Scalars extends ElementReader {
    private final int column;
    private final int group;
    private final int definition;
    private final int level;
    private final ValueReader reader;

    /**
     * @param group the column's group of columns
     * @param definition of an element that is not null
     * @param level the repetition level of the second element
     */
    Scalars(int column, int group, int definition, int level, ValueReader reader) {
      this.column = column;
      this.group = group;
      this.definition = definition;
      this.level = level;
      this.reader = reader;
    }

    @Override
    Fit read(Walk walk, int repetition) throws MalformedLineException {
      JsonScanner scanner = walk.scanner();
      ShreddedRecord record = walk.record();
      if (!scanner.enterArray()) {
        record.addLevels(group, repetition, definition - 2);
        return Fit.YES;
      }
      Fit all = Fit.YES;
      int at = repetition;
      do {
        if (scanner.peek() == 'n') {
          scanner.literal();
          record.addLevels(group, at, definition - 1);
        } else {
          Fit fit = reader.read(scanner, record, column, at, definition);
          if (fit == Fit.NO) {
            return Fit.NO;
          }
          all = fit == Fit.IN_PART ? fit : all;
        }
        at = level;
      } while (scanner.more(']'));
      return all;
    }
  }

  /** A list of objects. */
  static final class Objects extends ElementReader {
    private final Scope scope;
    private final int definition;
    private final int level;
    private final Members members;

    /**
     * @param definition of an element that is not null
     * @param level the repetition level of the second element
     */
    Objects(Scope scope, int definition, int level, Members members) {
      this.scope = scope;
      this.definition = definition;
      this.level = level;
      this.members = members;
    }

    @Override
    Fit read(Walk walk, int repetition) throws MalformedLineException {
      JsonScanner scanner = walk.scanner();
      ShreddedRecord record = walk.record();
      if (!scanner.enterArray()) {
        scope.addNullElement(record, repetition, definition - 2);
        return Fit.YES;
      }
      int index = 0;
      int at = repetition;
      do {
        byte first = scanner.peek();
        if (first == 'n') {
          scanner.literal();
          scope.addNullElement(record, at, definition - 1);
        } else if (first == '{') {
          scope.begin(at);
          walk.extra().enterElement(index);
          members.read(walk);
          walk.extra().leave();
          scope.finish(record);
        } else {
          return Fit.NO;
        }
        index++;
        at = level;
      } while (scanner.more(']'));
      return Fit.YES;
    }
  }
}
