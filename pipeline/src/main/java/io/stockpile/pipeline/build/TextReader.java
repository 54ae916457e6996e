package io.stockpile.pipeline.build;

import io.stockpile.connectors.landing.LandedFile;
import io.stockpile.connectors.landing.TextTap;
import io.stockpile.pipeline.lines.TextPipe;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a unit's tables on a thread of its own from the text that it receives. To be used by one
 * thread.
 */
final class TextReader implements TextTap {
  private static final Logger LOG = LoggerFactory.getLogger(TextReader.class);

  private final UnitBuilder builder;
  private final UnitBuilder.Target target;
  private final Vocabulary vocabulary;
  private final Duration forSlot;
  private Optional<Running> running = Optional.empty();
  private boolean begun;

  private record Running(TextPipe pipe, FutureTask<Built> task) {}

  /**
   * @param forSlot how long a landing waits for a slot at most. It never waits if the whole text
   *     fits into the pipe
   */
  TextReader(
      UnitBuilder builder, UnitBuilder.Target target, Vocabulary vocabulary, Duration forSlot) {
    this.builder = builder;
    this.target = target;
    this.vocabulary = vocabulary;
    this.forSlot = forSlot;
  }

  @Override
  public void begin(String key) {
    if (begun) {
      return;
    }
    begun = true;
    TextPipe pipe = new TextPipe(builder.patience());
    FutureTask<Built> task = new FutureTask<>(() -> build(key, pipe));
    Thread thread = new Thread(task, "derive " + target.unit().name());
    thread.setDaemon(true);
    running = Optional.of(new Running(pipe, task));
    thread.start();
  }

  private Built build(String key, TextPipe pipe) throws IOException, InterruptedException {
    boolean hasLanded = pipe.awaitFull();
    if (hasLanded || pipe.isBrokenOff() || !builder.takeSlot(forSlot)) {
      // A text that just fills the pipe can have landed while a slot was waited for.
      if (pipe.breakOff()) {
        throw new IOException("There is no text of it, or no slot to build it in");
      }
      builder.takeSlot();
    }
    try {
      return builder.buildAlong(target, vocabulary, key, pipe);
    } finally {
      builder.releaseSlot();
    }
  }

  @Override
  public void text(byte[] bytes, int offset, int length) {
    running.ifPresent(now -> now.pipe().write(bytes, offset, length));
  }

  @Override
  public void landed(LandedFile file) {
    running.ifPresent(now -> now.pipe().end(file));
  }

  @Override
  public void forget() {
    running.ifPresent(now -> now.pipe().breakOff());
  }

  /**
   * Waits until the tables are complete.
   *
   * @return empty when no object was begun, or the text was not that of a landed object
   */
  Optional<Built> built() throws IOException, InterruptedException {
    if (running.isEmpty()) {
      return Optional.empty();
    }
    Running now = running.get();
    try {
      return Optional.of(now.task().get());
    } catch (ExecutionException e) {
      if (now.pipe().isBrokenOff()) {
        LOG.debug("{} is built from what has landed", target.unit().name(), e.getCause());
        return Optional.empty();
      }
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(Throwable cause) {
    if (cause instanceof IOException failure) {
      return failure;
    }
    if (cause instanceof RuntimeException wrong) {
      throw wrong;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }

  /** Stops the building thread, waits for its end, and discards the tables. */
  void throwAway() throws IOException {
    forget();
    boolean interrupted = false;
    while (running.isPresent()) {
      try {
        Built built = running.get().task().get();
        running = Optional.empty();
        built.throwAway(builder.store());
      } catch (ExecutionException e) {
        // The thread has already discarded its files.
        running = Optional.empty();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
