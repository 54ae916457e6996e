package io.stockpile.connectors.firestream;

import java.io.IOException;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how long a file is when its answer did not say: asks for its first byte alone, which
 * the signature of a link for GET allows, then for its head.
 */
final class LengthInquiry {
  private static final Logger LOG = LoggerFactory.getLogger(LengthInquiry.class);
  private static final String FIRST_BYTE = "bytes=0-0";

  private final LinkWalk walk;

  LengthInquiry(LinkWalk walk) {
    this.walk = walk;
  }

  /**
   * Asks where the answer came from.
   *
   * @param download what that answer brought
   * @return the length; empty when nothing that can be believed was said
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
      // Ranges are not known there, but the length may be this time.
      return part.answer().status() == 200 ? part.answer().contentLength() : OptionalLong.empty();
    } catch (IOException e) {
      LOG.debug("The first byte cannot be asked for", e);
      return OptionalLong.empty();
    }
  }

  /**
   * By a HEAD. Some servers answer it without knowing the length, with 0 or that of something else;
   * one that is less than what came is not believed.
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
