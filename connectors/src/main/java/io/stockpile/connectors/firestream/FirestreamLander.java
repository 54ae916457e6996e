package io.stockpile.connectors.firestream;

import io.stockpile.connectors.codec.DamagedFileException;
import io.stockpile.connectors.credentials.Credentials;
import io.stockpile.connectors.credentials.CredentialsMissingException;
import io.stockpile.connectors.gzip.GzipFormatException;
import io.stockpile.connectors.http.Backoff;
import io.stockpile.connectors.http.HttpFetcher;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.landing.Interrupts;
import io.stockpile.connectors.landing.LandedDoubts;
import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.LandedFiles;
import io.stockpile.connectors.landing.LandedGenerations;
import io.stockpile.connectors.landing.LandingListener;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Failed;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.connectors.landing.LandingOutcome.Refused;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.StoredObject;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lands Firestream's backup files in a store: exactly the bytes that the service sent, and only if
 * they are proven to be complete.
 *
 * <p>The service answers with a temporary link. Redirects are followed by this class and not by the
 * HTTP client, so that credentials go to the service's origin only. An expired link is replaced by
 * a new one. An interrupted download continues where it stopped, if the server proves that the file
 * is the same. Every failure that may be temporary is tried again after a growing pause. A file
 * becomes visible under a key of its own, {@link FirestreamUnit#landingKey} or a later {@link
 * LandedGenerations generation} of it, only when its length and every gzip member's checksum and
 * length are right. A file that was landed before is read and checked again instead of being
 * fetched, unless there is a note of {@link LandedDoubts}.
 *
 * <p>If an answer has neither a length nor chunks, the end of the connection does not prove that it
 * is complete. The length is then requested in other ways. If no answer has it, the file is fetched
 * twice; if both are the same, it is landed as {@link LandedFile.Length#UNDECLARED}, and the next
 * landing fetches it again. A file that was compressed once more for its transfer ({@code
 * Content-Encoding: gzip} around a gzip file) is decompressed.
 *
 * <p>The memory does not depend on the size of the file. Thread-safe; must be closed. The store is
 * not closed with it.
 */
public final class FirestreamLander implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(FirestreamLander.class);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);

  private final FirestreamSettings settings;
  private final ObjectStore store;
  private final LandingListener listener;
  private final Surroundings surroundings;
  private final Backoff backoff = Backoff.DEFAULT;
  private final HttpFetcher http;

  public FirestreamLander(
      FirestreamSettings settings, ObjectStore store, LandingListener listener) {
    this(settings, store, listener, Surroundings.system());
  }

  /**
   * @param surroundings clock, pauses, jitter and environment variables
   */
  public FirestreamLander(
      FirestreamSettings settings,
      ObjectStore store,
      LandingListener listener,
      Surroundings surroundings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.store = Objects.requireNonNull(store, "store");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
    this.http = new HttpFetcher(settings.readTimeout(), surroundings.proxies());
  }

  /**
   * Lands the file of one day. All expected ends are values; credentials that cannot be found and a
   * store that fails are {@link Failed}.
   *
   * @throws IllegalArgumentException when the unit is not one day, the only kind the service has
   * @throws InterruptedException when the thread is interrupted, at the latest after the read
   *     timeout; nothing is left staged then
   */
  public LandingOutcome land(FirestreamUnit unit) throws InterruptedException {
    return land(unit, false, TextTap.NONE, () -> LandedGenerations.find(store, unit.landingKey()));
  }

  /**
   * Fetches the file of one day again, even if it was landed before. The earlier one stays.
   *
   * @throws IllegalArgumentException as for {@link #land(FirestreamUnit)}
   * @throws InterruptedException as for {@link #land(FirestreamUnit)}
   */
  public LandingOutcome landAfresh(FirestreamUnit unit) throws InterruptedException {
    return land(unit, true, TextTap.NONE, () -> LandedGenerations.find(store, unit.landingKey()));
  }

  /**
   * Like {@link #land(FirestreamUnit)} or {@link #landAfresh}, but without listing the unit's
   * landed objects.
   *
   * @param afresh whether to fetch the file even if it was landed before
   * @param seen the unit's landed objects, as an earlier listing showed them
   * @param tap gets the text of what is fetched; told to forget it when an attempt breaks off,
   *     because the next attempts may take many minutes
   * @throws IllegalArgumentException as for {@link #land(FirestreamUnit)}
   * @throws InterruptedException as for {@link #land(FirestreamUnit)}
   */
  public LandingOutcome land(
      FirestreamUnit unit, boolean afresh, List<StoredObject> seen, TextTap tap)
      throws InterruptedException {
    return land(unit, afresh, tap, () -> LandedGenerations.confirm(store, unit.landingKey(), seen));
  }

  /** Finds out what was landed of a unit before. */
  private interface Look {
    LandedGenerations now() throws IOException;
  }

  private LandingOutcome land(FirestreamUnit unit, boolean afresh, TextTap tap, Look look)
      throws InterruptedException {
    if (!unit.equals(FirestreamUnit.ofDay(unit.fileType(), unit.firstDay()))) {
      throw new IllegalArgumentException(
          "The service has one file a day, but " + unit.name() + " is not one day");
    }
    try {
      LandedGenerations there = look.now();
      Optional<LandedFile> present = afresh ? Optional.empty() : provenAlready(unit, there);
      if (present.isPresent()) {
        return new Landed(unit, present.get(), false);
      }
      LandingOutcome outcome =
          fetch(
              new Target(unit, there.nextKey(), tap),
              settings.credentials().resolve(surroundings.environment()));
      if (outcome instanceof Landed landed
          && landed.file().length() == LandedFile.Length.DECLARED
          && there.doubted(landed.file().key())) {
        // The note is left from a run that was stopped before it landed the file.
        LandedDoubts.remove(store, landed.file().key());
      }
      return outcome;
    } catch (CredentialsMissingException e) {
      return new Failed(unit, 0, Texts.about(unit) + e.getMessage());
    } catch (IOException e) {
      Interrupts.check("landing " + unit.name());
      LOG.debug("Landing {} failed", unit.name(), e);
      return new Failed(
          unit,
          0,
          Texts.about(unit)
              + "the archive "
              + store.root()
              + " failed: "
              + Redaction.general().text(String.valueOf(e.getMessage()))
              + ". Once it works, the same command goes on from here.");
    }
  }

  private Optional<LandedFile> provenAlready(FirestreamUnit unit, LandedGenerations there)
      throws IOException {
    Optional<String> newest =
        there.newest().map(StoredObject::key).filter(key -> !there.doubted(key));
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LandedFiles.prove(store, newest.get()));
    } catch (GzipFormatException | DamagedFileException e) {
      LOG.warn(
          "{}{} was landed before, but is not sound any more ({}); it is fetched again.",
          Texts.about(unit),
          newest.get(),
          e.getMessage());
      return Optional.empty();
    }
  }

  /** What is fetched, where it is to lie, and who gets its text. */
  private record Target(FirestreamUnit unit, String key, TextTap tap) {}

  private LandingOutcome fetch(Target target, Credentials credentials)
      throws IOException, InterruptedException {
    Semaphore permits = DownloadPermits.of(settings);
    permits.acquire();
    try {
      // Looked up after waiting for the permit, because a refusal may have come meanwhile.
      Optional<RefusedCredentials.Refusal> refusal =
          RefusedCredentials.IN_THIS_JVM.find(settings.url(), credentials, now());
      return refusal.isPresent()
          ? refused(target.unit(), refusal.get())
          : download(target, credentials);
    } finally {
      permits.release();
    }
  }

  private LandingOutcome download(Target target, Credentials credentials)
      throws IOException, InterruptedException {
    FirestreamUnit unit = target.unit();
    AttemptBudget budget = new AttemptBudget(settings.maxAttempts());
    LinkWalk walk = new LinkWalk(http, serviceUri(unit), credentials.basicAuthorization(), budget);
    Redaction redaction = Redaction.of(credentials.secrets());
    try (Download download =
        new Download(
            unit,
            target.key(),
            settings,
            store,
            target.tap(),
            walk,
            budget,
            redaction,
            surroundings,
            listener)) {
      while (true) {
        budget.begin();
        long furthest = download.furthest();
        Download.Step step = download.attempt();
        if (step instanceof Download.Step.Ended ended) {
          return remembered(unit, ended.outcome(), credentials);
        }
        Problem problem = ((Download.Step.Hindered) step).problem();
        target.tap().forget();
        budget.fail(download.furthest() - furthest);
        Optional<LandingOutcome> end = givenUp(unit, budget, problem);
        if (end.isPresent()) {
          return end.get();
        }
        download.cure(problem);
        pause(unit, budget, problem);
      }
    }
  }

  private LandingOutcome remembered(
      FirestreamUnit unit, LandingOutcome outcome, Credentials credentials) {
    if (outcome instanceof Refused answer) {
      RefusedCredentials.Refusal refusal =
          new RefusedCredentials.Refusal(answer.status(), answer.message(), now());
      RefusedCredentials.IN_THIS_JVM.remember(settings.url(), credentials, refusal);
      return refused(unit, refusal);
    }
    return outcome;
  }

  private Refused refused(FirestreamUnit unit, RefusedCredentials.Refusal refusal) {
    return new Refused(
        unit,
        refusal.status(),
        Texts.about(unit)
            + "the credentials "
            + settings.credentials()
            + " were refused: "
            + refusal.text()
            + ". Check "
            + settings.credentials().whereToLook()
            + ", and that the account may fetch backups.");
  }

  private Optional<LandingOutcome> givenUp(
      FirestreamUnit unit, AttemptBudget budget, Problem problem) {
    if (budget.spent()) {
      return Optional.of(
          new Failed(
              unit,
              budget.attempts(),
              Texts.about(unit)
                  + "given up after "
                  + budget.attempts()
                  + (budget.attempts() == 1 ? " attempt: " : " attempts, the last: ")
                  + problem.text()
                  + ". "
                  + problem.advice()));
    }
    return problem
        .retryAfter()
        .filter(wait -> wait.compareTo(LONGEST_RETRY_AFTER) > 0)
        .map(
            wait ->
                new Failed(
                    unit,
                    budget.attempts(),
                    Texts.about(unit)
                        + problem.text()
                        + ". The server asks to wait until "
                        + now().plus(wait)
                        + ", which is longer than the "
                        + LONGEST_RETRY_AFTER.toMinutes()
                        + " minutes that are waited here; run the same command again after that."));
  }

  private void pause(FirestreamUnit unit, AttemptBudget budget, Problem problem)
      throws InterruptedException {
    Duration grown = backoff.delay(Math.max(1, budget.failuresInARow()), surroundings.random());
    boolean firstOverLink = problem.cure() == Problem.Cure.NEW_LINK && budget.failuresInARow() <= 1;
    Duration wait =
        problem
            .retryAfter()
            .filter(asked -> asked.compareTo(grown) > 0)
            .orElse(firstOverLink ? Duration.ZERO : grown);
    LOG.info(
        "{}{}. Trying again in {} ms ({} of {} failures in a row).",
        Texts.about(unit),
        problem.text(),
        wait.toMillis(),
        budget.failuresInARow(),
        settings.maxAttempts());
    listener.retrying(unit, problem.text(), wait);
    surroundings.sleeper().sleep(wait);
  }

  private URI serviceUri(FirestreamUnit unit) {
    return URI.create(
        settings.url()
            + "/backups/"
            + unit.type()
            + "/"
            + unit.firstDay().toString().replace('-', '/'));
  }

  private Instant now() {
    return surroundings.clock().instant();
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
