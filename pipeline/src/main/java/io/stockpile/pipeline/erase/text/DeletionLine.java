package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.schemas.Tables;
import java.util.Arrays;
import java.util.List;

/**
 * Reads from StockTwits' lines about deletions what was deleted. It also reads ids that are written
 * as text or as 5.0, which the tables do not take. Behind each line there must be the bytes that
 * {@link LineEraser#erase} asks for.
 */
public final class DeletionLine {
  private static final EnvelopeIds DESTROYED =
      new EnvelopeIds(Tables.MESSAGE_DELETIONS, List.of("id"));

  private DeletionLine() {}

  /**
   * The id of a message that was destroyed, or several when it is not clear which; empty when the
   * line has none.
   *
   * @throws MalformedLineException when the line is not JSON
   */
  public static List<Long> destroyed(byte[] line, int from, int to) throws MalformedLineException {
    return List.copyOf(DESTROYED.read(JsonNode.read(line, from, to)));
  }

  /**
   * What a record of the REST API's lists of deletions says was deleted: {@code message} or {@code
   * user}; empty when it does not say so.
   *
   * @param line holds the record, and where and when it was seen
   * @throws MalformedLineException when the line is not JSON
   */
  public static String kind(byte[] line, int from, int to) throws MalformedLineException {
    return JsonNode.read(line, from, to)
        .member("deleted")
        .filter(JsonNode::isString)
        .map(JsonNode::text)
        .orElse("");
  }

  /**
   * The id of what was deleted, or several when it is not clear which; empty when there is none.
   *
   * @param json such a line, or the part of its record that has no column
   * @param member the member that has the id: {@code message_id} or {@code user_id}
   * @throws MalformedLineException when it is not JSON
   */
  public static List<Long> listed(byte[] json, int from, int to, String member)
      throws MalformedLineException {
    JsonNode root = JsonNode.read(json, from, to);
    return Ids.under(root.member("deletion").orElse(root), List.of(member));
  }

  /**
   * The same ids, read from what a row keeps of its record in {@code extra}.
   *
   * @param extra JSON; may be empty
   */
  public static List<Long> listed(byte[] extra, String member) {
    try {
      return extra.length == 0
          ? List.of()
          : listed(
              Arrays.copyOf(extra, extra.length + JsonScanner.PADDING), 0, extra.length, member);
    } catch (MalformedLineException e) {
      throw new IllegalStateException("What was written as JSON is none", e);
    }
  }
}
