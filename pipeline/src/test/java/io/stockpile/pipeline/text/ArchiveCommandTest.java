package io.stockpile.pipeline.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.connectors.store.StoreLocation;
import org.junit.jupiter.api.Test;

class ArchiveCommandTest {

  @Test
  void whatAShellTakesAsItIsStandsAsItIs() {
    assertThat(
            new ArchiveCommand(StoreLocation.of("s3://bucket/a-b_c.d"))
                .line("backfill", "--from=2016-06-01T00:00Z"))
        .isEqualTo("./stockpile backfill --output=s3://bucket/a-b_c.d --from=2016-06-01T00:00Z");
  }

  @Test
  void everythingElseIsQuoted() {
    assertThat(
            new ArchiveCommand(StoreLocation.of("/tmp/it's $(here)"))
                .line("verify", "--x=a;b", "--y="))
        .isEqualTo("./stockpile verify '--output=/tmp/it'\\''s $(here)' '--x=a;b' --y=");
  }

  @Test
  void howTheServerIsReachedIsSaidAgain() {
    assertThat(
            new ArchiveCommand(new StoreLocation("s3://b", "http://127.0.0.1:9000", true, true))
                .line("verify"))
        .isEqualTo(
            "./stockpile verify --output=s3://b --s3Endpoint=http://127.0.0.1:9000 --s3PathStyle"
                + " --s3ChecksumsWhenRequired");
  }
}
