package io.stockpile.simulated;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What goes wrong with one request. Faults are immutable, named after what they do, and can be
 * joined with {@link #and}; {@link #none} answers as the service would.
 */
public final class Fault {
  private final String name;
  private final Consumer<ReplyPlan> effect;

  private Fault(String name, Consumer<ReplyPlan> effect) {
    this.name = name;
    this.effect = effect;
  }

  /** No fault: to let a request pass before the next fault's turn. */
  public static Fault none() {
    return new Fault("none", plan -> {});
  }

  /** Answers with a status and a short text. */
  public static Fault status(int status, String body) {
    return new Fault(
        "status " + status, plan -> plan.canned = Optional.of(new ReplyPlan.Canned(status, body)));
  }

  /**
   * Answers with a redirect to any address: a relative one, the same again, or one with plain http.
   */
  public static Fault redirect(int status, String location) {
    return status(status, "You are being redirected.").and(header("Location", location));
  }

  /** Adds or replaces a header, for example {@code Retry-After}. */
  public static Fault header(String name, String value) {
    return new Fault("header " + name, plan -> plan.extraHeaders.put(name, value));
  }

  /** At the service: sends the file itself with 200 instead of a link to it. */
  public static Fault servedDirectly() {
    return new Fault("served directly", plan -> plan.servesDirectly = true);
  }

  /** At the download host: the link has expired, for this request and all later ones. */
  public static Fault expiredLink() {
    return new Fault("expired link", plan -> plan.expiresLink = true);
  }

  /** Ends the connection in an orderly way after this many bytes of the body. */
  public static Fault closeAfter(long bytes) {
    return ending("close after " + bytes, ReplyPlan.Ending.CLOSE, bytes);
  }

  /** Resets the connection after this many bytes of the body. */
  public static Fault resetAfter(long bytes) {
    return ending("reset after " + bytes, ReplyPlan.Ending.RESET, bytes);
  }

  /** Sends this many bytes of the body and then nothing, with the connection open. */
  public static Fault stallAfter(long bytes) {
    return ending("stall after " + bytes, ReplyPlan.Ending.STALL, bytes);
  }

  /** Takes the request and closes without an answer. */
  public static Fault dropped() {
    return ending("dropped", ReplyPlan.Ending.CLOSE, -1);
  }

  /** Sends the body in small pieces, with a pause after each. */
  public static Fault slowDrip(int bytesAtATime, Duration pause) {
    return new Fault(
        "slow drip",
        plan -> {
          plan.dripBytes = bytesAtATime;
          plan.dripPause = pause;
        });
  }

  /**
   * Declares a shorter body than the file has, and ends there. By its header the answer is
   * complete.
   */
  public static Fault shortContentLength(long bytes) {
    return new Fault("short content length " + bytes, plan -> plan.lengthLimit = bytes);
  }

  /** Sends the body in chunks, without a declared length. */
  public static Fault chunked() {
    return new Fault("chunked", plan -> plan.framing = ReplyPlan.Framing.CHUNKED);
  }

  /** Sends the body in chunks and closes before the last one. */
  public static Fault chunkedEndingAfter(long bytes) {
    return chunked().and(closeAfter(bytes));
  }

  /** Sends the body without any length; its end is the end of the connection. */
  public static Fault untilClose() {
    return new Fault("until close", plan -> plan.framing = ReplyPlan.Framing.UNTIL_CLOSE);
  }

  /** Answers a Range with 206 and a Content-Range that begins this many bytes further on. */
  public static Fault contentRangeShiftedBy(long bytes) {
    return new Fault("content range shifted", plan -> plan.contentRangeShift = bytes);
  }

  /** Answers a Range with 206 and a Content-Range whose total is larger by this many bytes. */
  public static Fault contentRangeTotalShiftedBy(long bytes) {
    return new Fault("content range total shifted", plan -> plan.contentRangeTotalShift = bytes);
  }

  /** Answers a Range with 200 and the whole file. */
  public static Fault ignoredRange() {
    return new Fault("ignored range", plan -> plan.ignoresRange = true);
  }

  /** Answers a Range whatever its If-Range says, as careless servers do. */
  public static Fault ignoredIfRange() {
    return new Fault("ignored if-range", plan -> plan.ignoresIfRange = true);
  }

  /** Answers a Range with 416. */
  public static Fault rangeNotSatisfiable() {
    return new Fault("range not satisfiable", plan -> plan.refusesRange = true);
  }

  /** Sends another strong ETag than before. */
  public static Fault changedETag() {
    return new Fault("changed etag", plan -> plan.validatorSuffix = "-changed");
  }

  /** Sends a weak ETag. */
  public static Fault weakETag() {
    return new Fault("weak etag", plan -> plan.validator = ReplyPlan.Validator.WEAK);
  }

  /** Sends no ETag. */
  public static Fault noETag() {
    return new Fault("no etag", plan -> plan.validator = ReplyPlan.Validator.NONE);
  }

  /** Flips a bit of the file's byte at this position. */
  public static Fault corruptedByte(long position) {
    return new Fault("corrupted byte " + position, plan -> plan.corruptedByte = position);
  }

  /** Both faults. If both change the same thing, the other one counts. */
  public Fault and(Fault other) {
    return new Fault(name + " and " + other.name, effect.andThen(other.effect));
  }

  private static Fault ending(String name, ReplyPlan.Ending ending, long bytes) {
    return new Fault(
        name,
        plan -> {
          plan.ending = ending;
          plan.endingAfter = bytes;
        });
  }

  void apply(ReplyPlan plan) {
    effect.accept(plan);
  }

  /** The fault's name. */
  @Override
  public String toString() {
    return name;
  }
}
