package io.stockpile.pipeline.cli;

import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.cli.options.shared.DefaultsTo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * One of our own options, as its getter declares it.
 *
 * @param flag whether it is true or false, and true when it stands alone
 * @param defaultValue empty for an option that must be given
 */
record OptionSpec(
    String name, Method getter, boolean flag, Optional<String> defaultValue, String description) {

  /** All our own options are declared below it. */
  private static final String OWN = BackfillOptions.class.getPackageName() + ".";

  /** The options that an interface and those it extends declare, Beam's own left out, by name. */
  static List<OptionSpec> of(Class<? extends PipelineOptions> options) {
    List<OptionSpec> specs = new ArrayList<>();
    for (Method method : options.getMethods()) {
      Description description = method.getAnnotation(Description.class);
      boolean ours = method.getDeclaringClass().getName().startsWith(OWN);
      if (ours && description != null) {
        boolean flag = method.getReturnType() == boolean.class;
        specs.add(
            new OptionSpec(
                optionName(method),
                method,
                flag,
                defaultValue(options, method),
                description.value()));
      }
    }
    specs.sort(Comparator.comparing(OptionSpec::name));
    return List.copyOf(specs);
  }

  /** The option's name behind a getter. */
  static String optionName(Method getter) {
    String name = getter.getName();
    String bare = name.startsWith("get") ? name.substring(3) : name.substring(2);
    return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }

  boolean required() {
    return defaultValue.isEmpty();
  }

  private static Optional<String> defaultValue(
      Class<? extends PipelineOptions> options, Method method) {
    DefaultsTo own = options.getAnnotation(DefaultsTo.class);
    if (own != null && own.option().equals(optionName(method))) {
      return Optional.of(own.value());
    }
    Default.String text = method.getAnnotation(Default.String.class);
    if (text != null) {
      return Optional.of(text.value());
    }
    Default.Boolean flag = method.getAnnotation(Default.Boolean.class);
    return flag == null ? Optional.empty() : Optional.of(Boolean.toString(flag.value()));
  }
}
