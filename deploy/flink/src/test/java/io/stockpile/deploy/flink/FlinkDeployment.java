package io.stockpile.deploy.flink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A descriptor for the Flink Kubernetes operator.
 *
 * @param root the whole descriptor
 */
record FlinkDeployment(Map<?, ?> root) {
  private static final Path FILE = Path.of("flink-deployment.yaml");

  /** The descriptor in this directory. */
  static FlinkDeployment shipped() throws IOException {
    return of(text());
  }

  static String text() throws IOException {
    return Files.readString(FILE, StandardCharsets.UTF_8);
  }

  static FlinkDeployment of(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new FlinkDeployment(new Yaml(new SafeConstructor(options)).load(text));
  }

  /** The value at a path. Of each list on the path the first element is taken. */
  Object at(String... path) {
    Object here = root;
    for (String step : path) {
      here = here instanceof List<?> list ? list.get(0) : here;
      here = ((Map<?, ?>) here).get(step);
    }
    return here;
  }

  /** Its settings of Flink. */
  Map<String, String> configuration() {
    Map<String, String> configuration = new TreeMap<>();
    ((Map<?, ?>) at("spec", "flinkConfiguration"))
        .forEach((name, value) -> configuration.put(name.toString(), value.toString()));
    return configuration;
  }
}
