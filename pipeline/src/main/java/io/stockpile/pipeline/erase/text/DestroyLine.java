package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.schemas.Tables;
import java.util.List;

/**
 * Reads the id of a line that says that a message was destroyed, also where the id is written as
 * text, which the table does not take.
 */
public final class DestroyLine {
  private static final EnvelopeIds DESTROYED =
      new EnvelopeIds(Tables.MESSAGE_DELETIONS, List.of("id"));

  private DestroyLine() {}

  /**
   * The id of the message, or several when it is not clear which; empty when the line has none.
   *
   * @param line holds the line, followed by the bytes that {@link LineEraser#erase} asks for
   * @throws MalformedLineException when the line is not JSON
   */
  public static List<Long> messages(byte[] line, int from, int to) throws MalformedLineException {
    return List.copyOf(DESTROYED.read(JsonNode.read(line, from, to)));
  }
}
