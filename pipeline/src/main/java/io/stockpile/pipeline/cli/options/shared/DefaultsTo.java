package io.stockpile.pipeline.cli.options.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default that one command has for an option whose default is another, or none, elsewhere. Beam
 * wants one {@code @Default} of an option in all interfaces, so it cannot stand there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DefaultsTo {
  /** The option's name. */
  String option();

  String value();
}
