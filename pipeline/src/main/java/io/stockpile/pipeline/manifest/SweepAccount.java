package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The manifest's section {@code sweep}: which ids of a stream a sweep of the REST API holds. All
 * records of the stream with ids from {@code oldest} to {@code newest} are held.
 *
 * @param stream the stream as the user names it
 * @param newestOrNull the highest id; null when no record has one
 * @param oldestOrNull the lowest id; null when no record has one
 * @param meetsOrNull the name of the sweep that holds the next records below; null when none does
 * @param pages how many pages were landed
 * @param more whether the last page says that there are older records
 * @param records how many records are in the pages
 * @param end why the sweep asked for no older page
 * @param belowOrNull the id below which the first page was asked for; null for the newest page
 * @param oldestAtOrNull when the oldest record was written or deleted; null when that is not known
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
    /** It reached records that the archive holds already. */
    MET,
    /** It reached the day that was asked for. */
    FROM,
    /** The service has nothing older, or shows nothing older. */
    END,
    /** It was interrupted. */
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

  /** The name of the sweep that holds the next records below; empty when none does. */
  public Optional<String> meets() {
    return Optional.ofNullable(meetsOrNull);
  }

  /** The id below which the first page was asked for; empty for the newest page. */
  public OptionalLong below() {
    return belowOrNull == null ? OptionalLong.empty() : OptionalLong.of(belowOrNull);
  }

  /** When the oldest record was written or deleted; empty when that is not known. */
  public Optional<Instant> oldestAt() {
    return Optional.ofNullable(oldestAtOrNull);
  }
}
