package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.schemas.Tables;
import java.util.List;

/** A line in an envelope that says that a message was destroyed, however its id is written. */
public final class DestroyLine {
  private static final EnvelopeIds DESTROYED =
      new EnvelopeIds(Tables.MESSAGE_DELETIONS, List.of("id"));

  private DestroyLine() {}

  /**
   * The id of the message; none where the line has none.
   *
   * @param line followed by what {@link LineEraser#erase} asks for
   * @throws MalformedLineException when it is no JSON
   */
  public static List<Long> messages(byte[] line, int from, int to) throws MalformedLineException {
    return List.copyOf(DESTROYED.read(JsonNode.read(line, from, to)));
  }
}
