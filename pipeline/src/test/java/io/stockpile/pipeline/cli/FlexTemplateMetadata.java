package io.stockpile.pipeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Makes what Dataflow's console shows of a Flex Template from the declarations of a command's
 * options.
 */
final class FlexTemplateMetadata {
  /**
   * Options that do not fit a launcher: it waits for a job, and these make none or print to nobody.
   */
  private static final Set<String> LEFT_OUT =
      Set.of("dryRun", "verbose", "publish", "catalog", "catalogProperties");

  private static final String REFERENCE =
      "^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+|gcp-secret:projects/.+/secrets/.+)$";

  private FlexTemplateMetadata() {}

  static String of(Command command) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode metadata = json.createObjectNode();
    metadata.put("name", "Stockpile " + command.word());
    metadata.put("description", command.summary());
    ArrayNode parameters = metadata.putArray("parameters");
    List<OptionSpec> specs =
        OptionSpec.of(command.options()).stream()
            .filter(spec -> !LEFT_OUT.contains(spec.name()))
            .sorted(Comparator.comparing(spec -> !spec.required()))
            .toList();
    for (OptionSpec spec : specs) {
      parameter(parameters.addObject(), spec);
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return json.writer(
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
            .writeValueAsString(metadata)
        + "\n";
  }

  private static void parameter(ObjectNode json, OptionSpec spec) {
    json.put("name", spec.name());
    json.put("label", "--" + spec.name());
    json.put("helpText", spec.description());
    json.put("isOptional", !spec.required());
    json.put("paramType", "TEXT");
    if (spec.flag()) {
      json.putArray("regexes").add("^(true|false)$");
    } else if (spec.name().endsWith("Credentials")) {
      json.putArray("regexes").add(REFERENCE);
    }
    spec.defaultValue()
        .filter(value -> !value.isEmpty())
        .ifPresent(v -> json.put("defaultValue", v));
  }
}
