package io.stockpile.connectors.replay.attempts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockpile.connectors.gzip.GzipEnding;
import java.util.List;

/**
 * The answer to one request, as it lies in the archive.
 *
 * @param key the object's key
 * @param bytes its size as it lies there
 * @param sha256 of those bytes, in lower-case hex
 * @param uncompressedBytes what can be decoded of it, with a line that was cut
 * @param gzipMembers how many gzip members are whole; 0 also when the service did not compress
 * @param ending how the gzip stream ended; whole for one that was not compressed
 * @param lines whole lines
 * @param blank how many of them are keep-alives
 * @param control how many of them are {@code info}, {@code warn} and {@code error} messages
 * @param messages those messages in order, the first hundred
 */
public record LandedAttempt(
    @JsonProperty("path") String key,
    long bytes,
    String sha256,
    long uncompressedBytes,
    int gzipMembers,
    @JsonProperty("gzip_ending") GzipEnding ending,
    long lines,
    long blank,
    long control,
    List<String> messages)
    implements ReplayAttempt.Answer {

  public LandedAttempt {
    messages = List.copyOf(messages);
  }

  /** How many activities were received. */
  public long activities() {
    return lines - blank - control;
  }

  /** Whether its lines may go into the tables: not when the bytes were damaged on their way. */
  public boolean trusted() {
    return ending != GzipEnding.DAMAGED;
  }
}
