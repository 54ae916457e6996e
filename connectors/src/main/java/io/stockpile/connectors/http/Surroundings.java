package io.stockpile.connectors.http;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * What a connector takes from the machine it runs on.
 *
 * @param clock in UTC
 * @param sleeper waits between attempts
 * @param random gives numbers from 0 up to 1, for jitter
 * @param environment the environment's variables by name
 */
public record Surroundings(
    Clock clock,
    Sleeper sleeper,
    DoubleSupplier random,
    Function<String, Optional<String>> environment) {

  /** The real ones. */
  public static Surroundings system() {
    return new Surroundings(
        Clock.systemUTC(),
        Sleeper.system(),
        () -> ThreadLocalRandom.current().nextDouble(),
        name -> Optional.ofNullable(System.getenv(name)));
  }
}
