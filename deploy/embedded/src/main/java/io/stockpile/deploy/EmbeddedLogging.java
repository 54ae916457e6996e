package io.stockpile.deploy;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * The log of the bundle for one machine: warnings of the libraries on the standard error stream.
 * The variable {@code STOCKPILE_LOG} has the level for Stockpile's own classes, by default {@code
 * INFO}. It is set up here and not in a file, because reading XML is a tenth of what a short
 * command costs. A file that {@code -Dlogback.configurationFile} names takes its place.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class EmbeddedLogging extends ContextAwareBase implements Configurator {
  private static final String LEVEL = "STOCKPILE_LOG";

  /** For the service loader. */
  public EmbeddedLogging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss'Z',UTC} %-5level %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
    stderr.setContext(context);
    stderr.setName("STDERR");
    stderr.setTarget(ConsoleTarget.SystemErr.getName());
    stderr.setEncoder(encoder);
    stderr.start();
    // What users must know is printed by the commands themselves; the libraries speak only when
    // something is wrong.
    context.getLogger("io.stockpile").setLevel(Level.toLevel(ownLevel()));
    context.getLogger("org.apache.beam").setLevel(Level.ERROR);
    context.getLogger("org.apache.hadoop").setLevel(Level.ERROR);
    // It warns, with a stack trace, of every commit that another process was quicker with, and then
    // tries again.
    context.getLogger("org.apache.iceberg").setLevel(Level.ERROR);
    // It would print a proxy's address as it stands in the environment, password and all. Stockpile
    // reads the address itself.
    context.getLogger("software.amazon.awssdk.utils.internal.proxy").setLevel(Level.OFF);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stderr);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static String ownLevel() {
    return Optional.ofNullable(System.getProperty(LEVEL))
        .or(() -> Optional.ofNullable(System.getenv(LEVEL)))
        .filter(level -> !level.isEmpty())
        .orElse("INFO");
  }
}
