package io.stockpile.pipeline.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * The labels that Dataflow shows and bills a job with: the command, and what was asked for. They
 * hold nothing but the options of that name, none of which is secret.
 */
final class DataflowLabels {
  private static final List<String> ASKED =
      List.of("fileTypes", "streamType", "from", "to", "date");
  private static final int LONGEST = 63;

  private DataflowLabels() {}

  /** As {@code --labels} takes them. */
  static String of(CommandLine line) {
    ObjectNode labels = JsonMapper.builder().build().createObjectNode();
    labels.put("stockpile-command", line.command().word());
    List<OptionSpec> specs = OptionSpec.of(line.options());
    for (OptionSpec spec : specs) {
      String value = line.values().getOrDefault(spec.name(), spec.defaultValue().orElse(""));
      if (ASKED.contains(spec.name()) && !value.isEmpty()) {
        labels.put("stockpile-" + permitted(spec.name()), permitted(value));
      }
    }
    return labels.toString();
  }

  /** Lower case letters, digits, hyphens and underscores, 63 at most. */
  private static String permitted(String text) {
    String clean = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_");
    return clean.substring(0, Math.min(clean.length(), LONGEST));
  }
}
