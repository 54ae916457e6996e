package io.stockpile.simulated;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, in memory or on disk. */
interface FileContent {
  long length() throws IOException;

  InputStream open(long offset) throws IOException;

  static FileContent of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new FileContent() {
      @Override
      public long length() {
        return copy.length;
      }

      @Override
      public InputStream open(long offset) {
        int from = Math.toIntExact(offset);
        return new ByteArrayInputStream(copy, from, copy.length - from);
      }
    };
  }

  static FileContent of(Path path) {
    return new FileContent() {
      @Override
      public long length() throws IOException {
        return Files.size(path);
      }

      @Override
      public InputStream open(long offset) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(offset);
        return in;
      }
    };
  }
}
