package io.stockpile.connectors.firestream;

import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.RedirectRefusedException;
import io.stockpile.connectors.http.RetryAfter;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.Interrupts;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Absent;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.landing.LandingOutcome.Refused;
import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.connectors.proxy.ProxyException;
import io.stockpile.connectors.store.ObjectStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Brings one file from the service into the store, over as many requests as it needs. {@link
 * #attempt} makes one request and returns the outcome or the problem; the received bytes and the
 * link are kept for the next attempt. Not thread-safe.
 */
final class Download implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final Set<Integer> LINK_IS_OVER = Set.of(400, 401, 403, 404, 410);

  private final FirestreamUnit unit;
  private final String key;
  private final FirestreamSettings settings;
  private final ObjectStore store;
  private final TextTap tap;
  private final LinkWalk walk;
  private final AttemptBudget budget;
  private final Redaction redaction;
  private final Surroundings surroundings;
  private final LandingListener listener;
  private final LengthInquiry inquiry;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  private Optional<URI> link = Optional.empty();
  private Optional<PartialDownload> partial = Optional.empty();
  private Optional<Unsound> unsound = Optional.empty();
  private Optional<Unvouched> unvouched = Optional.empty();
  private Optional<String> former = Optional.empty();
  private long furthest;

  /** How one attempt ended: with the unit's outcome, or with a problem. */
  sealed interface Step {
    record Ended(LandingOutcome outcome) implements Step {}

    record Hindered(Problem problem) implements Step {}
  }

  /** Where a file was found damaged: the number and the digest of the bytes before. */
  private record Unsound(long position, String sha256) {}

  /** The longest undamaged file so far whose length was not declared. */
  private record Unvouched(long bytes, String sha256) {}

  /**
   * @param key the key to land the file under
   * @param tap gets the file's text; the caller tells it to forget what a hindered attempt brought
   */
  Download(
      FirestreamUnit unit,
      String key,
      FirestreamSettings settings,
      ObjectStore store,
      TextTap tap,
      LinkWalk walk,
      AttemptBudget budget,
      Redaction redaction,
      Surroundings surroundings,
      LandingListener listener) {
    this.unit = unit;
    this.key = key;
    this.settings = settings;
    this.store = store;
    this.tap = tap;
    this.walk = walk;
    this.inquiry = new LengthInquiry(walk);
    this.budget = budget;
    this.redaction = redaction;
    this.surroundings = surroundings;
    this.listener = listener;
  }

  /** How many bytes the attempt that got furthest brought. */
  long furthest() {
    return furthest;
  }

  Step attempt() throws StoreFailedException, InterruptedException {
    Map<String, String> headers = partial.map(PartialDownload::resumeHeaders).orElseGet(Map::of);
    Optional<URI> formerLink = link;
    try (Arrival arrival =
        formerLink.isPresent()
            ? walk.fromLink(formerLink.get(), headers)
            : walk.fromService(headers)) {
      link = arrival.link();
      return judge(arrival, !headers.isEmpty());
    } catch (RedirectRefusedException e) {
      return failed(e.getMessage() + ".");
    } catch (AttemptBudget.SpentException e) {
      return failed(
          e.getMessage() + former.map(text -> "; the last problem: " + text).orElse("") + ".");
    } catch (StoreFailedException e) {
      throw e;
    } catch (IOException e) {
      if (e instanceof ProxyException refused && !refused.mayPass()) {
        return failed(refused.getMessage() + ".");
      }
      String text = redaction.failure(e, settings.readTimeout());
      // A link without any answer is not used again.
      return new Step.Hindered(
          formerLink.isPresent() ? Problem.newLink(text) : Problem.askAgain(text));
    }
  }

  /** Prepares the next attempt. */
  void cure(Problem problem) throws StoreFailedException {
    former = Optional.of(problem.text());
    switch (problem.cure()) {
      case ASK_AGAIN -> {
        // The link and the bytes can still be used.
      }
      case NEW_LINK -> link = Optional.empty();
      case START_AFRESH -> discard();
      case START_AT_SERVICE -> {
        discard();
        // The link may have led to an error page, and would lead there again.
        link = Optional.empty();
      }
    }
    if (partial.isPresent() && !partial.get().resumable()) {
      discard();
    }
  }

  private Step judge(Arrival arrival, boolean askedForRest)
      throws StoreFailedException, InterruptedException {
    int status = arrival.answer().status();
    if (status == 200) {
      discard();
      PartialDownload begun = PartialDownload.begin(store, key, tap, arrival.answer());
      partial = Optional.of(begun);
      begun.total().ifPresent(total -> listener.sizeKnown(unit, total));
      return receive(arrival, begun);
    }
    if (status == 206 && askedForRest && partial.isPresent()) {
      Optional<String> mismatch = partial.get().goOn(arrival.answer());
      return mismatch.isPresent()
          ? new Step.Hindered(
              Problem.startAfresh(Redaction.url(arrival.uri()) + " answered " + mismatch.get()))
          : receive(arrival, partial.get());
    }
    String text = Texts.status(arrival, redaction);
    if (status == 206 || status == 416) {
      return new Step.Hindered(Problem.startAfresh(text));
    }
    return switch (arrival.place()) {
      case SERVICE -> judgeService(arrival, status, text);
      case DOWNLOAD ->
          LINK_IS_OVER.contains(status)
              ? new Step.Hindered(Problem.newLink(text))
              : new Step.Hindered(problem(arrival, text, Problem.Cure.ASK_AGAIN));
    };
  }

  private Step judgeService(Arrival arrival, int status, String text) {
    return switch (status) {
      case 404 ->
          new Step.Ended(
              new Absent(
                  unit,
                  Texts.about(unit)
                      + text
                      + ". The service has no such file: not yet, never or no more."));
      case 401, 403 -> new Step.Ended(new Refused(unit, status, text));
      case 400 -> failed(text + ". Asking again would not change that.");
      default -> new Step.Hindered(problem(arrival, text, Problem.Cure.ASK_AGAIN));
    };
  }

  private Problem problem(Arrival arrival, String text, Problem.Cure cure) {
    Optional<Duration> retryAfter =
        arrival
            .answer()
            .header("Retry-After")
            .flatMap(value -> RetryAfter.parse(value, surroundings.clock().instant()));
    return new Problem(text, cure, retryAfter);
  }

  private Step receive(Arrival arrival, PartialDownload download)
      throws StoreFailedException, InterruptedException {
    AnswerSink sink = download.sink();
    int held = 0;
    try {
      InputStream body = arrival.answer().body();
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        Interrupts.check("downloading " + unit.name());
        held = count;
        boolean sound = sink.write(buffer, 0, count);
        listener.received(unit, count);
        if (!sound) {
          // The rest is not read: it cannot repair the file, and may have no end.
          return unsound(arrival, sink, held, sink.finish().orElseThrow());
        }
        furthest = Math.max(furthest, sink.received());
      }
    } catch (StoreFailedException e) {
      throw e;
    } catch (IOException e) {
      return new Step.Hindered(
          Problem.askAgain(
              "the download broke off after "
                  + Texts.progress(sink.received(), download.total())
                  + ": "
                  + redaction.failure(e, settings.readTimeout())));
    }
    boolean ended = arrival.answer().status() == 200 && arrival.answer().declaresEnd();
    OptionalLong known =
        download.total().isPresent() || ended ? download.total() : inquiry.ask(arrival, download);
    long total = known.orElse(sink.received());
    if (sink.received() < total) {
      return new Step.Hindered(
          Problem.askAgain("the download ended after " + Texts.progress(sink.received(), known)));
    }
    if (sink.received() > total) {
      return new Step.Hindered(
          Problem.startAfresh(
              "the download brought " + sink.received() + " bytes of a file of " + total));
    }
    Optional<GzipFormatException> defect = sink.finish();
    if (defect.isPresent()) {
      return unsound(arrival, sink, held, defect.get());
    }
    return ended || known.isPresent()
        ? landed(sink.complete(LandedFile.Length.DECLARED))
        : compared(arrival, sink);
  }

  private Step landed(LandedFile file) {
    return new Step.Ended(new Landed(unit, file, true));
  }

  /**
   * Judges a sound file whose length nothing vouches for. A connection that was closed between two
   * gzip members leaves such a one, so it takes two that are the same; a server that cuts each time
   * in the same place passes that too, so the file lands with a note that it is to be asked for
   * again.
   */
  private Step compared(Arrival arrival, AnswerSink sink) throws StoreFailedException {
    Unvouched now = new Unvouched(sink.received(), sink.sha256());
    if (unvouched.filter(now::equals).isPresent()) {
      try {
        LandedDoubts.write(store, key, LandedDoubts.Doubt.UNDECLARED_LENGTH);
      } catch (IOException e) {
        throw new StoreFailedException(e);
      }
      return landed(sink.complete(LandedFile.Length.UNDECLARED));
    }
    if (unvouched.filter(longest -> longest.bytes() > now.bytes()).isEmpty()) {
      unvouched = Optional.of(now);
    }
    return new Step.Hindered(
        Problem.startAfresh(
            Redaction.url(arrival.uri())
                + " closed the connection after "
                + now.bytes()
                + " bytes and never said how long the file is, so it is fetched once more to"
                + " compare"));
  }

  /**
   * Decides what to do about a damaged body.
   *
   * @param held how many bytes of the body are in the buffer; they are the last received ones
   */
  private Step unsound(Arrival arrival, AnswerSink sink, int held, GzipFormatException defect) {
    long position = defect.position();
    if (position < LandedFiles.GZIP_MAGIC_BYTES) {
      byte[] begun = Arrays.copyOf(buffer, held);
      return new Step.Hindered(
          problem(arrival, Texts.noGzip(arrival, begun, redaction), Problem.Cure.START_AT_SERVICE));
    }
    String text =
        "what "
            + Redaction.url(arrival.uri())
            + " sent"
            + Texts.contentType(arrival, redaction)
            + " is no sound gzip file. "
            + defect.getMessage();
    Optional<Unsound> before = unsound;
    unsound = Optional.of(new Unsound(position, sink.sha256()));
    if (before.equals(unsound)) {
      return failed(
          text
              + ". Two downloads brought the same bytes up to there (sha256 "
              + sink.sha256()
              + "), so the service's own file is broken; ask StockTwits to mend it.");
    }
    return new Step.Hindered(Problem.startAfresh(text));
  }

  private Step failed(String text) {
    return new Step.Ended(new Failed(unit, budget.attempts(), Texts.about(unit) + text));
  }

  private void discard() throws StoreFailedException {
    if (partial.isPresent()) {
      PartialDownload former = partial.get();
      partial = Optional.empty();
      listener.startedAfresh(unit, former.sink().received());
      former.close();
    }
  }

  @Override
  public void close() throws StoreFailedException {
    if (partial.isPresent()) {
      partial.get().close();
      partial = Optional.empty();
    }
  }
}
