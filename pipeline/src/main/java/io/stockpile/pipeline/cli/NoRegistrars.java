package io.stockpile.pipeline.cli;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/**
 * A class loader that hides the kinds of options that the class path brings. When Beam wakes up it
 * looks for all of them and holds each against all others, which is a seventh of what a start
 * costs; they are needed only to read options that a user gives.
 */
final class NoRegistrars extends ClassLoader {
  private static final String REGISTRARS =
      "META-INF/services/" + PipelineOptionsRegistrar.class.getName();

  NoRegistrars(ClassLoader parent) {
    super(parent);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(REGISTRARS) ? Collections.emptyEnumeration() : super.getResources(name);
  }
}
