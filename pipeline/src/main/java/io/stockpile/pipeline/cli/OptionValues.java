package io.stockpile.pipeline.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * An options interface over the values of a command line, with the declared defaults. Beam's own
 * factory does the same and more, but takes most of a second to wake up, which a command without a
 * pipeline does not have to wait for.
 */
final class OptionValues implements InvocationHandler {
  private final Map<String, Object> values = new HashMap<>();

  private OptionValues(CommandLine line) {
    for (OptionSpec spec : OptionSpec.of(line.options())) {
      String text = line.values().getOrDefault(spec.name(), spec.defaultValue().orElse(""));
      Object value = spec.flag() ? (Object) Boolean.valueOf(text) : text;
      values.put(spec.getter().getName(), value);
    }
  }

  /** The values behind the getters of the command's own interface, or one that it extends. */
  static <T extends PipelineOptions> T of(CommandLine line, Class<T> options) {
    return options.cast(
        Proxy.newProxyInstance(
            options.getClassLoader(), new Class<?>[] {options}, new OptionValues(line)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    if (values.containsKey(method.getName())) {
      return values.get(method.getName());
    }
    throw new UnsupportedOperationException(method.getName() + " is not one of our own options");
  }
}
