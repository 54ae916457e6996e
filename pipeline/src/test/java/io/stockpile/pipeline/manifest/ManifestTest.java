package io.stockpile.pipeline.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import io.stockpile.connectors.json.BrokenRecordException;
import io.stockpile.connectors.landing.LandedFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final UnitCoverage UNIT =
      UnitCoverage.of(FirestreamUnit.ofDay(FileType.MESSAGE, DAY));
  private static final LandedFacts LANDED =
      new LandedFacts("_landing/firestream/message/2016-12-05.gz", 100, "ab", 900, 7, 1);
  private static final DataFile FILE =
      new DataFile(
          "stocktwits/messages/date=2016-12-05/firestream-message-2016-12-05-0000.parquet",
          "stocktwits/messages",
          DAY,
          3,
          50,
          "cd",
          9_007_199_254_740_993L,
          9_007_199_254_740_995L);
  private static final RejectedFile REJECTED =
      RejectedFile.of("_rejected/x.parquet", 2, 40, "ef", Map.of("malformed_json", 2L));

  private static Manifest complete(LineCounts counts) {
    return new Manifest(
        UNIT,
        1,
        "0.1.0",
        Instant.parse("2016-12-06T01:02:03Z"),
        new ManifestContent.Derived(List.of(LANDED), counts, List.of(FILE), REJECTED));
  }

  private static String json(Manifest manifest) {
    return new String(manifest.toJson(), StandardCharsets.UTF_8);
  }

  private static Manifest read(String json) throws BrokenRecordException {
    return Manifest.fromJson("_manifests/x.json", json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void onlyALengthThatNothingVouchesForIsWrittenDown() throws BrokenRecordException {
    LandedFacts cut =
        new LandedFacts(LANDED.key(), 100, "ab", 900, 7, 1, LandedFile.Length.UNDECLARED);
    LineCounts counts = new LineCounts(7, 1, 0, 3, 1, 2);
    Manifest manifest =
        new Manifest(
            UNIT,
            1,
            "0.1.0",
            Instant.parse("2016-12-06T01:02:03Z"),
            new ManifestContent.Derived(List.of(cut), counts, List.of(FILE), REJECTED));

    assertThat(json(complete(counts))).doesNotContain("\"length\"");
    assertThat(complete(counts).lengthUndeclared()).isFalse();
    assertThat(json(manifest)).contains("\"gzip_members\" : 1,\n    \"length\" : \"undeclared\"");
    assertThat(read(json(manifest))).isEqualTo(manifest);
    assertThat(read(json(manifest)).lengthUndeclared()).isTrue();
    assertThatThrownBy(() -> read(json(manifest).replace("undeclared", "whatever")))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageContaining("length");
  }

  @Test
  void whatWasErasedStandsBesideWhatWasLandedFirst() throws BrokenRecordException {
    LandedFacts erased =
        new LandedFacts(
            "_landing/firestream/message/2016-12-05.g2.gz",
            90,
            "cc",
            800,
            7,
            1,
            LandedFile.Length.DECLARED,
            "ab",
            1);
    Manifest manifest =
        new Manifest(
            UNIT,
            1,
            "0.1.0",
            Instant.parse("2016-12-06T01:02:03Z"),
            new ManifestContent.Derived(
                List.of(erased), new LineCounts(7, 0, 0, 3, 1, 2, 1), List.of(FILE), REJECTED));

    assertThat(json(complete(new LineCounts(7, 1, 0, 3, 1, 2))))
        .doesNotContain("erased")
        .doesNotContain("original");
    assertThat(json(manifest))
        .contains("\"original_sha256\" : \"ab\",\n    \"erased\" : 1")
        .contains("\"rejected\" : 2,\n    \"erased\" : 1");
    assertThat(read(json(manifest))).isEqualTo(manifest);
    assertThat(erased.originalSha256()).isEqualTo("ab");
    assertThat(LANDED.originalSha256()).isEqualTo("ab");
    assertThatThrownBy(() -> complete(new LineCounts(7, 0, 0, 3, 1, 2, 1)))
        .hasMessage("Counted 1 erased lines, but 0 are in the landed files");
  }

  @Test
  void whatIsWrittenIsReadBack() throws BrokenRecordException {
    Manifest manifest = complete(new LineCounts(7, 1, 0, 3, 1, 2));

    assertThat(read(json(manifest))).isEqualTo(manifest);
    assertThat(json(manifest))
        .contains("\"version\" : 1")
        .contains("\"unit\" : \"firestream-message-2016-12-05\"")
        .contains("\"from\" : \"2016-12-05T00:00:00Z\"")
        .contains("\"status\" : \"complete\"")
        .contains("\"min_id\" : 9007199254740993")
        .contains("\"malformed_json\" : 2");
  }

  @Test
  void anAbsenceIsReadBack() throws BrokenRecordException {
    Instant first = Instant.parse("2016-12-06T01:02:03Z");
    ManifestContent.Absent absent =
        new ManifestContent.Absent(first, first, 1, "404: \"not found\"")
            .seenAgain(first.plusSeconds(60), "404 again");
    Manifest manifest = new Manifest(UNIT, 1, "0.1.0", first, absent);

    assertThat(absent.times()).isEqualTo(2);
    assertThat(read(json(manifest))).isEqualTo(manifest);
  }

  @Test
  void linesThatDoNotBalanceCannotBeHeld() {
    assertThatThrownBy(() -> complete(new LineCounts(8, 1, 0, 4, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Counted 8 lines, but 7 are in the landed files");
    assertThatThrownBy(() -> complete(new LineCounts(7, 0, 0, 4, 1, 2)))
        .hasMessageContaining("Counted 4 rows, but 3 are in the files");
    assertThatThrownBy(() -> complete(new LineCounts(7, 0, 0, 3, 1, 3)))
        .hasMessageContaining("Counted 3 rejected lines, but 2 are in the file");
    assertThatThrownBy(() -> new LineCounts(8, 1, 0, 3, 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 1 | \"version\" : 2 | version 2 and this program knows version 1",
        "\"status\" : \"complete\" | \"status\" : \"done\" | its status is 'done'",
        "\"rows\" : 3, | \"rows\" : 4, | balance of lines does not hold",
        "\"lines\" : 7, | \"lines\" : \"7\", | should be a whole number",
        "2016-12-05T00:00:00Z | 2016-12-05 | should be a UTC time such as",
        "\"schema_version\" : 1, |  | 'schema_version' should be a whole number, but it is missing",
      })
  void aBrokenFileIsRefusedWithItsNameAndReason(String found, String put, String reason) {
    String broken =
        json(complete(new LineCounts(7, 1, 0, 3, 1, 2))).replace(found, put == null ? "" : put);

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageStartingWith("_manifests/x.json cannot be read: ")
        .hasMessageContaining(reason);
  }

  @Test
  void halfAFileIsRefused() {
    String json = json(complete(new LineCounts(7, 1, 0, 3, 1, 2)));
    assertThatThrownBy(() -> read(json.substring(0, json.length() / 2)))
        .isInstanceOf(BrokenRecordException.class)
        .hasMessageContaining("it is not JSON: line ")
        .hasMessageNotContaining("Source");
    assertThatThrownBy(() -> read(json + "{}")).isInstanceOf(BrokenRecordException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(BrokenRecordException.class);
  }

  @Test
  void fieldsThatANewerWriterAddsArePassedOver() throws BrokenRecordException {
    Manifest manifest = complete(new LineCounts(7, 1, 0, 3, 1, 2));
    assertThat(read(json(manifest).replace("\"unit\"", "\"later\" : [1], \"unit\"")))
        .isEqualTo(manifest);
  }
}
