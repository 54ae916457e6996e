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
 * Looks at all ids that a line names, but in the record made from the line. It finds every id for
 * which {@link LineEraser} would change the line: a record keeps all values of its line, so the
 * value of a member whose name says that it is an id, ids or an address is in a column that is
 * filled from this member, or under its name in a column of JSON. This does not hold for a line
 * that {@linkplain RecordShredder#wroteAnew was rewritten}, and for one that is no JSON object. Not
 * thread-safe.
 */
public final class RecordSweep {
  private static final byte NOTHING = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;
  private static final byte JSON = 3;
  private static final byte NAMED_JSON = 4;

  private final LongPredicate wanted;
  private final LongPredicate run;
  private final IdSweep sweep;

  /** What each leaf column contains, by its index: one of the constants above. */
  private final byte[] holds;

  /** Where {@link #holds} says something, as {@link ShreddedRecord#find} takes it. */
  private final byte[] looked;

  private int[] entries = new int[256];
  private byte[] padded = new byte[1024];

  /**
   * @param format the format of the records in this table
   * @param wanted says which ids are searched for
   * @throws IllegalArgumentException when a column is filled from a member whose name says that it
   *     is an id, and is neither a number nor text
   */
  public RecordSweep(TableSchema table, String format, LongPredicate wanted) {
    this(table, format, wanted, wanted);
  }

  /**
   * @param run whether a text with such a run of digits is to be looked at more closely
   */
  RecordSweep(TableSchema table, String format, LongPredicate wanted, LongPredicate run) {
    this(table, wanted, run);
    Set<List<String>> named = new HashSet<>();
    for (Binding binding : table.bindings(format)) {
      if (binding.sources().stream().anyMatch(RecordSweep::isNamed)) {
        named.add(binding.column());
      }
    }
    for (Leaf leaf : table.leaves()) {
      look(leaf, holds(leaf, named.contains(leaf.path())));
    }
  }

  private RecordSweep(TableSchema table, LongPredicate wanted, LongPredicate run) {
    this.wanted = wanted;
    this.run = run;
    holds = new byte[table.leaves().size()];
    looked = new byte[holds.length + 1];
    sweep = new IdSweep(wanted);
  }

  /**
   * One that looks in the columns of JSON alone, at the ids that a line names outside the columns
   * that were made for them.
   */
  public static RecordSweep ofTexts(TableSchema table, LongPredicate wanted) {
    RecordSweep texts = new RecordSweep(table, wanted, any -> true);
    for (Leaf leaf : table.leaves()) {
      texts.look(leaf, leaf.type() == Primitive.JSON ? JSON : NOTHING);
    }
    return texts;
  }

  private void look(Leaf leaf, byte kind) {
    holds[leaf.index()] = kind;
    looked[leaf.index()] = (byte) (kind == NOTHING ? 0 : 1);
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

  /** Whether the record names a wanted id. It ends at the first. */
  public boolean finds(ShreddedRecord record) {
    if (entries.length < record.size()) {
      entries = new int[record.size() * 2];
    }
    int count = record.find(looked, entries);
    for (int at = 0; at < count; at++) {
      int entry = entries[at];
      if (finds(record, entry, holds[record.column(entry)])) {
        return true;
      }
    }
    return false;
  }

  private boolean finds(ShreddedRecord record, int entry, byte kind) {
    if (kind == NUMBER) {
      return wanted.test(record.number(entry));
    }
    byte[] bytes = record.bytes(entry);
    int from = record.offset(entry);
    int to = from + record.length(entry);
    // Where escapes have been undone the digits are not those that others see in the line.
    boolean unescaped = kind == TEXT && bytes == record.scratch();
    if (!unescaped && !DigitRuns.mayName(bytes, from, to, run)) {
      return false;
    }
    if (kind == TEXT) {
      long id = WrittenId.widest(bytes, from, to);
      return (id != WrittenId.NONE && wanted.test(id))
          || LinkTarget.leadsTo(wanted, bytes, from, to, unescaped);
    }
    return finds(bytes, from, to, kind == NAMED_JSON);
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
