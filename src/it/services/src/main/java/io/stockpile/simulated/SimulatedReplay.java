package io.stockpile.simulated;

import io.stockpile.simulated.data.MinuteSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gnip's Replay service and its rules API on one port of loopback: Basic credentials, the five days
 * and thirty minutes, the limit of requests, and real HTTP/1.1 over sockets.
 *
 * <pre>{@code
 * try (SimulatedReplay replay = SimulatedReplay.start(clock, new SimulatedTweets(form, 20))) {
 *   replay.script(ReplayFault.closeAfter(100), ReplayFault.failedMinutes(minute));
 *   // ... GET replay.url() + "/replay/powertrack/accounts/…?fromDate=…&toDate=…"
 *   replay.requests();
 * }
 * }</pre>
 *
 * <p>Faults wait in a queue, one for each request; the rules API has a queue of its own. Every
 * stream has the same activities. Thread-safe. Closing it ends all connections.
 */
public final class SimulatedReplay implements AutoCloseable {
  /** The only user that the service knows. */
  public static final String USERNAME = "replay@example.com";

  /** The user's password. */
  public static final String PASSWORD = "simulated:replay:pass";

  private static final Pattern STREAM =
      Pattern.compile(
          "/replay/(powertrack|sample10|firehose|mentions|compliance)/accounts/[^/]+/publishers"
              + "/twitter/[^/]+\\.json");
  private static final Pattern RULES =
      Pattern.compile("/rules/powertrack-replay/(accounts/[^/]+/publishers/twitter/[^/]+)\\.json");
  private static final Duration END_LAG = Duration.ofMinutes(30);
  private static final Duration KEPT_FOR = Duration.ofDays(5);

  private final Clock clock;
  private final MinuteSource source;
  private final HttpListener listener;
  private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
  private final List<ReplayRange> ranges = new CopyOnWriteArrayList<>();
  private final Queue<ReplayFault> script = new ArrayDeque<>();
  private final Map<String, SimulatedRules> rules = new ConcurrentHashMap<>();
  private final List<Instant> counted = new ArrayList<>();
  private final Queue<Fault> rulesScript = new ArrayDeque<>();
  private ReplayFault otherwise = ReplayFault.none();
  private int limit = Integer.MAX_VALUE;
  private Duration window = Duration.ZERO;

  private SimulatedReplay(Clock clock, MinuteSource source) throws IOException {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.source = Objects.requireNonNull(source, "source");
    this.listener = new HttpListener(ReceivedRequest.Place.SERVICE, new Service());
  }

  /**
   * Starts the service on a free port.
   *
   * @param clock decides which dates are too new or too old, and when there are too many requests
   */
  public static SimulatedReplay start(Clock clock, MinuteSource source) throws IOException {
    SimulatedReplay replay = new SimulatedReplay(clock, source);
    replay.listener.start();
    return replay;
  }

  /** The service's URL, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.port());
  }

  /** Faults for the next Replay requests that are well-formed and allowed, in this order. */
  public synchronized void script(ReplayFault... faults) {
    script.addAll(List.of(faults));
  }

  /** Faults for the next requests to the rules API, in this order. */
  public synchronized void scriptRules(Fault... faults) {
    rulesScript.addAll(List.of(faults));
  }

  /** The fault for requests for which none waits in the queue. */
  public synchronized void otherwise(ReplayFault fault) {
    otherwise = fault;
  }

  /** Puts a rule in force on a PowerTrack stream. */
  public void rule(String account, String label, String value) {
    rules
        .computeIfAbsent(
            "accounts/" + account + "/publishers/twitter/" + label, stream -> new SimulatedRules())
        .put(value);
  }

  /**
   * Sets a limit: more requests than this in a window are answered with 429. Without a call there
   * is no limit.
   */
  public synchronized void limit(int requests, Duration perWindow) {
    limit = requests;
    window = perWindow;
  }

