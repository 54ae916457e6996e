package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.cli.Stockpile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class FlinkDeploymentTest {
  private static final Path FILE = Path.of("flink-deployment.yaml");
  private static final String SCHEMA = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private static Map<?, ?> yaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(options)).load(text);
  }

  private static Object at(Object node, String... path) {
    Object here = node;
    for (String step : path) {
      here = here instanceof List<?> list ? list.get(0) : here;
      here = ((Map<?, ?>) here).get(step);
    }
    return here;
  }

  private static List<String> faults(String text) throws IOException {
    try (InputStream in = FlinkDeploymentTest.class.getResourceAsStream(SCHEMA)) {
      Map<?, ?> definition = yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Object schema = at(definition, "spec", "versions", "schema", "openAPIV3Schema", "properties");
      return new OpenApiSchema((Map<?, ?>) at(schema, "spec"))
          .faults("spec", at(yaml(text), "spec"));
    }
  }

  private static String text() throws IOException {
    return Files.readString(FILE, StandardCharsets.UTF_8);
  }

  @Test
  void isWhatTheOperatorTakes() throws IOException {
    Map<?, ?> deployment = yaml(text());

    assertThat(deployment.get("apiVersion")).isEqualTo("flink.apache.org/v1beta1");
    assertThat(deployment.get("kind")).isEqualTo("FlinkDeployment");
    assertThat(faults(text())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "entryClass, mainClass",
    "v1_19, v1_91",
    "upgradeMode: stateless, upgradeMode: none",
    "parallelism: 8, parallelism: eight",
    "secretName, secret",
    "numberOfTaskSlots: \"2\", numberOfTaskSlots: 2"
  })
  void whatTheOperatorRefusesIsRefusedHere(String right, String wrong) throws IOException {
    assertThat(text()).contains(right);

    assertThat(faults(text().replace(right, wrong))).isNotEmpty();
  }

  @Test
  void namesTheEntryPointOfTheBundle() throws IOException {
    Object job = at(yaml(text()), "spec", "job");

    assertThat(at(job, "entryClass")).isEqualTo(StockpileOnFlink.class.getName());
    assertThat(at(job, "jarURI").toString()).endsWith("/stockpile-flink.jar");
  }

  @Test
  void readsTheSecretFromWhereItIsMounted() throws IOException {
    Object pod = at(yaml(text()), "spec", "podTemplate", "spec");
    String mounted = at(pod, "containers", "volumeMounts", "mountPath").toString();

    assertThat(arguments()).contains("--firestreamCredentials=file:" + mounted + "/credentials");
    assertThat(at(pod, "volumes", "secret", "secretName")).isEqualTo("stockpile-firestream");
  }

  @Test
  void itsCommandLineIsAccepted(@TempDir Path archive) throws IOException {
    List<String> arguments = new ArrayList<>(arguments());
    arguments.replaceAll(
        argument -> argument.startsWith("--output=") ? "--output=" + archive : argument);
    arguments.add("--dryRun");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    int code =
        new Stockpile(Surroundings.system(), stream, stream).run(arguments.toArray(new String[0]));

    assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("[2016-01-01, 2017-01-01)");
  }

  private static List<String> arguments() throws IOException {
    List<?> arguments = (List<?>) at(yaml(text()), "spec", "job", "args");
    return arguments.stream().map(String.class::cast).toList();
  }
}
