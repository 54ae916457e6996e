package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.http.Surroundings;
import io.stockpile.pipeline.cli.Stockpile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlinkDeploymentTest {
  private static final String SCHEMA = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private static List<String> faults(String text) throws IOException {
    try (InputStream in = FlinkDeploymentTest.class.getResourceAsStream(SCHEMA)) {
      Object schema =
          FlinkDeployment.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .at("spec", "versions", "schema", "openAPIV3Schema", "properties", "spec");
      return new OpenApiSchema((Map<?, ?>) schema)
          .faults("spec", FlinkDeployment.of(text).at("spec"));
    }
  }

  @Test
  void isWhatTheOperatorTakes() throws IOException {
    FlinkDeployment deployment = FlinkDeployment.shipped();

    assertThat(deployment.at("apiVersion")).isEqualTo("flink.apache.org/v1beta1");
    assertThat(deployment.at("kind")).isEqualTo("FlinkDeployment");
    assertThat(faults(FlinkDeployment.text())).isEmpty();
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
    assertThat(FlinkDeployment.text()).contains(right);

    assertThat(faults(FlinkDeployment.text().replace(right, wrong))).isNotEmpty();
  }

  @Test
  void namesTheEntryPointOfTheBundle() throws IOException {
    FlinkDeployment deployment = FlinkDeployment.shipped();

    assertThat(deployment.at("spec", "job", "entryClass"))
        .isEqualTo(StockpileOnFlink.class.getName());
    assertThat(deployment.at("spec", "job", "jarURI").toString()).endsWith("/stockpile-flink.jar");
  }

  @Test
  void readsTheSecretFromWhereItIsMounted() throws IOException {
    FlinkDeployment pod =
        new FlinkDeployment(
            (Map<?, ?>) FlinkDeployment.shipped().at("spec", "podTemplate", "spec"));
    String mounted = pod.at("containers", "volumeMounts", "mountPath").toString();

    assertThat(arguments()).contains("--firestreamCredentials=file:" + mounted + "/credentials");
    assertThat(pod.at("volumes", "secret", "secretName")).isEqualTo("stockpile-firestream");
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
    List<?> arguments = (List<?>) FlinkDeployment.shipped().at("spec", "job", "args");
    return arguments.stream().map(String.class::cast).toList();
  }
}
