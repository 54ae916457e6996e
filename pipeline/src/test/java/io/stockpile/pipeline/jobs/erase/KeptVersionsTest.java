package io.stockpile.pipeline.jobs.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.Retention;
import io.stockpile.connectors.testing.InMemoryStore;
import io.stockpile.pipeline.run.UsageException;
import org.junit.jupiter.api.Test;

class KeptVersionsTest {
  /** A store that says whether it keeps versions of removed objects. */
  private static ObjectStore keeping(Retention retention) {
    return new InMemoryStore() {
      @Override
      public String root() {
        return "s3://bucket/a/b";
      }

      @Override
      public Retention retention() {
        return retention;
      }
    };
  }

  @Test
  void aBucketThatKeepsVersionsIsRefusedUntilSomebodyInsists() throws Exception {
    assertThatThrownBy(() -> KeptVersions.check(keeping(Retention.VERSIONS), false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--evenThoughVersioned")
        .hasMessageContaining("NoncurrentVersionExpiration");
    assertThat(KeptVersions.check(keeping(Retention.VERSIONS), true).orElseThrow())
        .contains("Not gone yet", "--bucket bucket --prefix 'a/b/'")
        .doesNotContain("object lock");
    assertThat(KeptVersions.check(keeping(Retention.LOCKED_VERSIONS), true).orElseThrow())
        .contains("Not gone yet", "object lock", "legal hold");
  }

  @Test
  void nothingIsSaidWhereNothingIsKept() throws Exception {
    assertThat(KeptVersions.check(keeping(Retention.NOTHING), false)).isEmpty();
    assertThat(KeptVersions.check(keeping(Retention.UNKNOWN), false).orElseThrow())
        .contains("could not be found out");
  }
}