  /** All requests so far, in the order in which they arrived. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(received);
  }

  /** The ranges of all Replay requests so far, including refused ones. */
  public List<ReplayRange> ranges() {
    return List.copyOf(ranges);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private synchronized ReplayFault next() {
    return script.isEmpty() ? otherwise : script.remove();
  }

  private synchronized Fault nextOfRules() {
    return rulesScript.isEmpty() ? Fault.none() : rulesScript.remove();
  }

  private synchronized boolean withinLimit(Instant now) {
    counted.removeIf(request -> !request.isAfter(now.minus(window)));
    counted.add(now);
    return counted.size() <= limit;
  }

  private final class Service implements HttpListener.Handler {
    private final String authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @Override
    public Fault faultFor(ReceivedRequest request) {
      return RULES.matcher(request.path()).matches() ? nextOfRules() : Fault.none();
    }

    @Override
    public Optional<HttpListener.SocketAnswer> direct(ReceivedRequest request) {
      received.add(request);
      if (!STREAM.matcher(request.path()).matches()) {
        return Optional.empty();
      }
      Optional<ReplayRange> range = ReplayRange.of(request);
      range.ifPresent(ranges::add);
      Optional<Reply> refusal = refusal(request, range);
      if (refusal.isPresent()) {
        return Optional.of(socket -> reply(socket, refusal.get()));
      }
      ReplayPlan plan = new ReplayPlan();
      next().apply(plan);
      if (plan.dropped) {
        return Optional.of(Socket::shutdownInput);
      }
      if (plan.status.isPresent()) {
        Reply reply = Reply.text(plan.status.get().code(), plan.status.get().body());
        plan.headers.forEach(reply::with);
        return Optional.of(socket -> reply(socket, reply));
      }
      return Optional.of(
          new ReplayStreamWriter(source, range.orElseThrow(), plan, clock.instant()));
    }

    @Override
    public Reply answer(ReceivedRequest request, ReplyPlan plan) throws IOException {
      if (!authorized(request)) {
        return unauthorized();
      }
      Matcher matcher = RULES.matcher(request.path());
      if (matcher.matches()) {
        return rules
            .computeIfAbsent(matcher.group(1), stream -> new SimulatedRules())
            .answer(request);
      }
      return Reply.text(404, "No such resource");
    }

    private Optional<Reply> refusal(ReceivedRequest request, Optional<ReplayRange> range) {
      Instant now = clock.instant();
      if (!authorized(request)) {
        return Optional.of(unauthorized());
      }
      if (!withinLimit(now)) {
        return Optional.of(error(429, "Exceeded rate limit"));
      }
      if (!request.header("Accept-Encoding").filter(value -> value.contains("gzip")).isPresent()) {
        return Optional.of(
            error(
                406,
                "This connection requires compression. To enable compression, send an"
                    + " 'Accept-Encoding: gzip' header in your request and be ready to uncompress"
                    + " the stream as it is read on the client end."));
      }
      if (range.isEmpty()) {
        return Optional.of(
            error(
                406,
                "Invalid date format for query parameter 'fromDate'. Expected format is"
                    + " 'yyyyMMddHHmm'."));
      }
      if (range.get().to().isAfter(now.minus(END_LAG))) {
        return Optional.of(
            error(
                406,
                "Invalid date for query parameter 'toDate'. Can't ask for tweets from within the"
                    + " past 30 minutes."));
      }
      if (range.get().from().isBefore(now.minus(KEPT_FOR))) {
        return Optional.of(
            error(
                406,
                "Invalid date for query parameter 'fromDate'. Can't ask for tweets older than 5"
                    + " days."));
      }
      return Optional.empty();
    }

    private boolean authorized(ReceivedRequest request) {
      return request.header("Authorization").equals(Optional.of(authorization));
    }

    private Reply unauthorized() {
      return Reply.text(401, "HTTP authentication failed due to invalid credentials.")
          .with("WWW-Authenticate", "Basic realm=\"Replay\"");
    }

    private Reply error(int status, String message) {
      return Reply.text(
          status,
          "application/json",
          "{\"error\":{\"message\":\""
              + message
              + "\",\"sent\":\""
              + Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString().replace("Z", "")
              + "+00:00\"}}");
    }

    private void reply(Socket socket, Reply reply) throws IOException {
      try (reply) {
        new ReplyWriter(socket, new ReplyPlan()).write(reply);
      }
    }
  }
}
