package io.stockpile.connectors.firestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.landing.LandingOutcome;
import io.stockpile.connectors.landing.LandingOutcome.Absent;
import io.stockpile.connectors.landing.LandingOutcome.Landed;
import io.stockpile.simulated.SimulatedFirestream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class FirestreamIOTest extends LandingFixture {
  private Path secret;

  private FirestreamIO.LandInto landing() throws Exception {
    secret =
        Files.writeString(
            directory.resolveSibling(directory.getFileName() + ".secret"),
            SimulatedFirestream.USERNAME + ":" + SimulatedFirestream.PASSWORD);
    return FirestreamIO.land()
        .withUrl(service.url().toString())
        .withCredentials("file:" + secret)
        .into(location());
  }

  @Test
  void landsEveryUnitThatTheServiceHas() throws Exception {
    FirestreamUnit missing = FirestreamUnit.ofDay(FileType.ACTIVITY, DAY);
    Pipeline pipeline = Pipeline.create();
    PCollection<LandingOutcome> outcomes =
        pipeline
            .apply(Create.of(UNIT, missing).withCoder(FirestreamIO.unitCoder()))
            .apply(landing());
    PAssert.that(outcomes)
        .satisfies(
            all -> {
              Map<ArchiveUnit, Class<?>> ends = new HashMap<>();
              all.forEach(outcome -> ends.put(outcome.unit(), outcome.getClass()));
              assertThat(ends)
                  .containsOnly(Map.entry(UNIT, Landed.class), Map.entry(missing, Absent.class));
              return null;
            });

    pipeline.run().waitUntilFinish();

    assertThat(landedBytes()).isEqualTo(file);
  }

  @Test
  void theTransformHoldsNoSecret() throws Exception {
    FirestreamIO.LandInto landing = landing();

    String display = DisplayData.from(landing).toString();
    String serialised =
        new String(SerializableUtils.serializeToByteArray(landing), StandardCharsets.ISO_8859_1);

    assertThat(display).contains(service.url().toString(), "file:" + secret);
    assertThat(display + serialised)
        .doesNotContain(SimulatedFirestream.PASSWORD, SimulatedFirestream.USERNAME);
  }

  @Test
  void settingsThatCannotBeAreRefusedWhereTheyAreGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirestreamIO.land().withCredentials("user:hunter2"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FirestreamIO.land().withUrl("https://user:hunter2@host"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    assertThatIllegalArgumentException().isThrownBy(() -> FirestreamIO.land().withUrl("ftp://h"));
    assertThatIllegalArgumentException().isThrownBy(() -> FirestreamIO.land().withMaxAttempts(0));
    assertThatIllegalArgumentException().isThrownBy(() -> FirestreamIO.land().withDownloads(0));
  }

  @Test
  void theDefaultsAreThoseThatAreDocumented() {
    FirestreamSettings settings = FirestreamSettings.defaults();

    assertThat(settings.url()).hasToString("https://firestream.stocktwits.com");
    assertThat(settings.credentials()).hasToString("env:FIRESTREAM");
    assertThat(settings.maxAttempts()).isEqualTo(8);
    assertThat(settings.readTimeout()).hasToString("PT45S");
    assertThat(settings.downloads()).isEqualTo(2);
  }
}
