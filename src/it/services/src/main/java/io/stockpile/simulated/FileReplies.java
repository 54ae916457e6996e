package io.stockpile.simulated;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests for a file as an object store does: Range, If-Range and ETag included. */
final class FileReplies {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

  private FileReplies() {}

  static Reply answer(FileContent content, String version, ReceivedRequest request, ReplyPlan plan)
      throws IOException {
    long length = content.length();
    String etag = "\"" + version + plan.validatorSuffix + "\"";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-gzip");
    headers.put("Accept-Ranges", "bytes");
    switch (plan.validator) {
      case STRONG -> headers.put("ETag", etag);
      case WEAK -> headers.put("ETag", "W/" + etag);
      case NONE -> headers.remove("ETag");
    }
    Optional<Matcher> range = range(request, etag, plan);
    if (range.isEmpty()) {
      return new Reply(200, headers, open(content, 0, plan), length);
    }
    long offset = Long.parseLong(range.get().group(1));
    String last = range.get().group(2);
    long end = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
    if (plan.refusesRange || offset >= length) {
      return Reply.s3Error(416, "InvalidRange", "The requested range is not satisfiable")
          .with("Content-Range", "bytes */" + length);
    }
    headers.put(
        "Content-Range",
        "bytes "
            + (offset + plan.contentRangeShift)
            + "-"
            + (end - 1)
            + "/"
            + (length + plan.contentRangeTotalShift));
    return new Reply(206, headers, open(content, offset, plan), end - offset);
  }

  /**
   * The requested range; empty when there is none, or when it must be ignored because of If-Range.
   */
  private static Optional<Matcher> range(ReceivedRequest request, String etag, ReplyPlan plan) {
    Matcher range = RANGE.matcher(request.header("Range").orElse(""));
    if (plan.ignoresRange || !range.matches()) {
      return Optional.empty();
    }
    boolean same =
        plan.validator == ReplyPlan.Validator.STRONG
            && request.header("If-Range").equals(Optional.of(etag));
    boolean unconditional = request.header("If-Range").isEmpty();
    return same || unconditional || plan.ignoresIfRange ? Optional.of(range) : Optional.empty();
  }

  private static InputStream open(FileContent content, long offset, ReplyPlan plan)
      throws IOException {
    InputStream in = content.open(offset);
    return plan.corruptedByte < 0 ? in : new Corrupted(in, plan.corruptedByte - offset);
  }

  private static final class Corrupted extends FilterInputStream {
    private final long target;
    private long position;

    Corrupted(InputStream in, long target) {
      super(in);
      this.target = target;
    }

    @Override
    public int read(byte[] output, int offset, int length) throws IOException {
      int count = super.read(output, offset, length);
      if (count > 0) {
        if (target >= position && target < position + count) {
          output[offset + (int) (target - position)] ^= 0x10;
        }
        position += count;
      }
      return count;
    }
  }
}
