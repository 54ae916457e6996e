package io.stockpile.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.simulated.data.ApiMessages;
import io.stockpile.simulated.data.MessageLines;
import io.stockpile.simulated.data.PageFault;
import io.stockpile.simulated.data.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * StockTwits' REST API on one port of loopback: pages by {@code max}, a token for what needs one,
 * the limit of requests with its headers, and real HTTP/1.1 over sockets.
 *
 * <pre>{@code
 * try (SimulatedStockTwits api = SimulatedStockTwits.start(clock)) {
 *   api.post("symbol/AAPL", 400);
 *   api.script(Fault.none(), Fault.status(503, "busy"));
 *   // ... GET api.url() + "/streams/symbol/AAPL.json?max=…"
 *   api.requests();
 * }
 * }</pre>
 *
 * <p>Faults wait in a queue, one a request. Thread-safe. Closing it ends every connection.
 */
public final class SimulatedStockTwits implements AutoCloseable {
  /** The only token that the service knows. */
  public static final String TOKEN = "0simulated1bearer2token3";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String JSON_TYPE = "application/json; charset=utf-8";
  private static final String BASE = "/api/2/";
  private static final List<String> PUBLIC =
      List.of(
          "streams/symbol/",
          "streams/user/",
          "streams/charts",
          "streams/suggested",
          "streams/trending",
          "trending/",
          "search",
          "messages/show/");
  private static final String DELETED_USERS = "deletions/users";
  private static final long FIRST_ID = 60_000_000L;
  private static final long FIRST_DELETION = 111_000L;

  private final Clock clock;
  private final HttpListener listener;
  private final MessageLines lines;
  private final Vocabulary vocabulary;
  private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
  private final Map<String, ApiMessages> streams = new HashMap<>();
  private final Queue<Fault> script = new ArrayDeque<>();
  private final Queue<PageFault> pageScript = new ArrayDeque<>();
  private final Map<Instant, Integer> counted = new HashMap<>();
  private long nextId = FIRST_ID;
  private long nextDeletion = FIRST_DELETION;
  private int depth = Integer.MAX_VALUE;
  private boolean inclusive = true;
  private int limit = Integer.MAX_VALUE;
  private Duration window = Duration.ofHours(1);
  private int overLimit;

  private SimulatedStockTwits(Clock clock) throws IOException {
    this.clock = clock;
    Random random = new Random(8);
    this.vocabulary = new Vocabulary(random);
    this.lines = new MessageLines(random, vocabulary);
    this.listener = new HttpListener(ReceivedRequest.Place.SERVICE, new Service());
  }

  /** Starts the service on a free port. */
  public static SimulatedStockTwits start(Clock clock) throws IOException {
    SimulatedStockTwits api = new SimulatedStockTwits(clock);
    api.listener.start();
    return api;
  }

  /** The URL of the API, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.port() + "/api/2");
  }

  /**
   * Adds messages to a stream, a minute apart, the newest one now.
   *
   * @param stream as in the API's path behind {@code streams/}
   * @return their ids, oldest first
   */
  public synchronized List<Long> post(String stream, int count) {
    List<Long> ids = new ArrayList<>();
    Instant last = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    for (int i = count - 1; i >= 0; i--) {
      nextId += 1 + i % 3;
      streams
          .computeIfAbsent("streams/" + stream, key -> new ApiMessages())
          .add(nextId, lines.message(nextId, last.minus(Duration.ofMinutes(i))));
      ids.add(nextId);
    }
    return ids;
  }

  /** Makes a stream without messages. */
  public synchronized void open(String stream) {
    streams.computeIfAbsent("streams/" + stream, key -> new ApiMessages());
  }

  /** Deletes a message from all streams, and says so in the list of deletions. */
  public synchronized void delete(long id) {
    streams.values().forEach(stream -> stream.remove(id));
    ObjectNode deletion = JSON.objectNode();
    deletion.put("id", ++nextDeletion).put("message_id", id).put("deleted_at", now());
    streams
        .computeIfAbsent("deletions/messages", key -> new ApiMessages())
        .add(nextDeletion, deletion);
  }

  /**
   * Deletes a user with all that the user wrote from all streams, and says so in the list of
   * deletions.
   */
  public synchronized void deleteUser(long user) {
    String name = "";
    for (ApiMessages stream : streams.values()) {
      for (long id : stream.ids()) {
        JsonNode author = stream.record(id).path("user");
        if (author.path("id").asLong() == user) {
          name = author.path("username").asText();
          stream.remove(id);
        }
      }
    }
    ObjectNode deletion = JSON.objectNode();
    deletion
        .put("id", ++nextDeletion)
        .put("user_id", user)
        .put("username", name)
        .put("deleted_at", now());
    streams.computeIfAbsent(DELETED_USERS, key -> new ApiMessages()).add(nextDeletion, deletion);
  }

  /**
   * Adds a message that shares another one of the same stream, and so contains a copy of it.
   *
   * @param id the id of the shared message
   * @return the id of the new message
   */
  public synchronized long reshare(String stream, long id) {
    long own = post(stream, 1).get(0);
    ApiMessages messages = streams.get("streams/" + stream);
    ObjectNode shared = JSON.objectNode().put("reshared_deleted", false).put("reshared_count", 1);
    shared.set("message", messages.record(id).deepCopy());
    messages.record(own).set("reshare_message", shared);
    return own;
  }

  /** The message of a stream, as it is sent. */
  public synchronized JsonNode message(String stream, long id) {
    return streams.get("streams/" + stream).record(id).deepCopy();
  }

  private String now() {
    return Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString();
  }

  /** The ids that a stream has now, newest first. */
  public synchronized List<Long> ids(String stream) {
    return streams.get("streams/" + stream).ids();
  }

