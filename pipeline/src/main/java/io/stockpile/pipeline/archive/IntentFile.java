package io.stockpile.pipeline.archive;

import io.stockpile.connectors.store.PendingObject;
import io.stockpile.pipeline.manifest.ManifestFile;
import java.time.Instant;
import java.util.List;

/** A commit's intent as its file has it, version 1. */
record IntentFile(
    int version,
    CommitIntent.State state,
    String by,
    Instant at,
    String manifestKey,
    String replaces,
    ManifestFile manifest,
    List<PendingObject> pending,
    List<String> remove,
    boolean tornBefore,
    List<String> visible) {

  static final int VERSION = 1;

  static IntentFile of(CommitIntent intent) {
    return new IntentFile(
        VERSION,
        intent.state(),
        intent.by(),
        intent.at(),
        intent.manifestKey(),
        intent.replaces(),
        ManifestFile.of(intent.manifest()),
        intent.pending(),
        intent.remove(),
        intent.tornBefore(),
        intent.visible());
  }

  CommitIntent intent() {
    return new CommitIntent(
        state,
        by,
        at,
        manifestKey,
        replaces,
        manifest.manifest(),
        pending,
        remove,
        tornBefore,
        visible);
  }
}
