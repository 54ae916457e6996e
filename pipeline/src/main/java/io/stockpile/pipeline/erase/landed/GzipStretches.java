package io.stockpile.pipeline.erase.landed;

import io.stockpile.connectors.gzip.GzipMembers;
import java.io.IOException;
import java.util.Optional;

/** The text of a gzip object, member by member. */
final class GzipStretches implements Stretches {
  private final GzipMembers members;

  GzipStretches(GzipMembers members) {
    this.members = members;
  }

  @Override
  public boolean next() throws IOException {
    return members.next();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return members.read(into, offset, length);
  }

  @Override
  public Optional<byte[]> bytes() {
    return members.bytes();
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
