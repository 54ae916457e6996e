package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.PortableJson;
import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.util.List;

/**
 * Splits lines of one format into the columns of one table, in one pass over the bytes. No value of
 * a line is lost; from the columns and {@code extra} together all can be restored:
 *
 * <ul>
 *   <li>A value that fits its column is only there. A JSON null is a null in the column.
 *   <li>A value that has no column, or does not fit it, is in {@code extra}, nested in the same
 *       objects and lists as in the record. If a list of objects fills its columns, its elements
 *       keep their positions in {@code extra} too ({@code [{},{"new":1}]}). A list with an element
 *       of another kind is in {@code extra} whole, and its column is null.
 *   <li>A value of which the column holds only a part (an instant with an offset, the number at the
 *       end of a longer id) is in both. So where {@code extra} has a value, it is the source's own.
 *   <li>If a column can be filled from a number or from its text ({@code id} and {@code id_str})
 *       and both say the same, neither is in {@code extra}. If they differ, the preferred one fills
 *       the column, and the other is in {@code extra}.
 *   <li>Members of the line outside the record are in {@code extra} under {@code $envelope}. Of a
 *       repeated key the first fitting value fills the column; a member whose name {@code extra}
 *       has already at that place becomes an element of {@code $again} beside it.
 *   <li>A column that keeps a value whole has its bytes, and nothing of that value is in {@code
 *       extra}.
 *   <li>Values that other JSON readers would refuse are in {@code extra} and in JSON columns as
 *       {@link PortableJson} writes them.
 * </ul>
 *
 * <p>The caller fills the computed columns, except {@code extra}. Not thread-safe.
 */
public final class RecordShredder {
  private static final String EXTRA = "extra";

  private final Walk walk = new Walk();
  private final Scope line;
  private final Members members;
  private final boolean lineKept;
  private final int keptColumn;
  private final int[] slotOfLeaf;
  private final ExtraWriter extraWriter;
  private final int extraColumn;
  private final boolean wholeLine;
  private int marks;

  private RecordShredder(
      TableSchema table, String formatName, PlanCompiler plan, List<String> marked) {
    members = plan.members(marked);
    line = plan.line().scope();
    Column kept = plan.line().source().column();
    lineKept = kept != null;
    keptColumn = lineKept ? kept.leaf() : -1;
    slotOfLeaf = plan.line().slotOfLeaf(plan.leaves());
    String root = table.formats().get(formatName).root();
    wholeLine = root.isEmpty();
    extraWriter = new ExtraWriter(walk.scanner(), walk.extra(), root);
    extraColumn = extraColumn(table);
  }

  /**
   * Compiles a shredder for the lines of one format.
   *
   * @param marked names of those members of the line whose presence {@link #marks} is to tell; at
   *     most 32
   * @throws IllegalArgumentException when the table has no such format or no column {@code extra}
   */
  public static RecordShredder compile(TableSchema table, String format, List<String> marked) {
    return new RecordShredder(table, format, new PlanCompiler(table, format), marked);
  }

  private static int extraColumn(TableSchema table) {
    for (Field field : table.fields()) {
      if (field.name().equals(EXTRA) && field.type().equals(new FieldType.Scalar(Primitive.JSON))) {
        for (Leaf leaf : table.leaves()) {
          if (leaf.fieldId() == field.id()) {
            return leaf.index();
          }
        }
      }
    }
    throw new IllegalArgumentException(table.name() + " has no JSON column named " + EXTRA);
  }

  /**
   * Splits a line into the record's entries, whose slices are slices of {@code bytes}. The record's
   * former entries are removed, even if an exception is thrown.
   *
   * @param bytes an array with the line, and with the room around it that {@link JsonScanner#begin}
   *     demands
   * @return false when the line is well-formed JSON but not an object
   * @throws MalformedLineException when the line is not one JSON value in UTF-8
   */
  public boolean shred(byte[] bytes, int from, int to, ShreddedRecord record)
      throws MalformedLineException {
    walk.forgetExclusions();
    JsonScanner scanner = walk.scanner();
    do {
      record.begin(bytes);
      walk.begin(record);
      line.begin(0);
      scanner.begin(bytes, from, to);
      if (scanner.peek() != '{') {
        scanner.skipValue();
        scanner.end();
        return false;
      }
      readLine(scanner);
      scanner.end();
    } while (walk.mustWalkAgain());
    line.finish(record);
    if (walk.extra().size() > 0) {
      extraWriter.write(record, extraColumn, 1);
    }
    return true;
  }

  private void readLine(JsonScanner scanner) throws MalformedLineException {
    int from = scanner.position();
    if (lineKept) {
      walk.enterKept();
    }
    marks = members.read(walk);
    if (lineKept) {
      walk.leaveKept();
      PortableJson.add(scanner, from, walk.record(), keptColumn, 0, 1);
    }
  }

  /**
   * Whether something of the last line may be in its record as {@link PortableJson} writes it, or
   * under a name that the line has with escapes.
   */
  public boolean wroteAnew() {
    return walk.scanner().isDoubtful();
  }

  /** Which of the marked members the last line had: bit 0 stands for the first, and so on. */
  public int marks() {
    return marks;
  }

  /** Whether the last line contained the format's record, as an object. */
  public boolean foundRoot() {
    return wholeLine || walk.rootFound();
  }

  /**
   * The position of a column's entry in the last line's record, or -1 when the column is null. The
   * column must not be inside a list; for a list it is the first entry of the first leaf.
   */
  public int entry(int leaf) {
    int slot = slotOfLeaf[leaf];
    return slot >= 0 && line.isTaken(slot) ? line.entry(slot) : -1;
  }
}
