package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * Removes erased ids, and what belongs to them, from lines.
 *
 * <ul>
 *   <li>A line is removed as a whole if its record was erased or is by an erased user; if it is an
 *       activity between users of whom one was erased; if it is a retweet of something erased; and
 *       if it is a reshare that has no other text than that of something erased.
 *   <li>Erased messages, tweets and users inside other records, at any depth, are cut out. Ids by
 *       which a record only refers to another one stay: {@code in_reply_to_status_id}, {@code
 *       quoted_status_id}, {@code conversation}.
 *   <li>A line that reports a deletion, and a message inside a like, keep their ids and lose the
 *       rest: see {@link Skeleton}. For links to something erased see {@link Links}, for places
 *       {@link Places}.
 *   <li>A page of an API's answers stays; elements of its lists are removed. Of a line that is a
 *       list each element counts as a line.
 *   <li>A line that is not JSON is removed as a whole if it names an erased id: see {@link
 *       UnreadableLine}.
 * </ul>
 *
 * <p>A second pass over the result changes nothing. Not thread-safe.
 */
public final class LineEraser {
  private final ErasedIds ids;
  private final boolean twitter;
  private final IdSweep sweep;

  private LineEraser(ErasedIds ids, boolean twitter) {
    this.ids = ids;
    this.twitter = twitter;
    sweep = new IdSweep(ids::any);
  }

  /**
   * @param vocabulary the vocabulary of lines that do not show it themselves
   */
  public static LineEraser of(Vocabulary vocabulary, ErasedIds ids) {
    return new LineEraser(ids, vocabulary == Vocabulary.TWITTER);
  }

  /**
   * Erases in one line.
   *
   * @param buffer holds the line without its end; the byte at {@code to} must be a control
   *     character such as the line end, and {@link JsonScanner#PADDING} bytes from there on must be
   *     readable
   */
  public Erased erase(byte[] buffer, int from, int to) {
    if (from == to || ids.isEmpty()) {
      return Erased.Untouched.UNTOUCHED;
    }
    try {
      return sweep.finds(buffer, from, to)
          ? new LineErasure(ids, twitter, JsonNode.read(buffer, from, to)).erase(from, to)
          : Erased.Untouched.UNTOUCHED;
    } catch (MalformedLineException e) {
      Optional<Reason> reason = new UnreadableLine(ids, buffer, from, to).erased();
      return reason.isPresent()
          ? new Erased.Whole(List.of(reason.get()))
          : Erased.Untouched.UNTOUCHED;
    }
  }

  /**
   * Whether a line names an id anywhere: its own, one that it embeds, or one that it only refers
   * to. A line that is not JSON names none.
   *
   * @param buffer as for {@link #erase}
   */
  public static boolean names(byte[] buffer, int from, int to, long id) {
    try {
      return new IdSweep(each -> each == id).finds(buffer, from, to);
    } catch (MalformedLineException e) {
      return false;
    }
  }
}
