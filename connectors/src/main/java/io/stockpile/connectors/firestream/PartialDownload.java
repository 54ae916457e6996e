package io.stockpile.connectors.firestream;

import io.stockpile.connectors.http.HttpAnswer;
import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.connectors.store.ObjectStore;
import java.io.Closeable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The received part of a file, and the version of the file that it belongs to. */
final class PartialDownload implements Closeable {
  private final AnswerSink sink;
  private final Optional<String> strongETag;
  private final String coding;
  private OptionalLong total;

  private PartialDownload(
      AnswerSink sink, Optional<String> strongETag, String coding, OptionalLong total) {
    this.sink = sink;
    this.strongETag = strongETag;
    this.coding = coding;
    this.total = total;
  }

  /** Begins with an answer with status 200. */
  static PartialDownload begin(ObjectStore store, String key, TextTap tap, HttpAnswer answer)
      throws StoreFailedException {
    return new PartialDownload(
        AnswerSink.open(store, key, tap, answer),
        strongETag(answer),
        coding(answer),
        answer.contentLength());
  }

  private static String coding(HttpAnswer answer) {
    return answer.header("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
  }

  /** Whether another answer is about the same version of the file, as far as its headers say. */
  boolean sameBytes(HttpAnswer answer) {
    Optional<String> other = strongETag(answer);
    boolean otherVersion = strongETag.isPresent() && other.isPresent() && !other.equals(strongETag);
    return !otherVersion && coding(answer).equals(coding);
  }

  /**
   * The ETag of an answer if it is a strong one. Only that promises that the rest belongs to the
   * same bytes.
   */
  private static Optional<String> strongETag(HttpAnswer answer) {
    return answer.header("ETag").map(String::strip).filter(tag -> tag.startsWith("\""));
  }

  boolean resumable() {
    return strongETag.isPresent() && sink.received() > 0;
  }

  /** The headers for requesting the rest. */
  Map<String, String> resumeHeaders() {
    return strongETag
        .filter(tag -> resumable())
        .map(tag -> Map.of("Range", "bytes=" + sink.received() + "-", "If-Range", tag))
        .orElseGet(Map::of);
  }

  /**
   * Continues with an answer with status 206.
   *
   * @return why the answer does not continue the received part; empty when it does
   */
  Optional<String> goOn(HttpAnswer answer) {
    String header = answer.header("Content-Range").orElse("");
    Optional<ContentRange> range = ContentRange.parse(header);
    if (range.isEmpty()) {
      return Optional.of("206 without a usable Content-Range");
    }
    if (range.get().first() != sink.received()) {
      return Optional.of(
          "206 with bytes from " + range.get().first() + " instead of " + sink.received());
    }
    if (total.isPresent() && !range.get().total().equals(total)) {
      return Optional.of("206 with another total length than before");
    }
    if (answer.header("ETag").isPresent() && !strongETag(answer).equals(strongETag)) {
      return Optional.of("206 with the bytes of another version of the file");
    }
    total = range.get().total();
    return Optional.empty();
  }

  AnswerSink sink() {
    return sink;
  }

  OptionalLong total() {
    return total;
  }

  @Override
  public void close() throws StoreFailedException {
    sink.close();
  }
}
