package io.stockpile.pipeline.cli;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.StreamingOptions;

/**
 * The names of all options that Beam and the runners and file systems on the class path bring. Read
 * once, and only when somebody asks, because it is what costs most at the start.
 */
final class BeamOptionNames {
  private BeamOptionNames() {}

  private static final class Holder {
    static final Set<String> NAMES = collect();
  }

  static Set<String> known() {
    return Holder.NAMES;
  }

  /** Without options of our own commands, which a command registers where it runs. */
  static Set<String> collect() {
    if (!PipelineOptionsFactory.getRegisteredOptions().contains(StreamingOptions.class)) {
      // A command before, in the same process, needed none of them and hid them from Beam.
      PipelineOptionsFactory.resetCache();
    }
    Set<Class<? extends PipelineOptions>> own =
        Arrays.stream(Command.values()).map(Command::options).collect(Collectors.toSet());
    Set<String> names = new TreeSet<>();
    for (Class<? extends PipelineOptions> options : PipelineOptionsFactory.getRegisteredOptions()) {
      if (own.contains(options)) {
        continue;
      }
      for (Method method : options.getMethods()) {
        String name = method.getName();
        boolean getter =
            method.getParameterCount() == 0
                && (name.startsWith("get") || name.startsWith("is"))
                && name.length() > 3
                && !name.equals("getClass");
        if (getter) {
          names.add(OptionSpec.optionName(method));
        }
      }
    }
    return Set.copyOf(names);
  }
}