  /** From now on, no more than these of the newest records of a stream can be reached. */
  public synchronized void depth(int records) {
    depth = records;
  }

  /** From now on, the record that {@code max} names is not on the page. */
  public synchronized void exclusiveMax() {
    inclusive = false;
  }

  /**
   * From now on, answers 429 to more requests than this in a window. The header with Reset says
   * when the window ends.
   */
  public synchronized void limit(int requests, Duration perWindow) {
    limit = requests;
    window = perWindow;
  }

  /** Faults for the next requests, in this order. */
  public synchronized void script(Fault... faults) {
    script.addAll(List.of(faults));
  }

  /** Faults of the next pages, in this order. */
  public synchronized void scriptPages(PageFault... faults) {
    pageScript.addAll(List.of(faults));
  }

  /** All requests so far, in the order in which they arrived. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(received);
  }

  /** How many requests were over the limit. */
  public synchronized int overLimit() {
    return overLimit;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private final class Service implements HttpListener.Handler {
    @Override
    public Fault faultFor(ReceivedRequest request) {
      received.add(request);
      synchronized (SimulatedStockTwits.this) {
        return count() && !script.isEmpty() ? script.remove().and(rateHeaders()) : rateHeaders();
      }
    }

    @Override
    public Reply answer(ReceivedRequest request, ReplyPlan plan) {
      synchronized (SimulatedStockTwits.this) {
        return reply(request);
      }
    }
  }

  /** Counts a request; false when it is over the limit. */
  private boolean count() {
    int number = counted.merge(windowStart(), 1, Integer::sum);
    if (number > limit) {
      overLimit++;
      return false;
    }
    return true;
  }

  private Instant windowStart() {
    long millis = clock.instant().toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, window.toMillis()));
  }

  private Fault rateHeaders() {
    int said = limit == Integer.MAX_VALUE ? 400 : limit;
    int used = counted.getOrDefault(windowStart(), 0);
    long reset = windowStart().plus(window).plusMillis(999).getEpochSecond();
    return limit == Integer.MAX_VALUE
        ? Fault.none()
        : Fault.header("X-RateLimit-Limit", Integer.toString(said))
            .and(Fault.header("X-RateLimit-Remaining", Integer.toString(Math.max(0, said - used))))
            .and(Fault.header("X-RateLimit-Reset", Long.toString(reset)));
  }

  private Reply reply(ReceivedRequest request) {
    if (counted.getOrDefault(windowStart(), 0) > limit) {
      return error(
          429,
          "Rate limit exceeded. Client may not make more than " + limit + " requests an hour.");
    }
    String path = request.path().replaceFirst("\\.json$", "");
    path = path.startsWith(BASE) ? path.substring(BASE.length()) : "";
    Optional<String> sent = request.header("Authorization");
    boolean known = sent.equals(Optional.of("Bearer " + TOKEN));
    String asked = path;
    if ((sent.isPresent() && !known) || (!known && PUBLIC.stream().noneMatch(asked::startsWith))) {
      return error(401, "Authentication failed. Access token invalid or missing");
    }
    long max = request.parameter("max").map(Long::parseLong).orElse(Long.MAX_VALUE);
    ApiMessages stream = streams.get(path);
    if (stream != null) {
      PageFault fault = pageScript.isEmpty() ? PageFault.NONE : pageScript.remove();
      String member = path.equals(DELETED_USERS) ? "users" : "messages";
      return json(stream.page(member, max, inclusive, depth, fault));
    }
    return snapshot(path).map(SimulatedStockTwits::json).orElseGet(() -> error(404, "Not found"));
  }

  private Optional<ObjectNode> snapshot(String path) {
    ObjectNode body = JSON.objectNode();
    body.putObject("response").put("status", 200);
    switch (path) {
      case "trending/symbols", "trending/symbols/equities" -> symbols(body.putArray("symbols"));
      case "watchlists" -> body.putArray("watchlists").add(watchlist());
      case "watchlists/show/36477" -> {
        ObjectNode watchlist = watchlist();
        symbols(watchlist.putArray("symbols"));
        body.set("watchlist", watchlist);
      }
      case "graph/following" -> {
        body.putObject("cursor").put("more", false).put("since", 2).put("max", 1);
        body.putArray("users").add(lines.message(1, clock.instant()).get("user"));
      }
      case "search" -> {
        ArrayNode results = body.putArray("results");
        symbols(results);
        results.forEach(result -> ((ObjectNode) result).put("type", "symbol"));
        results
            .addObject()
            .put("type", "user")
            .put("id", 170)
            .put("username", "StockTwits")
            .put("name", "StockTwits")
            .put("official", true);
      }
      case "account/verify" -> body.set("user", lines.message(1, clock.instant()).get("user"));
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(body);
  }

  private static ObjectNode watchlist() {
    return JSON.objectNode()
        .put("id", 36477)
        .put("name", "Mobile Watchlist")
        .put("updated_at", "2012-08-13T21:59:30Z")
        .put("created_at", "2012-06-26T02:03:39Z");
  }

  private void symbols(ArrayNode into) {
    for (int i = 0; i < 3; i++) {
      Vocabulary.Company company = vocabulary.company();
      into.addObject()
          .put("id", company.id() + i * 100_000L)
          .put("symbol", company.symbol())
          .put("title", company.title());
    }
  }

  private static Reply json(ObjectNode body) {
    return Reply.text(200, JSON_TYPE, body.toString());
  }

  private static Reply error(int status, String message) {
    ObjectNode body = JSON.objectNode();
    body.putObject("response").put("status", status);
    body.putArray("errors").addObject().put("message", message);
    return Reply.text(status, JSON_TYPE, body.toString());
  }
}
