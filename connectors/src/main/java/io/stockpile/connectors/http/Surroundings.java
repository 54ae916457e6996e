package io.stockpile.connectors.http;

import io.stockpile.connectors.credentials.CredentialsReference;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * What a connector needs from its environment.
 *
 * @param clock in UTC
 * @param sleeper waits between attempts
 * @param random gives numbers from 0 up to 1, for jitter
 * @param environment the environment's variables by name
 * @param proxyCredentials where user name and password for a proxy are, if it needs them
 */
public record Surroundings(
    Clock clock,
    Sleeper sleeper,
    DoubleSupplier random,
    Function<String, Optional<String>> environment,
    CredentialsReference proxyCredentials) {

  /** Surroundings with the default reference for a proxy's credentials. */
  public Surroundings(
      Clock clock,
      Sleeper sleeper,
      DoubleSupplier random,
      Function<String, Optional<String>> environment) {
    this(clock, sleeper, random, environment, Proxies.DEFAULT_CREDENTIALS);
  }

  /** The surroundings of this process. */
  public static Surroundings system() {
    return new Surroundings(
        Clock.systemUTC(),
        Sleeper.system(),
        () -> ThreadLocalRandom.current().nextDouble(),
        name -> Optional.ofNullable(System.getenv(name)));
  }

  public Surroundings withProxyCredentials(CredentialsReference changed) {
    return new Surroundings(clock, sleeper, random, environment, changed);
  }

  /** The proxies that the environment and the JVM's properties name. */
  public Proxies proxies() {
    return Proxies.of(proxyCredentials, environment);
  }
}
