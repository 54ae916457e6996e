package io.stockpile.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How one Replay request is to be answered: as the service would, until faults change it. */
final class ReplayPlan {
  /** An answer without a stream. */
  record Status(int code, String body) {}

  enum After {
    CLOSE,
    RESET,
    STALL
  }

  Optional<Status> status = Optional.empty();
  final Map<String, String> headers = new LinkedHashMap<>();

  boolean compressed = true;
  boolean dropped;
  final List<String> firstLines = new ArrayList<>();
  final Set<Instant> failedMinutes = new TreeSet<>();
  Optional<Instant> unprocessedFrom = Optional.empty();
  Optional<Instant> unprocessedTo = Optional.empty();
  Optional<Integer> disorderSeed = Optional.empty();
  int duplicateEvery;
  int keepAliveEvery;
  int withheldActivities;
  long countedMore;

  long activityLimit = Long.MAX_VALUE;
  boolean halfALine;
  long compressedLimit = Long.MAX_VALUE;
  After after = After.CLOSE;
  int heartbeats = -1;
  Duration heartbeatPause = Duration.ZERO;
  boolean sendsInfo = true;
  boolean endsInfoLine = true;
  boolean endsGzip = true;
}
