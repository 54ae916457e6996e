package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a sweep of the REST API spans: the manifest's section {@code sweep}. Records of the stream
 * whose ids lie from {@code oldest} to {@code newest} are held, however many there are.
 *
 * @param stream as the user names it
 * @param newestOrNull the highest id; null when no record has one
 * @param oldestOrNull the lowest id; null when no record has one
 * @param meetsOrNull the sweep that holds what comes next below; null when none does
 * @param pages how many were landed
 * @param more whether the last one says that there are older records
 * @param records how many records the pages have
 * @param end why no older page was asked for
 * @param belowOrNull the id by which the first page was asked for; null for the newest page
 * @param oldestAtOrNull when the oldest record was written or deleted, where that can be read
 */
public record SweepAccount(
    String stream,
    @JsonProperty("newest") @JsonInclude(Include.ALWAYS) Long newestOrNull,
    @JsonProperty("oldest") @JsonInclude(Include.ALWAYS) Long oldestOrNull,
    @JsonProperty("meets") @JsonInclude(Include.ALWAYS) String meetsOrNull,
    long pages,
    boolean more,
    long records,
    End end,
    @JsonProperty("below") @JsonInclude(Include.NON_NULL) Long belowOrNull,
    @JsonProperty("oldest_at") @JsonInclude(Include.NON_NULL) Instant oldestAtOrNull)
    implements UnitAccount {

  /** Why a sweep asked for no older page. */
  public enum End {
    /** It met what the archive holds. */
    MET,
    /** It came to the day that was asked for. */
    FROM,
    /** The service has nothing older, or shows nothing older. */
    END,
    /** It was cut short. */
    CUT
  }

  public SweepAccount {
    boolean both = (newestOrNull == null) == (oldestOrNull == null);
    if (!both || (newestOrNull != null && newestOrNull < oldestOrNull)) {
      throw new IllegalArgumentException(
          "A sweep's newest id is not below its oldest, but they are "
              + newestOrNull
              + " and "
              + oldestOrNull);
    }
  }

  public OptionalLong newest() {
    return newestOrNull == null ? OptionalLong.empty() : OptionalLong.of(newestOrNull);
  }

  public OptionalLong oldest() {
    return oldestOrNull == null ? OptionalLong.empty() : OptionalLong.of(oldestOrNull);
  }

  /** The sweep that holds what comes next below. */
  public Optional<String> meets() {
    return Optional.ofNullable(meetsOrNull);
  }

  /** The id by which the first page was asked for; empty for the newest page. */
  public OptionalLong below() {
    return belowOrNull == null ? OptionalLong.empty() : OptionalLong.of(belowOrNull);
  }

  /** When the oldest record was written or deleted, where that can be read. */
  public Optional<Instant> oldestAt() {
    return Optional.ofNullable(oldestAtOrNull);
  }
}
