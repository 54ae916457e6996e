package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * Takes what was erased out of lines, one by one.
 *
 * <ul>
 *   <li>A line whose own record was erased, or is by an erased user, goes as a whole; so does an
 *       activity that an erased user is a side of, a retweet of what was erased, and a reshare that
 *       has no text but that of what was erased.
 *   <li>Messages, tweets and users that stand inside other records, at any depth, are cut out. The
 *       ids by which a record names another one stay: {@code in_reply_to_status_id}, {@code
 *       quoted_status_id}, {@code conversation}.
 *   <li>Of a line that tells of a deletion, and of a message in a like, the ids stay and the rest
 *       goes: see {@link Skeleton}. Of a link to what was erased see {@link Links}, of places
 *       {@link Places}.
 *   <li>Of a page of an API's answers the elements of its lists go one by one; the page stays.
 *   <li>A line that is no JSON goes as a whole when it names an erased id: see {@link
 *       UnreadableLine}.
 * </ul>
 *
 * <p>What was erased once is not found again: a second pass changes nothing. Not thread-safe.
 */
public final class LineEraser {
  private final ErasedIds ids;
  private final boolean twitter;
  private final IdSweep sweep;

  private LineEraser(ErasedIds ids, boolean twitter) {
    this.ids = ids;
    this.twitter = twitter;
    sweep = new IdSweep(ids);
  }

  /**
   * @param vocabulary what lines are that do not say whose they are
   */
  public static LineEraser of(Vocabulary vocabulary, ErasedIds ids) {
    return new LineEraser(ids, vocabulary == Vocabulary.TWITTER);
  }

  /**
   * What the line is without what was erased.
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
}
