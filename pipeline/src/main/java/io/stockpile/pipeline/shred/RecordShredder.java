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
 * Takes lines of one format apart into the columns of one table, in one pass over the bytes. The
 * columns together with {@code extra} give back every value of the line:
 *
 * <ul>
 *   <li>A value that fits its column is there, and nowhere else. A JSON null is the column's null.
 *   <li>A value that has no column, or does not fit, stands in {@code extra} under the names that
 *       are around it in the record; of a list that fits all but some members, with the list's
 *       positions kept ({@code [{},{"new":1}]}). A list with an element of another kind stands
 *       there whole, and its column is null.
 *   <li>A value of which the column holds a part (an instant with an offset, the number of a longer
 *       id) stands in both. So wherever {@code extra} has something, that is the source's.
 *   <li>Where a column has a number and its text among its places ({@code id} and {@code id_str})
 *       and both say the same, neither is left over; where they differ the better place has the
 *       column, and the other stands in {@code extra}.
 *   <li>What the line has outside the format's record stands in {@code extra} under {@code
 *       $envelope}. Of a repeated key the first fitting value has the column; what cannot stand
 *       under its own name in {@code extra}, because the name is there already, is an element of
 *       {@code $again} beside it.
 *   <li>A column that keeps a value whole keeps its bytes, and nothing of it goes to {@code extra}.
 *   <li>What JSON readers refuse stands in {@code extra} and in JSON columns as {@link
 *       PortableJson} writes it.
 * </ul>
 *
 * <p>Computed columns are the caller's, except {@code extra}. Not thread-safe.
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
   * Prepares the shredding of one format's lines.
   *
   * @param marked names of members of the line whose presence {@link #marks} tells; at most 32
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
   * Takes a line apart. The record's former entries are forgotten, after an exception too; its
   * slices lie in {@code bytes}.
   *
   * @param bytes holds the line as {@link JsonScanner#begin} demands
   * @return false when the line is sound JSON, but no object
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

  /** Which of the marked members the last line had: bit 0 for the first. */
  public int marks() {
    return marks;
  }

  /** Whether the last line had the format's record in it, as an object. */
  public boolean foundRoot() {
    return wholeLine || walk.rootFound();
  }

  /**
   * The entry of a column outside all lists in the last line's record, or -1 when it is null. Of a
   * list column it is that of the first leaf.
   */
  public int entry(int leaf) {
    int slot = slotOfLeaf[leaf];
    return slot >= 0 && line.isTaken(slot) ? line.entry(slot) : -1;
  }
}
