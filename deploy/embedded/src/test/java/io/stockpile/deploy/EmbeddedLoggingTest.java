package io.stockpile.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedLoggingTest {
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final LoggerContext context = new LoggerContext();

  @AfterEach
  void putBack() {
    context.stop();
    System.setErr(stderr);
    System.clearProperty("STOCKPILE_LOG");
    System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);
  }

  @Test
  void logbackFindsIt() {
    assertThat(ServiceLoader.load(Configurator.class))
        .hasAtLeastOneElementOfType(EmbeddedLogging.class);
  }

  @Test
  void aLineHasTimeLevelAndMessageOnly() {
    configure();
    Logger logger = context.getLogger("io.stockpile.Any");
    LoggingEvent event =
        new LoggingEvent("", logger, Level.INFO, "2016-12-05: {}", null, new Object[] {1});
    event.setInstant(Instant.parse("2026-11-27T09:10:11.5Z"));
    logger.callAppenders(event);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("2026-11-27T09:10:11Z INFO  2016-12-05: 1" + System.lineSeparator());
  }

  @Test
  void librariesSpeakOnlyWhenSomethingIsWrong() {
    configure();
    assertThat(level("io.stockpile.pipeline")).isEqualTo(Level.INFO);
    assertThat(level("org.apache.beam.sdk")).isEqualTo(Level.ERROR);
    assertThat(level("org.apache.hadoop.fs")).isEqualTo(Level.ERROR);
    assertThat(level("org.apache.iceberg")).isEqualTo(Level.ERROR);
    assertThat(level("software.amazon.awssdk.utils.internal.proxy.Any")).isEqualTo(Level.OFF);
    assertThat(level("software.amazon.awssdk")).isEqualTo(Level.WARN);
  }

  @Test
  void theLevelOfStockpileItselfIsTheUsers() {
    System.setProperty("STOCKPILE_LOG", "DEBUG");
    configure();
    assertThat(level("io.stockpile.pipeline")).isEqualTo(Level.DEBUG);
  }

  @Test
  void aFileThatTheUserNamesTakesItsPlace() {
    System.setProperty(ClassicConstants.CONFIG_FILE_PROPERTY, "mine.xml");
    assertThat(new EmbeddedLogging().configure(context))
        .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
    assertThat(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
        .isExhausted();
  }

  private void configure() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(new EmbeddedLogging().configure(context))
        .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
  }

  private Level level(String name) {
    return context.getLogger(name).getEffectiveLevel();
  }
}
