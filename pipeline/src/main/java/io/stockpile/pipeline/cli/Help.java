package io.stockpile.pipeline.cli;

import java.io.PrintStream;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** Prints what can be done and how, from the same declarations that the options are read with. */
final class Help {
  private static final int WIDTH = 96;

  private final PrintStream out;

  Help(PrintStream out) {
    this.out = out;
  }

  /** All commands and exit codes. */
  void overview() {
    out.println("Usage: stockpile COMMAND --option=value ...");
    out.println();
    for (Command command : Command.values()) {
      out.println(String.format("  %-10s%s", command.word(), command.summary()));
    }
    out.println(String.format("  %-10s%s", "help", "this, or every option of a command"));
    out.println();
    out.println(
        "`stockpile help COMMAND` prints every option with its unit, default and an example.");
    out.println(
        "Options are Beam pipeline options: --runner=... and every option of a runner go through.");
    out.println();
    out.println("Exit codes:");
    for (ExitCode code : ExitCode.values()) {
      out.println("  " + code.number() + "  " + code.meaning());
    }
  }

  /** Every option of one command. */
  void command(Command command) {
    List<OptionSpec> specs = OptionSpec.of(command.options());
    out.println("stockpile " + command.word() + ": " + command.summary());
    out.println();
    if (!command.form().isEmpty()) {
      out.println(
          "Usage: stockpile " + command.word() + " " + command.form() + " --option=value ...");
      out.println();
    }
    specs.stream().filter(OptionSpec::required).forEach(this::option);
    specs.stream().filter(spec -> !spec.required()).forEach(this::option);
    if (command == Command.PLAN) {
      out.println(
          "  With the options of replay instead (`stockpile help replay`) it says what that would do.");
    }
    if (command.runsPipeline()) {
      out.println(
          "  --runner=..., and every option of Beam and of the runner: as Beam documents them.");
    }
  }

  private void option(OptionSpec spec) {
    String head = "  --" + spec.name() + (spec.flag() ? "" : "=...");
    out.println(head + "   " + standing(spec));
    out.println("      " + WordUtils.wrap(spec.description(), WIDTH, "\n      ", false));
    out.println();
  }

  private static String standing(OptionSpec spec) {
    if (spec.required()) {
      return "required";
    }
    String value = spec.defaultValue().orElse("");
    return value.isEmpty() ? "not set unless given" : "default " + value;
  }
}
