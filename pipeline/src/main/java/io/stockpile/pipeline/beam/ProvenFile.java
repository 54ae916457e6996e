package io.stockpile.pipeline.beam;

import java.io.Serializable;
import org.apache.beam.sdk.coders.SerializableCoder;

/**
 * A file of a table that a manifest names.
 *
 * @param manifest the manifest's key
 * @param bytes the size that it must have
 * @param rows how many rows it must have
 */
record ProvenFile(String path, String manifest, long bytes, long rows) implements Serializable {
  static SerializableCoder<ProvenFile> coder() {
    return SerializableCoder.of(ProvenFile.class);
  }
}
