package io.stockpile.connectors.firestream;

import java.io.IOException;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out the length of a file if its answer did not declare it: first by a request for its first
 * byte, which the signature of a link for GET allows, then by a HEAD request.
 */
final class LengthInquiry {
  private static final Logger LOG = LoggerFactory.getLogger(LengthInquiry.class);
  private static final String FIRST_BYTE = "bytes=0-0";

  private final LinkWalk walk;

  LengthInquiry(LinkWalk walk) {
    this.walk = walk;
  }

  /**
   * Asks the place that the answer came from.
   *
   * @param download what was received of that answer
   * @return the length; empty when the server gave none that can be right
   */
  OptionalLong ask(Arrival arrival, PartialDownload download) {
    OptionalLong length = byFirstByte(arrival, download);
    return length.isPresent() ? length : byHead(arrival, download);
  }

  private OptionalLong byFirstByte(Arrival arrival, PartialDownload download) {
    try (Arrival part = walk.partOf(arrival, FIRST_BYTE)) {
      if (!download.sameBytes(part.answer())) {
        return OptionalLong.empty();
      }
      if (part.answer().status() == 206) {
        return ContentRange.parse(part.answer().header("Content-Range").orElse(""))
            .filter(range -> range.first() == 0)
            .map(ContentRange::total)
            .orElseGet(OptionalLong::empty);
      }
      // The server does not support ranges, but this answer may have the length.
      return part.answer().status() == 200 ? part.answer().contentLength() : OptionalLong.empty();
    } catch (IOException e) {
      LOG.debug("The first byte cannot be asked for", e);
      return OptionalLong.empty();
    }
  }

  /**
   * The length by a HEAD request. Some servers answer with 0 or with the length of something else,
   * so a length that is less than the received bytes is ignored.
   */
  private OptionalLong byHead(Arrival arrival, PartialDownload download) {
    try (Arrival head = walk.headOf(arrival)) {
      OptionalLong length = head.answer().declaredLength();
      boolean believed =
          head.answer().status() == 200
              && download.sameBytes(head.answer())
              && length.orElse(-1) >= download.sink().received();
      return believed ? length : OptionalLong.empty();
    } catch (IOException e) {
      LOG.debug("The head cannot be asked for", e);
      return OptionalLong.empty();
    }
  }
}
