package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.pipeline.shred.values.WrittenId;
import io.stockpile.schemas.Binding;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.SourcePath;
import io.stockpile.schemas.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Looks at all ids that a line names, in the record that the line was taken apart into, without the
 * line: what {@link LineEraser} sees of the line is seen here too. Since columns and what is left
 * over give back every value of a line, each value whose member in the line has the name of an id,
 * of ids, or of an address is either the value of a column that is filled from such a member, or
 * stands under its name in a column of JSON. Does not hold of a line that {@linkplain
 * RecordShredder#wroteAnew was written anew}, or is no object. Not thread-safe.
 */
public final class RecordSweep {
  private static final byte NOTHING = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;
  private static final byte JSON = 3;
  private static final byte NAMED_JSON = 4;

  private final LongPredicate wanted;
  private final IdSweep sweep;

  /** What each leaf column holds. */
  private final byte[] holds;

  private byte[] padded = new byte[1024];

  /**
   * @param format of the table's records
   * @param wanted which ids are looked for
   * @throws IllegalArgumentException when a column of another type than these takes its value from
   *     a member that is named like an id
   */
  public RecordSweep(TableSchema table, String format, LongPredicate wanted) {
    this.wanted = wanted;
    sweep = new IdSweep(wanted);
    holds = new byte[table.leaves().size()];
    Set<List<String>> named = new HashSet<>();
    for (Binding binding : table.bindings(format)) {
      if (binding.sources().stream().anyMatch(RecordSweep::isNamed)) {
        named.add(binding.column());
      }
    }
    for (Leaf leaf : table.leaves()) {
      holds[leaf.index()] = holds(leaf, named.contains(leaf.path()));
    }
  }

  private RecordSweep(LongPredicate wanted, byte[] holds) {
    this.wanted = wanted;
    this.holds = holds;
    sweep = new IdSweep(wanted);
  }

  /**
   * One that looks in the columns of JSON alone, at the ids that a line names outside the columns
   * that were made for them.
   */
  public static RecordSweep ofTexts(TableSchema table, LongPredicate wanted) {
    byte[] holds = new byte[table.leaves().size()];
    for (Leaf leaf : table.leaves()) {
      holds[leaf.index()] = leaf.type() == Primitive.JSON ? JSON : NOTHING;
    }
    return new RecordSweep(wanted, holds);
  }

  private static boolean isNamed(SourcePath source) {
    List<String> names = source.members();
    return !names.isEmpty() && IdSweep.names(names.get(names.size() - 1));
  }

  private static byte holds(Leaf leaf, boolean named) {
    if (leaf.type() == Primitive.JSON) {
      return named ? NAMED_JSON : JSON;
    }
    if (!named || leaf.type() == Primitive.BOOLEAN) {
      return NOTHING;
    }
    return switch (leaf.type()) {
      case INT64 -> NUMBER;
      case STRING -> TEXT;
      default ->
          throw new IllegalArgumentException(
              "%s takes its value from a member that is named like an id, but is a %s"
                  .formatted(leaf.dotted(), leaf.type()));
    };
  }

  /** Whether the line named a wanted id; nothing more is looked at behind the first. */
  public boolean finds(ShreddedRecord record) {
    int size = record.size();
    for (int entry = 0; entry < size; entry++) {
      byte kind = record.isLevels(entry) ? NOTHING : holds[record.column(entry)];
      if (kind != NOTHING && finds(record, entry, kind)) {
        return true;
      }
    }
    return false;
  }

  private boolean finds(ShreddedRecord record, int entry, byte kind) {
    if (kind == NUMBER) {
      return wanted.test(record.number(entry));
    }
    int from = record.offset(entry);
    int to = from + record.length(entry);
    if (kind == TEXT) {
      byte[] text = record.bytes(entry);
      long id = WrittenId.widest(text, from, to);
      return (id != WrittenId.NONE && wanted.test(id))
          || LinkTarget.leadsTo(wanted, text, from, to, text == record.scratch());
    }
    return finds(record.bytes(entry), from, to, kind == NAMED_JSON);
  }

  private boolean finds(byte[] bytes, int from, int to, boolean named) {
    int length = to - from;
    if (padded.length < length + JsonScanner.PADDING) {
      padded = new byte[(length + JsonScanner.PADDING) * 2];
    }
    System.arraycopy(bytes, from, padded, 0, length);
    padded[length] = '\n';
    try {
      return sweep.finds(padded, 0, length, named);
    } catch (MalformedLineException e) {
      throw new IllegalStateException("A column of JSON holds none", e);
    }
  }
}
